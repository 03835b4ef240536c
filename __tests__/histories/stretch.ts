import type { RandomCommit, RandomHistory } from './generate.js';
import { createRandom } from './random.js';

export type Shape = 'as it is' | 'with a long past' | 'with long ways';

/** More commits than the first step of a fetch is deep. */
const PAST = 230;
/** About as many. */
const SHORTEST_WAY = 185;
const LONGEST_WAY = 205;

/**
 * The same history, long enough for a fetch to be cut off: with commits below its first one, and with commits that change
 * nothing between some commits and one of their parents.
 */
export function stretch(history: RandomHistory, shape: Shape): RandomHistory {
  if (shape === 'as it is') return history;
  const random = createRandom(history.seed);
  const commits: RandomCommit[] = [];
  const lengthen = (start: readonly number[], count: number, files: RandomCommit['files']): number => {
    for (let made = 0; made < count; made += 1) {
      commits.push({ parents: made === 0 ? start : [commits.length - 1], files, claims: [] });
    }
    return commits.length - 1;
  };
  const past = lengthen([], PAST, new Map());
  const chosen = shape === 'with long ways' ? [0, 1, 2].map(() => random.below(history.commits.length)) : [];
  const places: number[] = [];
  for (const [index, commit] of history.commits.entries()) {
    const which = random.below(commit.parents.length);
    const parents = commit.parents.map((parent, order) => {
      const place = places[parent] ?? 0;
      if (order !== which || !chosen.includes(index)) return place;
      const length = SHORTEST_WAY + random.below(LONGEST_WAY - SHORTEST_WAY);
      return lengthen([place], length, history.commits[parent]?.files ?? new Map());
    });
    commits.push({ ...commit, parents: index === 0 ? [past] : parents });
    places.push(commits.length - 1);
  }
  return { ...history, commits, base: places[history.base] ?? 0, head: places[history.head] ?? 0 };
}
