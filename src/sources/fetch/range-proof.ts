/** Commits with their parents, children before parents; a commit whose parents were cut off has none. */
export type CommitGraph = ReadonlyMap<string, readonly string[]>;

export interface Cut {
  readonly graph: CommitGraph;
  /** The commits of the graph whose parents were cut off. */
  readonly boundary: ReadonlySet<string>;
}

/** Bits of one machine word. */
const WORD = 32;
/** Steps after which a proof is given up: a bigger part of the graph, or all of it, is then the cheaper way. */
const MOST_STEPS = 50_000_000;

/** Pure: lines of `git rev-list --topo-order --parents`. */
export function parseGraph(listing: string): CommitGraph {
  const graph = new Map<string, readonly string[]>();
  for (const line of listing.split('\n')) {
    const [commit, ...parents] = line.split(' ');
    if (commit) graph.set(commit, parents);
  }
  return graph;
}

/** What a part of a graph is asked for, beside `base..head`. */
export interface Further {
  /** Further heads, up to the same base. */
  readonly heads: readonly string[];
  /** Pairs of commits that are to be merged. */
  readonly pairs: readonly (readonly [string, string])[];
}

const NOTHING_MORE: Further = { heads: [], pairs: [] };

/**
 * Whether the part of a commit graph that is here answers like the whole: which commits `base..head` holds, what the merge
 * bases of both are, and from which commit git's own merge starts for each merge in the range. The same for further heads, and
 * for pairs that are to be merged.
 *
 * A commit that is missing is an ancestor of a boundary commit. So where a commit has every boundary commit among its
 * ancestors (it is *anchored*), nothing that is missing can be its descendant, and a question about its descendants has the
 * same answer here as in the whole graph. The proof:
 * 1. no commit of the range is a boundary commit: then none is missing from the range;
 * 2. the range and its commits' parents are anchored: then the base does not reach one of them by a way that is cut off;
 * 3. for each merge in the range, which is one of two, the best common ancestor is one commit, and anchored: then no other is
 *    better. A merge of more, which is held against several merges of two, is left to the whole graph.
 */
export function isProved(
  { graph, boundary }: Cut,
  base: string,
  head: string,
  { heads, pairs }: Further = NOTHING_MORE,
): boolean {
  if (boundary.size === 0) return true;
  const range = rangeIn(graph, base, [head, ...heads]);
  if (range.some((commit) => boundary.has(commit))) return false;
  const merges = [
    ...range.map((commit) => graph.get(commit) ?? []).filter((parents) => parents.length > 1),
    ...pairs,
  ];
  const steps = graph.size * (merges.length + Math.ceil(boundary.size / WORD));
  if (steps > MOST_STEPS) return false;
  const anchored = anchoredBy(graph, [...boundary]);
  const edges = range.flatMap((commit) => [commit, ...(graph.get(commit) ?? [])]);
  return (
    edges.every((commit) => anchored.has(commit)) &&
    merges.every(([one = '', other = '', third]) => {
      if (third !== undefined) return false;
      const [best, second] = bestCommonAncestors(graph, one, other);
      return best !== undefined && second === undefined && anchored.has(best);
    })
  );
}

/**
 * The commits of `base..head` that the tips hold, where the part of the graph that is here tells it like the whole; else
 * `null`. No commit of the range is a boundary commit, and each is anchored: so nothing that is missing can be its descendant,
 * and neither the base nor a tip reaches it by a way that is cut off.
 */
export function heldIn(
  { graph, boundary }: Cut,
  { base, head }: { readonly base: string; readonly head: string },
  tips: readonly string[],
): ReadonlySet<string> | null {
  const range = rangeIn(graph, base, [head]);
  if (boundary.size > 0) {
    if (range.some((commit) => boundary.has(commit))) return null;
    if (graph.size * Math.ceil(boundary.size / WORD) > MOST_STEPS) return null;
    const anchored = anchoredBy(graph, [...boundary]);
    if (!range.every((commit) => anchored.has(commit))) return null;
  }
  const ofTips = ancestorsOf(graph, ...tips);
  return new Set(range.filter((commit) => ofTips.has(commit)));
}

function rangeIn(graph: CommitGraph, base: string, heads: readonly string[]): readonly string[] {
  const ofBase = ancestorsOf(graph, base);
  return [...ancestorsOf(graph, ...heads)].filter((commit) => !ofBase.has(commit));
}

/** The commits themselves among them. */
function ancestorsOf(graph: CommitGraph, ...starts: readonly string[]): ReadonlySet<string> {
  const found = new Set(starts);
  for (const commit of found) for (const parent of graph.get(commit) ?? []) found.add(parent);
  return found;
}

/** Maximal ones: no child of theirs is a common ancestor too. */
function bestCommonAncestors(graph: CommitGraph, one: string, other: string): readonly string[] {
  const ofOther = ancestorsOf(graph, other);
  const common = [...ancestorsOf(graph, one)].filter((commit) => ofOther.has(commit));
  const lesser = new Set(common.flatMap((commit) => graph.get(commit) ?? []));
  return common.filter((commit) => !lesser.has(commit));
}

/** The commits that have every boundary commit among their ancestors, or are it; a word of boundary commits at a time. */
function anchoredBy(graph: CommitGraph, boundary: readonly string[]): ReadonlySet<string> {
  const parentsFirst = [...graph].reverse();
  let anchored: ReadonlySet<string> = new Set(graph.keys());
  for (let start = 0; start < boundary.length; start += WORD) {
    const bits = new Map(boundary.slice(start, start + WORD).map((commit, index) => [commit, 1 << index]));
    const all = [...bits.values()].reduce((sum, bit) => sum | bit, 0);
    const reached = new Map<string, number>();
    for (const [commit, parents] of parentsFirst) {
      const below = parents.reduce((sum, parent) => sum | (reached.get(parent) ?? 0), 0);
      reached.set(commit, below | (bits.get(commit) ?? 0));
    }
    anchored = new Set([...anchored].filter((commit) => reached.get(commit) === all));
  }
  return anchored;
}
