import { sameEntry, type Change, type TreeEntry } from '../history.js';
import type { RepoPath } from '../vocabulary.js';

/** What differs from one tree to another, by the order of the paths in the first, then in the second. */
export function changesBetween(
  before: ReadonlyMap<RepoPath, TreeEntry>,
  after: ReadonlyMap<RepoPath, TreeEntry>,
): readonly Change[] {
  const changes: Change[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const change = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (!sameEntry(change.before, change.after)) changes.push(change);
  }
  return changes;
}
