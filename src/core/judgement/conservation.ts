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
  const explained = new Set(commits.flatMap(({ changes }) => changes.map(({ path }) => path)));
  const elsewhere = others.map((changes) => new Set(changes.map(({ path }) => path)));
  return first
    .map(({ path }: Change) => path)
    .filter((path) => !explained.has(path) && elsewhere.every((paths) => paths.has(path)));
}

/**
 * Charges each unexplained path to the merge that chose the head's entry over another parent's. The lineage must hold the
 * entries of the range's merges and of their parents. Where no merge did, the head itself is charged: nothing changes
 * without an author.
 */
export function chargeUnexplained(paths: readonly RepoPath[], lineage: Lineage): readonly Commit[] {
  const charges = new Map<CommitSha, OwnChange[]>();
  for (const path of paths) {
    const { sha, change } = findCause(path, lineage);
    charges.set(sha, [...(charges.get(sha) ?? []), change]);
  }
  return lineage.history.commits.map((commit) => {
    const charged = charges.get(commit.sha);
    return charged === undefined ? commit : { ...commit, changes: [...commit.changes, ...charged] };
  });
}

function findCause(path: RepoPath, lineage: Lineage): { sha: CommitSha; change: OwnChange } {
  const { commits, head, base } = lineage.history;
  const after = lineage.entryAt(head, path);
  let sha = head;
  for (let commit = commits[lineage.indexOf(sha) ?? -1]; commit !== undefined;) {
    if (commit.parents.length > 1) {
      const parent = commit.parents.findIndex(
        (candidate) => !sameEntry(lineage.entryAt(candidate, path), after),
      );
      const other = commit.parents[parent];
      if (other !== undefined) {
        return {
          sha: commit.sha,
          change: { path, before: lineage.entryAt(other, path), after, beforeIn: parent + 1 },
        };
      }
    }
    sha = commit.parents[0] ?? sha;
    commit = commits[lineage.indexOf(sha) ?? -1];
  }
  return { sha: head, change: { path, before: lineage.entryAt(base, path), after, beforeIn: 1 } };
}
