import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readPolicyOnDisk, type OwnPolicy } from '../check/read-policy.js';
import { readWorkingTreeLintTarget } from '../check/read-roster-on-disk.js';
import type { LintTarget } from '../core/lint/lint-roster.js';
import type { Edit } from '../core/setup/plan.js';
import type { SetupFacts } from '../core/setup/setup-facts.js';
import { OperationalError } from '../operational-error.js';
import type { Git } from '../sources/git/run.js';
import { requireGit } from '../sources/git/version.js';
import { createWorkspaceGit, readWorkspace } from '../sources/git/workspace.js';
import { applyEdits, removeEmpty } from '../sources/setup/apply-edits.js';
import { forget, readMemories, writeMemories, type Memories } from '../sources/setup/memory.js';
import { readSetup } from '../sources/setup/read-setup.js';
import type { Roots } from '../sources/setup/setup-file.js';
import { createUserGit } from '../sources/setup/user-git.js';
import { toSettings } from './cli-settings.js';
import type { Terminal } from './terminal.js';

/** A repository, opened to be set up. */
export interface Setup {
  readonly topLevel: string;
  /** Answers by the repository's own config. */
  readonly git: Git;
  readonly own: OwnPolicy;
  readonly target: LintTarget;
  readonly facts: SetupFacts;
  readonly memories: Memories;
  /** Writes the changes, and what is needed to undo them. */
  apply(edits: readonly Edit[]): Promise<void>;
  /** Writes the changes that undo, and takes away what was made for the files that are gone. */
  undo(edits: readonly Edit[]): Promise<void>;
}

/** Rejects with `no-working-tree` where there are no files to set up. */
export async function openSetup(terminal: Terminal): Promise<Setup> {
  const { environment, workingDirectory } = terminal;
  const workspace = createWorkspaceGit(environment, workingDirectory);
  await requireGit(workspace);
  const { topLevel, objectsDirectory } = await readWorkspace(workspace, workingDirectory);
  if (topLevel === null) throw new OperationalError('no-working-tree');
  const own = await readPolicyOnDisk(topLevel, toSettings({}, topLevel, terminal));
  const read = await readWorkingTreeLintTarget(workspace, topLevel, own.policy);
  // Gone through several times.
  const target = { ...read, tracked: [...read.tracked] };
  const definitions = target.roster.agents.reduce((sum, agent) => sum + agent.definitions.length, 0);
  const { stdout } = await workspace.run(['rev-parse', '--absolute-git-dir']);
  const gitDirectory = stdout.toString('utf8').slice(0, -1);
  const roots: Roots = [await realpath(topLevel), await realpath(dirname(objectsDirectory))];
  const gits = { workspace, user: createUserGit(environment, topLevel) };
  const [facts, memories] = await Promise.all([
    readSetup(gits, roots, definitions),
    readMemories(gitDirectory),
  ]);
  return {
    topLevel,
    git: workspace,
    own,
    target,
    facts,
    memories,
    async apply(edits) {
      const made = await applyEdits(roots, edits);
      await writeMemories(gitDirectory, remember(memories, edits, made));
    },
    async undo(edits) {
      await applyEdits(roots, edits);
      await removeEmpty(memories.directories);
      await forget(gitDirectory);
    },
  };
}

/** A file that was still as an earlier run left it keeps what it held before that run. */
function remember(earlier: Memories, edits: readonly Edit[], made: readonly string[]): Memories {
  const untouched = earlier.files.filter(({ path }) => edits.every((edit) => edit.path !== path));
  const files = edits.flatMap(({ path, before, after }) => {
    const known = earlier.files.find((memory) => memory.path === path && memory.after === before);
    return after === null ? [] : [{ path, before: known === undefined ? before : known.before, after }];
  });
  return { files: [...untouched, ...files], directories: [...earlier.directories, ...made] };
}
