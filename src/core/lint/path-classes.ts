import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import type { RepoPath } from '../vocabulary.js';
import { createNearby } from './nearby-patterns.js';

/** Paths that the same patterns match, so that one answer holds for all of them. */
export interface PathClass {
  has(pattern: CompiledPattern): boolean;
  readonly count: number;
  /** The first ones, in the order of the paths. */
  readonly examples: readonly RepoPath[];
}

export const MOST_EXAMPLES = 3;

/** The paths that match any of `asked`, in classes by what of `asked` and `further` matches them. Paths come sorted. */
export function classifyPaths(
  paths: readonly RepoPath[],
  asked: readonly CompiledPattern[],
  further: readonly CompiledPattern[],
): readonly PathClass[] {
  const numbers = numberPatterns([...asked, ...further]);
  const near = [asked, further].map((patterns) => createNearby(distinct(patterns, numbers)));
  const classes = new Map<string, { met: ReadonlySet<number>; count: number; examples: RepoPath[] }>();
  for (const path of paths) {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const met: number[] = [];
    for (const patterns of near) {
      for (const { number, pattern } of patterns.at(directory)) if (pattern.matches(path)) met.push(number);
      if (met.length === 0) break;
    }
    if (met.length === 0) continue;
    const key = met.join();
    const found = classes.get(key);
    if (found === undefined) classes.set(key, { met: new Set(met), count: 1, examples: [path] });
    else {
      found.count += 1;
      if (found.examples.length < MOST_EXAMPLES) found.examples.push(path);
    }
  }
  return [...classes.values()].map(({ met, count, examples }) => ({
    has: (pattern) => met.has(numbers.get(pattern) ?? -1),
    count,
    examples,
  }));
}

/** Patterns that match the same in the same spelling have one number; a leading `!` makes no difference. */
function numberPatterns(patterns: readonly CompiledPattern[]): ReadonlyMap<CompiledPattern, number> {
  const known = new Map<string, number>();
  return new Map(
    patterns.map((pattern) => {
      const identity = JSON.stringify(pattern.alternatives);
      const number = known.get(identity) ?? known.size;
      known.set(identity, number);
      return [pattern, number];
    }),
  );
}

function distinct(
  patterns: readonly CompiledPattern[],
  numbers: ReadonlyMap<CompiledPattern, number>,
): readonly { readonly pattern: CompiledPattern; readonly number: number }[] {
  const byNumber = new Map(patterns.map((pattern) => [numbers.get(pattern) ?? -1, pattern]));
  return [...byNumber].map(([number, pattern]) => ({ number, pattern }));
}
