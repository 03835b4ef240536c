import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OperationalError } from '../../operational-error.js';
import { toColumns } from '../../reporters/layout.js';
import type { Paint } from '../../reporters/paint.js';
import { buildScene, type BuiltScene } from './build-scene.js';
import { DEFINITIONS } from './definitions.js';
import { presentAnnotations, presentCommits, presentSection, presentSummary } from './present.js';
import { toPullRequestEvent } from './pull-request-event.js';
import { pullRequestVariables, runAction, type StepResult } from './run-action.js';
import { SCENE } from './scene.js';

export interface DemoOptions {
  /** Where `PATH` comes from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nodePath: string;
  /** The action's built `index.js`. */
  readonly actionPath: string;
  /** A folder to make a temporary one in. */
  readonly tempParent: string;
  /** Keep the temporary folder and say where it is. */
  readonly keep: boolean;
  readonly write: (text: string) => void;
  readonly paint: Paint;
}

/** The action's bundle, as it lies beside the command line's: `moduleUrl` is the `import.meta.url` of the latter. */
export const actionBeside = (moduleUrl: string): string =>
  path.join(path.dirname(fileURLToPath(moduleUrl)), '..', 'action', 'index.js');

/**
 * Builds the scene as a real repository, runs the built action on its pull request as GitHub's runner does, and shows what
 * a reviewer would see. The check's failure is what the demo is about, so the exit code is 0 all the same.
 *
 * @throws OperationalError where the demo itself could not run: no git, no bundle, or an action that came to no verdict.
 */
export async function runDemo(options: DemoOptions): Promise<0> {
  await requireReadable(options.actionPath);
  const folder = await mkdtemp(path.join(options.tempParent, 'agent-ownership-demo-'));
  try {
    await showDemo(options, folder);
  } finally {
    if (!options.keep) await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

async function showDemo(
  { environment, nodePath, actionPath, keep, write, paint }: DemoOptions,
  folder: string,
) {
  const built = build(path.join(folder, 'repository'), environment);
  const { number, title, headBranch, baseBranch } = SCENE;
  const section = (heading: string, content: string): void => {
    write(`\n${paint.bold(heading)}\n\n${content}\n`);
  };

  write(`${paint.bold('Agent Ownership: a demo on a small real repository')}\n\n`);
  write('Four agents work on a blog in Django. Each has a definition in .claude/agents that says what it\n');
  write('OWNS, READS and CANNOT TOUCH. This is what backend-django.md says last:\n\n');
  write(`${presentSection(DEFINITIONS['.claude/agents/backend-django.md'] ?? '', 'CANNOT TOUCH', paint)}\n`);
  section(
    `Pull request #${number}: ${title} (${headBranch} into ${baseBranch})`,
    presentCommits(SCENE, built, paint),
  );

  const result = await judge(built, { environment, nodePath, actionPath }, path.join(folder, 'runner'));
  section('The check runs. Annotations on the pull request:', presentAnnotations(result.annotations, paint));
  section('Job summary:', presentSummary(result.summary, paint));
  section('Result:', presentResult(result, paint));
  section('Next, in a repository with definitions in .claude/agents:', NEXT_STEPS);
  if (keep) section('Kept:', `  ${built.repository}`);
}

async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    throw new OperationalError('unreadable-file', file, { cause: error });
  }
}

function build(folder: string, environment: DemoOptions['environment']): BuiltScene {
  try {
    return buildScene(SCENE, folder, environment);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT'
      ? new OperationalError('git-missing', '', { cause: error })
      : new OperationalError('git-failed', message, { cause: error });
  }
}

async function judge(
  built: BuiltScene,
  step: Pick<DemoOptions, 'environment' | 'nodePath' | 'actionPath'>,
  runnerFolder: string,
): Promise<StepResult> {
  const event = toPullRequestEvent({
    action: 'opened',
    number: SCENE.number,
    title: SCENE.title,
    base: { ref: SCENE.baseBranch, sha: built.base },
    head: { ref: SCENE.headBranch, sha: built.head },
    repository: SCENE.repository,
    headRepository: SCENE.repository,
    commits: built.commits.length,
    changedFiles: built.changedFiles,
    labels: [],
  });
  const result = await runAction({
    ...step,
    workspace: built.repository,
    runnerFolder,
    eventName: 'pull_request',
    event,
    variables: pullRequestVariables(event, built.merge),
  });
  if (result.outputs['conclusion'] === 'success' || result.outputs['conclusion'] === 'failure') return result;
  const said = result.annotations.map(({ message }) => message).join('\n');
  throw new OperationalError('internal', said === '' ? result.stderr.trim() : said);
}

/** Outputs that name a file, which is gone when the demo has ended. */
const PATHS: ReadonlySet<string> = new Set(['report', 'sarif']);

function presentResult({ exitCode, outputs }: StepResult, paint: Paint): string {
  const verdict =
    exitCode === 0
      ? paint.green('The required check is green: the pull request can be merged.')
      : paint.red('The required check is red: the pull request cannot be merged like this.');
  const values = Object.entries(outputs).filter(([name]) => !PATHS.has(name));
  return [
    `  ${verdict}`,
    `  exit code ${exitCode}, outputs: ${values.map(([name, value]) => `${name}=${value}`).join(', ')}`,
  ].join('\n');
}

const NEXT_STEPS = toColumns([
  ['  agent-ownership lint', 'what each definition was understood to say'],
  ['  agent-ownership check', 'judge your branch as the action would'],
  ['  agent-ownership explain PATH', 'who may touch a path, and which line says so'],
  ['  README.md', 'the workflow file that makes the check required'],
]).join('\n');
