import type { Rule } from '../definitions/definition.js';
import type { EntryReference, PathSample } from '../definitions/lint-facts.js';
import type { PathIndex } from '../patterns/path-index.js';
import { firstPositions, type PathSet } from '../patterns/path-set.js';
import type { AgentName, RepoPath } from '../vocabulary.js';

const MOST_EXAMPLES = 3;

/** How many paths there are, and the first few of them. */
export const sampleOf = (paths: PathSet, index: PathIndex): PathSample => ({
  examples: pathsOf(paths, index, MOST_EXAMPLES),
  count: paths.count,
});

export const pathsOf = (paths: PathSet, index: PathIndex, most: number): readonly RepoPath[] =>
  firstPositions(paths, most).flatMap((position) => index.paths[position] ?? []);

export const toEntry = (agent: AgentName, { section, pattern, location }: Rule): EntryReference => ({
  agent,
  section,
  pattern,
  ...location,
});
