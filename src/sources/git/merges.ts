import { sameEntry, type Change, type EntriesByCommit, type OwnChange } from '../../core/history.js';
import type { CommitSha, RepoPath } from '../../core/vocabulary.js';
import type { AutomaticMerge } from './automatic-merge.js';
import type { Repository } from './borrowed-repository.js';
import { readEntries, readTreeIds } from './entries.js';
import { mergeInTurn } from './merge-in-turn.js';
import { comparePaths } from './paths.js';
import type { LoggedCommit } from './parse-log.js';
import { diffTreePairs } from './tree-pairs.js';

/** What a merge did itself. */
export interface OwnWork {
  readonly changes: readonly OwnChange[];
  /** False where git has no merge of its own to hold this one against, so that only its parents could be compared. */
  readonly isExact: boolean;
}

type Own = readonly [CommitSha, OwnWork];

interface Merge {
  readonly commit: LoggedCommit;
  readonly automatic: AutomaticMerge;
}

/** What each merge did itself; `merges` are commits with at least two parents. */
export async function readOwnChangesOfMerges(
  repository: Repository,
  merges: readonly LoggedCommit[],
): Promise<ReadonlyMap<CommitSha, OwnWork>> {
  const automatic = await mergeInTurn(
    repository.git,
    merges.map(({ parents }) => parents),
  );
  const mergeable: Merge[] = [];
  const unmergeable: LoggedCommit[] = [];
  for (const [index, commit] of merges.entries()) {
    const merge = automatic[index] ?? null;
    if (merge === null) unmergeable.push(commit);
    else mergeable.push({ commit, automatic: merge });
  }
  const own = await Promise.all([
    compareWithAutomatic(repository, mergeable),
    compareWithParents(repository, unmergeable),
  ]);
  return new Map(own.flat());
}

async function compareWithAutomatic(repository: Repository, merges: readonly Merge[]) {
  const notClean = merges.filter(
    ({ commit, automatic }) => automatic.tree !== commit.tree || automatic.conflicted.size > 0,
  );
  const differences = await diffTreePairs(
    repository.git,
    notClean.map(({ commit, automatic }) => [automatic.tree, commit.tree]),
  );
  return Promise.all(
    notClean.map(async (merge, index): Promise<Own> => {
      const { commit, automatic } = merge;
      const difference = differences[index] ?? [];
      const paths = [...new Set([...difference.map(({ path }) => path), ...automatic.conflicted])];
      const entries = await readEntries(repository.objects, [...commit.parents, commit.sha], paths);
      const byPath = new Map(difference.map((change) => [change.path, change]));
      const changes = paths
        .sort(comparePaths)
        .flatMap((path) => toOwnChange(merge, path, byPath.get(path) ?? null, entries));
      return [commit.sha, { changes, isExact: true }];
    }),
  );
}

/**
 * A conflict that was resolved is the merge's own work, also where it takes one side whole: then it undid another side's.
 * Elsewhere the merge changed what the automatic merge gave.
 */
function toOwnChange(
  { commit, automatic }: Merge,
  path: RepoPath,
  difference: Change | null,
  entries: EntriesByCommit,
): readonly OwnChange[] {
  const inParents = commit.parents.map((parent) => entries.get(parent)?.get(path) ?? null);
  const after = entries.get(commit.sha)?.get(path) ?? null;
  const isConflict = automatic.conflicted.has(path);
  if (!isConflict) {
    if (difference === null) return [];
    const source = inParents.findIndex((entry) => sameEntry(entry, difference.before));
    if (source !== -1) return [{ ...difference, beforeIn: source + 1 }];
    // No command shows git's merge of three, so that the state before must be one that a parent has.
    if (inParents.length === 2) return [{ ...difference, beforeIn: 'automatic-merge' }];
  }
  const dropped = inParents.findIndex((entry) => !sameEntry(entry, after));
  return dropped === -1 ? [] : [{ path, before: inParents[dropped] ?? null, after, beforeIn: dropped + 1 }];
}

/** Paths that differ from every parent: all that can be said where git has no merge of its own to compare with. */
async function compareWithParents(repository: Repository, merges: readonly LoggedCommit[]) {
  const pairs = merges.flatMap(({ parents, tree }) => parents.map((parent) => ({ parent, tree })));
  const parentTrees = await readTreeIds(
    repository.objects,
    pairs.map(({ parent }) => parent),
  );
  const differences = await diffTreePairs(
    repository.git,
    pairs.map(({ tree }, index) => [parentTrees[index] ?? '', tree]),
  );
  let next = 0;
  return merges.map(({ sha, parents }): Own => {
    const [first = [], ...others] = differences.slice(next, (next += parents.length));
    const elsewhere = others.map((changes) => new Set(changes.map(({ path }) => path)));
    const changes = first
      .filter(({ path }) => elsewhere.every((paths) => paths.has(path)))
      .map((change) => ({ ...change, beforeIn: 1 }));
    return [sha, { changes, isExact: false }];
  });
}
