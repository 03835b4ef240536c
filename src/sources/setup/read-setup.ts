import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  IGNORE_PATH,
  SETTINGS_PATH,
  WORKFLOW_PATH,
  WORKTREES,
  type SetupFacts,
  type SetupFile,
} from '../../core/setup/setup-facts.js';
import type { Git } from '../git/run.js';
import { readHookPlace } from './hook-place.js';
import { readSetupFile, type Roots } from './setup-file.js';

/** The two that answer: `workspace` by the repository's own config, `user` by that of the user and the system too. */
export interface SetupGits {
  readonly workspace: Git;
  readonly user: Git;
}

/** What is there of all that `init` sets up. `definitions` is how many were found. */
export async function readSetup(gits: SetupGits, roots: Roots, definitions: number): Promise<SetupFacts> {
  const [workflows, workflow, settings, ignore, worktreesIgnored, hooks, preCommit] = await Promise.all([
    readWorkflows(roots),
    readSetupFile(roots, WORKFLOW_PATH),
    readSetupFile(roots, SETTINGS_PATH),
    readSetupFile(roots, IGNORE_PATH),
    areWorktreesIgnored(gits.workspace, roots),
    readHookPlace(gits.user, roots),
    readSetupFile(roots, '.pre-commit-config.yaml'),
  ]);
  const hasPreCommit = preCommit.text !== null;
  return {
    workflows,
    workflow,
    settings,
    ignore,
    worktreesIgnored,
    hooks,
    preCommit: hasPreCommit,
    definitions,
  };
}

const DIRECTORY = '.github/workflows';

async function readWorkflows(roots: Roots): Promise<readonly SetupFile[]> {
  const names = await readdir(join(roots[0], DIRECTORY)).catch(() => []);
  const wanted = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(wanted.map((name) => readSetupFile(roots, `${DIRECTORY}/${name}`)));
}

/** By a file of the repository, so that it holds for everybody: `.git/info/exclude` and the user's own do not count. */
async function areWorktreesIgnored(git: Git, [topLevel]: Roots): Promise<boolean> {
  const { stdout } = await git.run(
    ['-C', topLevel, 'check-ignore', '--no-index', '--verbose', '-z', '--stdin'],
    { input: `${WORKTREES}agent\0`, okExitCodes: [0, 1] },
  );
  const [source = '', , pattern = ''] = stdout.toString('utf8').split('\0');
  return /(?:^|\/)\.gitignore$/.test(source) && !pattern.startsWith('!');
}
