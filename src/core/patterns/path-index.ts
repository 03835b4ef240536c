import type { RepoPath } from '../vocabulary.js';
import { createAllowance } from './allowance.js';
import type { Alternative, CompiledPattern, Segment } from './compiled-pattern.js';
import { matchTree } from './match-tree.js';
import { createNameGlobs } from './name-globs.js';
import { createPathTree, type PathNode, type PathTree } from './path-tree.js';
import { collectRanges, type PathSet } from './path-set.js';

/** Answers many patterns about many paths. */
export interface PathIndex {
  readonly tree: PathTree;
  /** By position. */
  readonly paths: readonly RepoPath[];
  /** The positions of exactly those paths that the pattern's `matches` says yes to. Equal patterns share one answer. */
  matching(pattern: CompiledPattern): PathSet;
}

/** How many bounds of answers may be remembered. */
const MOST_REMEMBERED = 8_000_000;

/** The same text for patterns of the same alternatives, however they are written; exceptions apart from others. */
export const patternKey = ({ alternatives, negated }: CompiledPattern): string =>
  (negated ? '!' : '') + keyOf(alternatives);

/** No name is empty or holds a slash, so that one slash parts names and two part alternatives. */
const keyOf = (alternatives: readonly Alternative[]): string =>
  alternatives
    .map((alternative) => alternative.map(spell).join('/'))
    .sort()
    .join('//');

function spell(segment: Segment): string {
  switch (segment.kind) {
    case 'literal':
      return `=${segment.text}`;
    case 'glob':
      return `~${segment.text}`;
    case 'any-depth':
      return '**';
  }
}

/** Indexes the paths, each of them once. */
export function createPathIndex(paths: Iterable<RepoPath>): PathIndex {
  const tree = createPathTree(paths);
  const toGlob = createNameGlobs(tree);
  const answers = new Map<string, PathSet>();
  const remember = createAllowance(MOST_REMEMBERED, () => {
    answers.clear();
  });
  return {
    tree,
    paths: tree.paths,
    matching(pattern) {
      const key = keyOf(pattern.alternatives);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = toSet(
        pattern.alternatives.flatMap((alternative) => matchTree(tree, alternative, toGlob)),
      );
      remember(answer.bounds.length + 1);
      answers.set(key, answer);
      return answer;
    },
  };
}

function toSet(nodes: readonly PathNode[]): PathSet {
  const ranges = collectRanges();
  for (const { start, end } of nodes.toSorted((one, other) => one.start - other.start))
    ranges.add(start, end);
  return ranges.toSet();
}
