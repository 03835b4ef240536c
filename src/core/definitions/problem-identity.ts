import type { DefinitionProblem } from './problem.js';

/** What comes and goes while the problem stays: where it stands, and which files of the tree show it. */
const PASSING: ReadonlySet<string> = new Set(['line', 'paths', 'tracked', 'otherwiseDenied']);

/** Equal for two problems that are the same: one that only moved to another line, or shows in other files, is. */
export const identityOf = (problem: DefinitionProblem): string =>
  JSON.stringify(problem, (key, value: unknown) => (PASSING.has(key) ? null : value));
