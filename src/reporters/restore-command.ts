import type { PathViolation } from '../core/violation.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import { gitCommand } from './shell.js';

/** Long enough to be one commit in any repository, short enough to be read. */
const SHA_LENGTH = 12;

export const shortName = (commit: CommitSha): string => commit.slice(0, SHA_LENGTH);

export interface RestoreOptions {
  /** Another command may have removed the path by then: its absence is no failure. */
  readonly mayBeGone?: boolean;
  /** Paths to be restored alike. */
  readonly further?: readonly RepoPath[];
}

/**
 * The command that gives a path, and `further` ones to be restored alike, the entry that it had before the finding's commit,
 * in index and working tree.
 */
export function restoreCommand(
  { restoration, commit, path }: PathViolation,
  { mayBeGone = false, further = [] }: RestoreOptions = {},
): string {
  const paths = [path, ...further];
  const sha = shortName(commit);
  switch (restoration.kind) {
    case 'remove':
      return gitCommand(mayBeGone ? 'rm --ignore-unmatch' : 'rm', ...paths);
    case 'parent': {
      const parent = restoration.parent === 1 ? '^' : `^${restoration.parent}`;
      return gitCommand(`checkout ${sha}${parent}`, ...paths);
    }
    case 'automatic-merge':
      // The tree is the first line; where other paths conflict, git prints them below.
      return gitCommand(`checkout "$(git merge-tree --write-tree ${sha}^1 ${sha}^2 | head -n 1)"`, ...paths);
  }
}
