import { main } from '../../src/action/main.js';
import type { Toolkit } from '../../src/action/toolkit.js';
import { pullRequestVariables } from '../../src/cli/demo/run-action.js';
import { aPullRequestEvent } from '../support/pull-request-event.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODELS = 'apps/blog/models.py';
const WAIVER = `waivers:\n  - { agent: backend-django, path: ${MODELS}, reason: Agreed, until: 2027-01-31 }\n`;

/** What the action says, with this clock, of a change that a waiver lifts until the end of January 2027. */
export async function judgeBy(
  now: () => Date,
): Promise<{ readonly conclusion: string; readonly failure: string }> {
  const pullRequest = aPullRequest({ ...DEFINITIONS, '.github/agent-ownership.yml': WAIVER });
  commitAs(pullRequest, ['backend-django'], { [MODELS]: 'models\n' });
  const { repository, base } = pullRequest;
  const head = repository.sha();
  const event = aPullRequestEvent({ base: { ref: 'main', sha: base }, head: { ref: 'topic', sha: head } });
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  const said = { conclusion: '', failure: '' };
  const nothing = () => undefined;
  const summary = { addRaw: () => ({ write: () => Promise.resolve(undefined) }) };
  const toolkit = {
    ...Object.fromEntries(
      ['info', 'error', 'warning', 'notice', 'startGroup', 'endGroup'].map((name) => [name, nothing]),
    ),
    summary,
    setOutput: (name: string, value: string) => {
      if (name === 'conclusion') said.conclusion = value;
    },
    setFailed: (message: string) => {
      said.failure = message;
    },
  } as unknown as Toolkit;
  await main({
    toolkit,
    environment: {
      ...pullRequestVariables(event, head),
      PATH: process.env['PATH'],
      GITHUB_REPOSITORY: '',
      GITHUB_WORKSPACE: repository.directory,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      RUNNER_TEMP: folder,
    },
    now,
    createOctokit: () => {
      throw new Error('no token');
    },
  });
  return said;
}

const at = (time: string) => () => new Date(time);

/** A day on which the waiver is over, and ever after one on which it lasts. */
function onceOver(): () => Date {
  const days = ['2027-02-01T00:00:00Z'];
  return () => new Date(days.pop() ?? '2026-11-30T00:00:00Z');
}

export const BROKEN_CLOCKS: Readonly<Record<string, () => Date>> = {
  'clock-absent': at('1970-01-01T00:00:00Z'),
  'clock-late': at('2025-11-30T00:00:00Z'),
  'clock-fast': at('2099-06-01T00:00:00Z'),
  'clock-back': onceOver(),
  'clock-beyond': () => new Date(8.64e15),
};
