import {
  sameEntry,
  type Commit,
  type EntriesByCommit,
  type History,
  type OwnChange,
  type TreeEntry,
} from '../history.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';

/** The commits of a range as a graph, with what they did to chosen paths. */
export interface Lineage {
  readonly history: History;
  /** Place in `history.commits`; parents stand before children. */
  indexOf(sha: CommitSha): number | null;
  /** The commits that changed the path themselves, parents before children. */
  changesOf(path: RepoPath): readonly { readonly index: number; readonly change: OwnChange }[];
  /** The commit's ancestors inside the range, itself excluded, by index. */
  ancestorsOf(index: number): ReadonlySet<number>;
  /** What stands at the path in a commit that was read for this purpose. */
  entryAt(sha: CommitSha, path: RepoPath): TreeEntry | null;
}

export function createLineage(history: History, entries: EntriesByCommit): Lineage {
  const indices = new Map(history.commits.map((commit, index) => [commit.sha, index]));
  const changes = new Map<RepoPath, { index: number; change: OwnChange }[]>();
  history.commits.forEach((commit, index) => {
    for (const change of commit.changes) {
      const earlier = changes.get(change.path);
      if (earlier === undefined) changes.set(change.path, [{ index, change }]);
      else earlier.push({ index, change });
    }
  });
  const ancestors = new Map<number, ReadonlySet<number>>();
  const indexOf = (sha: CommitSha): number | null => indices.get(sha) ?? null;
  return {
    history,
    indexOf,
    changesOf: (path) => changes.get(path) ?? [],
    ancestorsOf(index) {
      const known = ancestors.get(index) ?? collectAncestors(history.commits, index, indexOf);
      ancestors.set(index, known);
      return known;
    },
    entryAt: (sha, path) => entries.get(sha)?.get(path) ?? null,
  };
}

function collectAncestors(
  commits: readonly Commit[],
  start: number,
  indexOf: (sha: CommitSha) => number | null,
): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [start];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const parent of commits[index]?.parents ?? []) {
      const next = indexOf(parent);
      if (next === null || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

/**
 * The commits whose entries the comparison of states needs beside the changes themselves: both ends of the range, the merge
 * bases, and the range's merges with their parents.
 */
export function commitsToRead({ base, head, mergeBases, commits }: History): readonly CommitSha[] {
  const merges = commits.filter(({ parents }) => parents.length > 1);
  return [
    ...new Set([base, head, ...mergeBases, ...merges.flatMap(({ sha, parents }) => [sha, ...parents])]),
  ];
}

/** Whether the pull request brings nothing to the path: the head has what the base tip has, or what every merge base has. */
export function bringsNothing(lineage: Lineage, path: RepoPath): boolean {
  const { history } = lineage;
  const atHead = lineage.entryAt(history.head, path);
  const unchangedSince = (sha: CommitSha): boolean => sameEntry(lineage.entryAt(sha, path), atHead);
  return (
    unchangedSince(history.base) ||
    (history.mergeBases.length > 0 && history.mergeBases.every(unchangedSince))
  );
}
