import type { DefinitionSource } from '../definitions/roster.js';
import { sameEntry, type History, type TreeEntry } from '../history.js';
import type { RepoPath } from '../vocabulary.js';

/** The paths where a definition's content may come from: its own, its target and the links on the way. */
export const placesOf = ({ path, target, links = [] }: DefinitionSource): readonly RepoPath[] => [
  path,
  ...(target === undefined ? [] : [target]),
  ...links,
];

/** What the branch itself brings, told apart from what the base has gained since the branch began. */
export interface Brought {
  /** Whether the head differs there from a merge base. */
  has(path: RepoPath): boolean;
  /** Whether the base differs there from a merge base as well. */
  isContested(path: RepoPath): boolean;
}

export function whatIsBrought(
  { netChanges }: Pick<History, 'netChanges'>,
  base: ReadonlyMap<RepoPath, TreeEntry>,
): Brought {
  const contested = new Map<RepoPath, boolean>();
  for (const { path, before } of netChanges.flat())
    contested.set(path, contested.get(path) === true || !sameEntry(before, base.get(path) ?? null));
  return { has: (path) => contested.has(path), isContested: (path) => contested.get(path) === true };
}

/**
 * The definitions as they would stand after the merge of the head into the base: the base's where the branch brings nothing,
 * else the head's. `null` where both sides changed one and only git can say what becomes of it.
 */
export function sourcesAfterMerge(
  base: readonly DefinitionSource[],
  head: readonly DefinitionSource[],
  brought: Brought,
): readonly DefinitionSource[] | null {
  const before = new Map(base.map((source) => [source.path, source]));
  const after = new Map(head.map((source) => [source.path, source]));
  const merged: DefinitionSource[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const sides = [before.get(path), after.get(path)];
    const places = sides.flatMap((source) => (source === undefined ? [] : placesOf(source)));
    if (places.some((place) => brought.isContested(place))) return null;
    const source = places.some((place) => brought.has(place)) ? after.get(path) : before.get(path);
    if (source !== undefined) merged.push(source);
  }
  return merged;
}
