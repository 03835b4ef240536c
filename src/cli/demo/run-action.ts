import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseOutputFile } from './output-file.js';
import type { PullRequestEvent } from './pull-request-event.js';
import {
  parseWorkflowCommands,
  toAnnotations,
  type Annotation,
  type WorkflowCommand,
} from './workflow-commands.js';

type Variables = Readonly<Record<string, string>>;

export interface ActionStep {
  readonly nodePath: string;
  /** The action's built `index.js`. */
  readonly actionPath: string;
  /** `GITHUB_WORKSPACE`, and the folder in which the action starts. */
  readonly workspace: string;
  /** A folder for what the runner itself keeps: `RUNNER_TEMP`, `HOME` and the files of the step. Made where missing. */
  readonly runnerFolder: string;
  readonly eventName: string;
  /** Written to `GITHUB_EVENT_PATH` as JSON; a string is written as it is. */
  readonly event: unknown;
  /** Inputs by their names in action.yml. */
  readonly inputs?: Variables;
  /** Further variables, and others in the place of those that stand here. */
  readonly variables?: Variables;
  /** Where `PATH` comes from; nothing else of it reaches the action. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface StepResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything that the runner takes as a command, from stdout and stderr. */
  readonly commands: readonly WorkflowCommand[];
  readonly annotations: readonly Annotation[];
  readonly outputs: Variables;
  /** The job summary: Markdown. */
  readonly summary: string;
}

const STEP_FILES = [
  'GITHUB_OUTPUT',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_STATE',
  'GITHUB_PATH',
  'GITHUB_ENV',
] as const;

/**
 * Runs a built action in a process of its own as GitHub's runner does: an environment built from nothing, the files that a
 * step may write to, and its log read for commands. The variables are also left in `runnerFolder/step.env`.
 *
 * @throws Error where the process cannot be started or is killed, or where the runner could not read what the action wrote.
 */
export async function runAction(step: ActionStep): Promise<StepResult> {
  const file = (name: string): string => path.join(step.runnerFolder, name);
  await mkdir(file('temp'), { recursive: true });
  await mkdir(file('home'), { recursive: true });
  await Promise.all(STEP_FILES.map((name) => writeFile(file(name), '')));
  await writeFile(
    file('event.json'),
    typeof step.event === 'string' ? step.event : JSON.stringify(step.event),
  );
  const variables: Variables = {
    ...RUN,
    PATH: step.environment['PATH'] ?? '',
    HOME: file('home'),
    RUNNER_TEMP: file('temp'),
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_EVENT_PATH: file('event.json'),
    ...Object.fromEntries(STEP_FILES.map((name) => [name, file(name)])),
    ...Object.fromEntries(
      Object.entries(step.inputs ?? {}).map(([name, value]) => [toInputVariable(name), value]),
    ),
    ...step.variables,
  };
  await writeFile(file('step.env'), toEnvironmentFile(variables));
  const ended = await run(step, variables);
  const commands = [ended.stdout, ended.stderr].flatMap(parseWorkflowCommands);
  return {
    ...ended,
    commands,
    annotations: toAnnotations(commands),
    outputs: parseOutputFile(await readFile(file('GITHUB_OUTPUT'), 'utf8')),
    summary: await readFile(file('GITHUB_STEP_SUMMARY'), 'utf8'),
  };
}

/** What is the same in every run. */
const RUN: Variables = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION: '__self',
  GITHUB_ACTOR: 'developer',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
  GITHUB_JOB: 'agent-ownership',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_NUMBER: '1',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_WORKFLOW: 'Agent Ownership',
  LANG: 'C.UTF-8',
  RUNNER_ARCH: 'X64',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_OS: 'Linux',
};

/** The variables that the runner derives from a `pull_request` event. `merge` is the commit that is checked out. */
export const pullRequestVariables = (
  { number, pull_request, repository }: PullRequestEvent,
  merge: string,
): Variables => ({
  GITHUB_BASE_REF: pull_request.base.ref,
  GITHUB_HEAD_REF: pull_request.head.ref,
  GITHUB_REF: `refs/pull/${number}/merge`,
  GITHUB_REF_NAME: `${number}/merge`,
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REPOSITORY: repository.full_name,
  GITHUB_REPOSITORY_OWNER: repository.owner.login,
  GITHUB_SHA: merge,
});

/** As the runner names it: blanks become `_`, everything else stays, dashes included. */
const toInputVariable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

const toEnvironmentFile = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

const run = (
  { nodePath, actionPath, workspace }: ActionStep,
  variables: Variables,
): Promise<Pick<StepResult, 'exitCode' | 'stdout' | 'stderr'>> =>
  new Promise((resolve, reject) => {
    const child = spawn(nodePath, [actionPath], {
      cwd: workspace,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (exitCode === null) reject(new Error(`The action was killed by ${String(signal)}`));
      else
        resolve({
          exitCode,
          stdout: Buffer.concat(stdout).toString('utf8'),
          stderr: Buffer.concat(stderr).toString('utf8'),
        });
    });
  });
