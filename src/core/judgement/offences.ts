import type { PathViolation } from '../report.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';

type Place = Pick<PathViolation, 'commit' | 'path'>;

/** Which commits were found against on which paths, and which of those are pardoned because they take back. */
export interface Offences {
  /** Forbidden, whatever became of it since. */
  isForbidden(commit: CommitSha, path: RepoPath): boolean;
  /** Found against for any reason, a warning included. */
  isFound(commit: CommitSha, path: RepoPath): boolean;
  isPardoned(commit: CommitSha, path: RepoPath): boolean;
  pardon(place: Place): void;
}

export function collectOffences(violations: readonly PathViolation[]): Offences {
  const found = new Set(violations.map(keyOf));
  const forbidden = new Set(violations.filter(({ code }) => code !== 'read-only-path').map(keyOf));
  const pardoned = new Set<string>();
  return {
    isForbidden: (commit, path) => forbidden.has(keyOf({ commit, path })),
    isFound: (commit, path) => found.has(keyOf({ commit, path })),
    isPardoned: (commit, path) => pardoned.has(keyOf({ commit, path })),
    pardon: (place) => {
      pardoned.add(keyOf(place));
    },
  };
}

const keyOf = ({ commit, path }: Place): string => `${commit}:${path}`;
