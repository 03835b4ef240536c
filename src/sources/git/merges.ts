import { sameEntry, type Change, type EntriesByCommit, type OwnChange } from '../../core/history.js';
import type { CommitSha, RepoPath } from '../../core/vocabulary.js';
import { mergeAutomatically, type AutomaticMerge } from './automatic-merge.js';
import type { Repository } from './borrowed-repository.js';
import { readEntries, readTreeIds } from './entries.js';
import { comparePaths } from './paths.js';
import type { LoggedCommit } from './parse-log.js';
import { diffTreePairs } from './tree-pairs.js';

type Own = readonly [CommitSha, readonly OwnChange[]];

interface MergeOfTwo {
  readonly commit: LoggedCommit;
  readonly parents: readonly [CommitSha, CommitSha];
}

/** What each merge did itself; `merges` are commits with at least two parents. */
export async function readOwnChangesOfMerges(
  repository: Repository,
  merges: readonly LoggedCommit[],
): Promise<ReadonlyMap<CommitSha, readonly OwnChange[]>> {
  const ofTwo = merges.flatMap(toMergeOfTwo);
  const automatic = await mergeAutomatically(
    repository.git,
    ofTwo.map(({ parents }) => parents),
  );
  const merged = ofTwo.map((merge, index) => ({ ...merge, automatic: automatic[index] ?? null }));
  const unmergeable = merged.filter((merge) => merge.automatic === null).map(({ commit }) => commit);
  const octopuses = merges.filter(({ parents }) => parents.length !== 2);
  const own = await Promise.all([
    compareWithAutomatic(repository, merged.flatMap(toMergedOfTwo)),
    compareWithParents(repository, [...octopuses, ...unmergeable]),
  ]);
  return new Map(own.flat());
}

type MergedOfTwo = MergeOfTwo & { readonly automatic: AutomaticMerge };

function toMergeOfTwo(commit: LoggedCommit): readonly MergeOfTwo[] {
  const [first, second, third] = commit.parents;
  if (first === undefined || second === undefined || third !== undefined) return [];
  return [{ commit, parents: [first, second] }];
}

const toMergedOfTwo = ({
  automatic,
  ...merge
}: MergeOfTwo & { readonly automatic: AutomaticMerge | null }): readonly MergedOfTwo[] =>
  automatic === null ? [] : [{ ...merge, automatic }];

async function compareWithAutomatic(repository: Repository, merges: readonly MergedOfTwo[]) {
  const notClean = merges.filter(
    ({ commit, automatic }) => automatic.tree !== commit.tree || automatic.conflicted.size > 0,
  );
  const differences = await diffTreePairs(
    repository.git,
    notClean.map(({ commit, automatic }) => [automatic.tree, commit.tree]),
  );
  return Promise.all(
    notClean.map(async (merge, index): Promise<Own> => {
      const difference = differences[index] ?? [];
      const paths = [...new Set([...difference.map(({ path }) => path), ...merge.automatic.conflicted])];
      const entries = await readEntries(repository.objects, [...merge.parents, merge.commit.sha], paths);
      const byPath = new Map(difference.map((change) => [change.path, change]));
      const changes = paths
        .sort(comparePaths)
        .flatMap((path) => toOwnChange(merge, path, byPath.get(path) ?? null, entries));
      return [merge.commit.sha, changes];
    }),
  );
}

/**
 * A conflict that was resolved is the merge's own work, also where it takes one side whole: then it undid the other side's.
 * Elsewhere the merge changed what the automatic merge gave.
 */
function toOwnChange(
  { commit, parents, automatic }: MergedOfTwo,
  path: RepoPath,
  difference: Change | null,
  entries: EntriesByCommit,
): readonly OwnChange[] {
  const [first, second] = parents.map((parent) => entries.get(parent)?.get(path) ?? null);
  const inFirst = first ?? null;
  const inSecond = second ?? null;
  if (!automatic.conflicted.has(path)) {
    if (difference === null) return [];
    const { before } = difference;
    if (sameEntry(before, inFirst)) return [{ ...difference, beforeIn: 1 }];
    return [{ ...difference, beforeIn: sameEntry(before, inSecond) ? 2 : 'automatic-merge' }];
  }
  const after = entries.get(commit.sha)?.get(path) ?? null;
  if (!sameEntry(inFirst, after)) return [{ path, before: inFirst, after, beforeIn: 1 }];
  if (!sameEntry(inSecond, after)) return [{ path, before: inSecond, after, beforeIn: 2 }];
  return [];
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
    const changes = first.filter(({ path }) => elsewhere.every((paths) => paths.has(path)));
    return [sha, changes.map((change) => ({ ...change, beforeIn: 1 }))];
  });
}
