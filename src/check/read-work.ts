import { readPending, type Pending } from '../sources/git/pending.js';
import { copyIndex } from '../sources/git/index-copy.js';
import { readUserSettings } from '../sources/git/user-settings.js';
import { writeStaged, writeWorkingTree, type WrittenWork } from '../sources/git/write-work.js';
import type { Uncommitted } from '../core/report.js';
import { OperationalError } from '../operational-error.js';
import type { OpenRepository } from './open-repository.js';

/** What is not committed yet, as the tree that a commit of it would have. */
export interface PendingWork extends Pending, WrittenWork {}

/**
 * Reads the staged state, or that of the working tree with what is new and not ignored. All is written into our own
 * directory. Rejects with `no-working-tree`, `no-commit-yet`, and for the staged state `unmerged-paths`.
 */
export async function readWork(
  { workspace, workspaceGit, directory, environment, place, borrowed }: OpenRepository,
  kind: Uncommitted['kind'],
): Promise<PendingWork> {
  const { topLevel } = workspace;
  if (topLevel === null) throw new OperationalError('no-working-tree');
  const [pending, settings] = await Promise.all([
    readPending(workspaceGit, directory),
    readUserSettings(environment, directory, place),
  ]);
  const git = await copyIndex({ environment, place, topLevel, settings, borrowed, ...pending });
  const written = await (kind === 'staged' ? writeStaged(git) : writeWorkingTree(git));
  return { ...pending, ...written };
}
