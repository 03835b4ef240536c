import type { DefinitionProblem } from '../definitions/problem.js';
import { identityOf } from '../definitions/problem-identity.js';
import type { Roster } from '../definitions/roster.js';
import type { PolicyInForce } from '../policy/policy.js';
import { weighProblems } from '../policy/weigh-problems.js';
import type { ReportedProblem } from '../report.js';
import type { AgentName } from '../vocabulary.js';

/** Problems that say how a definition stands, not that something in it was lost: only `lint` tells them as notices. */
const LINT_ONLY: ReadonlySet<DefinitionProblem['code']> = new Set(['no-rules', 'not-a-definition']);

/**
 * The problems of the rules in force and those that the head brings. A problem counts where the pull request introduces it.
 * One of before counts where it costs a rule of an agent that has commits in it, so that nothing passes in silence because
 * its denial could not be read; an unreadable definition counts always, unless the head mends it. Those of the config are
 * among them; a config of the base that cannot be used was mended by the head, else there would be no report.
 */
export function reportProblems(
  rosters: { readonly base: Roster; readonly head: Roster },
  active: ReadonlySet<AgentName>,
  { policy, problems: config }: Pick<PolicyInForce, 'policy' | 'problems'>,
): readonly ReportedProblem[] {
  const base = [...config.base, ...weighProblems(rosters.base.problems, policy)];
  const head = [...config.head, ...weighProblems(rosters.head.problems, policy)];
  const atBase = new Set(base.map(identityOf));
  const atHead = new Set(head.map(identityOf));
  const inForce = base.map((problem) => ({
    problem,
    introduced: false,
    counts:
      (costsARule(problem) && problem.agent !== null && active.has(problem.agent)) ||
      (problem.code === 'unreadable-definition' && atHead.has(identityOf(problem))),
  }));
  const introduced = head
    .filter((problem) => !atBase.has(identityOf(problem)))
    .map((problem) => ({ problem, introduced: true, counts: true }));
  return [...inForce, ...introduced].filter(
    ({ problem }) => problem.severity !== 'notice' || !LINT_ONLY.has(problem.code),
  );
}

const costsARule = (problem: DefinitionProblem): boolean =>
  problem.severity === 'error' || ('section' in problem && problem.section === 'cannot-touch');
