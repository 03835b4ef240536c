import type { DefinitionProblem } from '../definitions/problem.js';
import { identityOf } from '../definitions/problem-identity.js';
import type { Roster } from '../definitions/roster.js';
import type { ReportedProblem } from '../report.js';
import type { AgentName } from '../vocabulary.js';

/** Problems that say how a definition stands, not that something in it was lost: only `lint` tells them. */
const LINT_ONLY: ReadonlySet<DefinitionProblem['code']> = new Set(['no-rules', 'not-a-definition']);

/**
 * The problems of the rules in force and those that the head brings. A problem counts where the pull request introduces it.
 * One of before counts where it costs a rule of an agent that has commits in it, so that nothing passes in silence because
 * its denial could not be read; an unreadable definition counts always, unless the head mends it.
 */
export function reportProblems(
  { base, head }: { readonly base: Roster; readonly head: Roster },
  active: ReadonlySet<AgentName>,
): readonly ReportedProblem[] {
  const atBase = new Set(base.problems.map(identityOf));
  const atHead = new Set(head.problems.map(identityOf));
  const inForce = base.problems.map((problem) => ({
    problem,
    introduced: false,
    counts:
      (costsARule(problem) && problem.agent !== null && active.has(problem.agent)) ||
      (problem.code === 'unreadable-definition' && atHead.has(identityOf(problem))),
  }));
  const introduced = head.problems
    .filter((problem) => !atBase.has(identityOf(problem)))
    .map((problem) => ({ problem, introduced: true, counts: true }));
  return [...inForce, ...introduced].filter(({ problem }) => !LINT_ONLY.has(problem.code));
}

const costsARule = (problem: DefinitionProblem): boolean =>
  problem.severity === 'error' || ('section' in problem && problem.section === 'cannot-touch');
