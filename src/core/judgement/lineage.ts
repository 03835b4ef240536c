import { sameEntry, type EntriesByCommit, type History, type OwnChange, type TreeEntry } from '../history.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';

/** The commits of a range as a graph, with what they did to chosen paths. */
export interface Lineage {
  readonly history: History;
  /** Place in `history.commits`; parents stand before children. */
  indexOf(sha: CommitSha): number | null;
  /** The commits that changed the path themselves, parents before children. */
  changesOf(path: RepoPath): readonly { readonly index: number; readonly change: OwnChange }[];
  /** True where every commit of the range has the one before it as its only parent inside the range. */
  readonly isLinear: boolean;
  /** Whether one commit of the range is an ancestor of another, both by index. */
  isAncestor(ancestor: number, descendant: number): boolean;
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
  const indexOf = (sha: CommitSha): number | null => indices.get(sha) ?? null;
  const parentsOf = history.commits.map(({ parents }) =>
    parents.flatMap((parent) => {
      const index = indexOf(parent);
      return index === null ? [] : [index];
    }),
  );
  const isLinear = parentsOf.every(
    (parents, index) =>
      (index === 0 && parents.length === 0) || (parents.length === 1 && parents[0] === index - 1),
  );
  const ancestorsOf = createAncestors(parentsOf);
  return {
    history,
    indexOf,
    changesOf: (path) => changes.get(path) ?? [],
    isLinear,
    isAncestor: (ancestor, descendant) =>
      ancestor < descendant &&
      (isLinear || (ancestorsOf(descendant)[ancestor >> 3] ?? 0) & (1 << (ancestor & 7))) !== 0,
    entryAt: (sha, path) => entries.get(sha)?.get(path) ?? null,
  };
}

/** A commit's ancestors as one bit for each commit of the range; worked out when asked for, and kept. */
function createAncestors(parentsOf: readonly (readonly number[])[]): (index: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  return (start) => {
    const earlier = known.get(start);
    if (earlier !== undefined) return earlier;
    const bits = new Uint8Array((start >> 3) + 1);
    const open = [...(parentsOf[start] ?? [])];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const byte = bits[index >> 3] ?? 0;
      if ((byte & (1 << (index & 7))) !== 0) continue;
      bits[index >> 3] = byte | (1 << (index & 7));
      open.push(...(parentsOf[index] ?? []));
    }
    known.set(start, bits);
    return bits;
  };
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
