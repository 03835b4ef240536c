import type { RepoPath } from '../vocabulary.js';
import { createSpellings, type Spellings } from './spellings.js';

/** The tracked paths of the base and the head. */
export interface TrackedPaths extends Spellings {
  /** Those below a path that a submodule or a symbolic link stands at. */
  below(path: RepoPath): readonly RepoPath[];
}

/** Indexes the tracked paths of the base, then those of the head; reading and sorting wait until somebody asks. */
export function createTrackedPaths(...trees: readonly Iterable<RepoPath>[]): TrackedPaths {
  let read: readonly (readonly RepoPath[])[] | null = null;
  let sorted: readonly RepoPath[] | null = null;
  const readAll = (): readonly (readonly RepoPath[])[] => (read ??= trees.map((tree) => [...tree]));
  return {
    ...createSpellings(readAll),
    below(path) {
      sorted ??= [...new Set(readAll().flat())].sort(byCodeUnit);
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
