import { sameEntry, type Change, type Commit, type History, type OwnChange } from '../history.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import type { Lineage } from './lineage.js';

/**
 * The paths in which the head differs from every merge base though no commit of the range changed them itself: the second
 * net below the reading of merges. With no merge base, every path that the head brings is the root commits' own.
 */
export function unexplainedPaths({ netChanges, commits }: History): readonly RepoPath[] {
  const [first, ...others] = netChanges;
  if (first === undefined) return [];
  const explained = new Set<RepoPath>();
  for (const { changes } of commits) for (const { path } of changes) explained.add(path);
  const elsewhere = others.map((changes) => new Set(changes.map(({ path }) => path)));
  return first
    .map(({ path }: Change) => path)
    .filter((path) => !explained.has(path) && elsewhere.every((paths) => paths.has(path)));
}

/**
 * Charges each unexplained path to the merge that chose the head's entry over another parent's and that git cannot redo. Any
 * other merge is held against git's own merge of its parents, so what it chose is explained already: a path that a clean
 * merge moved or mixed is nobody's. The lineage must hold the entries of the range's merges and of their parents.
 */
export function chargeUnexplained(paths: readonly RepoPath[], lineage: Lineage): readonly Commit[] {
  const inexact = lineage.history.commits.filter(({ isExact = true }) => !isExact);
  const charges = new Map<CommitSha, OwnChange[]>();
  for (const path of paths) {
    const cause = inexact.flatMap((merge) => chosenBy(merge, path, lineage)).at(-1);
    if (cause !== undefined) charges.set(cause.sha, [...(charges.get(cause.sha) ?? []), cause.change]);
  }
  return lineage.history.commits.map((commit) => {
    const charged = charges.get(commit.sha);
    return charged === undefined ? commit : { ...commit, changes: [...commit.changes, ...charged] };
  });
}

function chosenBy(
  { sha, parents }: Commit,
  path: RepoPath,
  lineage: Lineage,
): readonly { readonly sha: CommitSha; readonly change: OwnChange }[] {
  const after = lineage.entryAt(lineage.history.head, path);
  if (!sameEntry(lineage.entryAt(sha, path), after)) return [];
  const dropped = parents.findIndex((parent) => !sameEntry(lineage.entryAt(parent, path), after));
  const parent = parents[dropped];
  return parent === undefined
    ? []
    : [{ sha, change: { path, before: lineage.entryAt(parent, path), after, beforeIn: dropped + 1 } }];
}
