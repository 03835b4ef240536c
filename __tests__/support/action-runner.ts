import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import type { PullRequestEvent } from '../../src/cli/demo/pull-request-event.js';
import {
  pullRequestVariables,
  runAction,
  type ActionStep,
  type StepResult,
} from '../../src/cli/demo/run-action.js';

export const ACTION_BUNDLE = path.resolve(import.meta.dirname, '../../dist/action/index.js');

const node24 = process.env['AGENT_OWNERSHIP_NODE24'];

/** The Node that runs the tests and, where `.ci/run` says where it lies, the one that GitHub runs the action on. */
export const NODE_BINARIES: readonly (readonly [name: string, nodePath: string])[] = [
  [`Node ${process.versions.node}`, process.execPath],
  ...(node24 === undefined ? [] : [['Node 24', node24] as const]),
];

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

type Step = Pick<ActionStep, 'workspace' | 'event'> & Partial<ActionStep>;

/**
 * Runs the built action as GitHub's runner does. Only `workspace` and `event` are needed; the event counts as a
 * `pull_request` unless `eventName` says otherwise. What the step leaves behind lives until the test file ends.
 */
export async function runActionBundle(step: Step): Promise<StepResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'action-runner-'));
  folders.push(folder);
  return runAction({
    nodePath: process.execPath,
    actionPath: ACTION_BUNDLE,
    runnerFolder: folder,
    eventName: 'pull_request',
    environment: process.env,
    ...step,
  });
}

/** The same for a `pull_request` event, with the variables that the runner derives from it. */
export const runOnPullRequest = (
  event: PullRequestEvent,
  merge: string,
  step: Omit<Step, 'event'>,
): Promise<StepResult> =>
  runActionBundle({
    ...step,
    event,
    variables: { ...pullRequestVariables(event, merge), ...step.variables },
  });
