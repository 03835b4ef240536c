import type { DefinitionProblem, DefinitionProblemCode } from '../definitions/problem.js';
import { identityOf } from '../definitions/problem-identity.js';

/** What a pull request is told of its definitions as a whole. The rest describes how things stand: only `lint` tells it. */
const TOLD: ReadonlySet<DefinitionProblemCode> = new Set(['contested-paths', 'contract-drift']);

/** Of the tree-aware problems of base and head, the conflicts that only the head has. */
export function introducedConflicts(
  base: readonly DefinitionProblem[],
  head: readonly DefinitionProblem[],
): readonly DefinitionProblem[] {
  const known = new Set(base.map(identityOf));
  return head.filter(
    (problem) => TOLD.has(problem.code) && problem.severity !== 'notice' && !known.has(identityOf(problem)),
  );
}
