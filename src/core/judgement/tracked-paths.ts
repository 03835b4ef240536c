import type { RepoPath } from '../vocabulary.js';

/** The tracked paths below a path that a submodule or a symbolic link stands at. */
export interface TrackedPaths {
  below(path: RepoPath): readonly RepoPath[];
}

/** Indexes the tracked paths of the base and the head; sorting waits until somebody asks. */
export function createTrackedPaths(...trees: readonly Iterable<RepoPath>[]): TrackedPaths {
  let sorted: readonly RepoPath[] | null = null;
  return {
    below(path) {
      sorted ??= [...new Set(trees.flatMap((tree) => [...tree]))].sort(byCodeUnit);
      const prefix = `${path}/`;
      const found: RepoPath[] = [];
      for (let index = lowerBound(sorted, prefix); index < sorted.length; index += 1) {
        const candidate = sorted[index];
        if (!candidate?.startsWith(prefix)) break;
        found.push(candidate);
      }
      return found;
    },
  };
}

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
