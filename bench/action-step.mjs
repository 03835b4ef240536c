import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from './compile.mjs';
import { ACTION } from './programs.mjs';

/** GitHub runs the action on Node 24; without one the Node that runs the benchmark stands in. */
const NODE = process.env.AGENT_OWNERSHIP_NODE24 ?? process.execPath;

export const PULL_REQUEST_NAME = 'octo-org/octo-repo';

/**
 * A step of a workflow on a pull request, as the demo runs it: the built action, or another program in its place. `git` is the
 * repository that has the pull request's commits; gives what to call, which ends with what the step left behind.
 */
export async function prepareStep(
  directory,
  { git, workspace, commits, changedFiles, program = ACTION, variables = {} },
) {
  await mkdir(directory, { recursive: true });
  const load = async (name) =>
    import(pathToFileURL(await compile(`src/cli/demo/${name}.ts`, directory)).href);
  const { runAction, pullRequestVariables } = await load('run-action');
  const { toPullRequestEvent } = await load('pull-request-event');
  const shaOf = (ref) => execFileSync('git', ['-C', git, 'rev-parse', ref]).toString().trim();
  const head = shaOf('topic');
  const event = toPullRequestEvent({
    action: 'synchronize',
    number: 1,
    title: 'Work on it',
    base: { ref: 'main', sha: shaOf('main') },
    head: { ref: 'topic', sha: head },
    repository: PULL_REQUEST_NAME,
    headRepository: PULL_REQUEST_NAME,
    commits,
    changedFiles,
    labels: [],
  });
  return async () => {
    const { exitCode, outputs, stdout } = await runAction({
      nodePath: NODE,
      actionPath: program,
      workspace,
      runnerFolder: path.join(directory, 'runner'),
      eventName: 'pull_request',
      event,
      inputs: { token: 'none' },
      variables: { ...pullRequestVariables(event, head), ...variables },
      environment: process.env,
    });
    if (exitCode !== 0) throw new Error(`The step ended with ${exitCode}:\n${stdout}`);
    return outputs;
  };
}
