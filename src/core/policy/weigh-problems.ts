import type { DefinitionProblem } from '../definitions/problem.js';
import { FIXED_CODES } from './codes.js';
import type { Level, Policy } from './policy.js';

/**
 * The problems as heavily as the policy has them weigh: its setting for the agent concerned, else the one for all, else what
 * they have. Those that are off are left out; those that always fail keep their severity.
 */
export const weighProblems = (
  problems: readonly DefinitionProblem[],
  policy: Pick<Policy, 'severity' | 'agents'>,
): readonly DefinitionProblem[] =>
  problems.flatMap((problem) => {
    const level = levelOfProblem(problem, policy);
    if (level === 'off') return [];
    return [level === problem.severity ? problem : { ...problem, severity: level }];
  });

function levelOfProblem(
  { code, agent, severity: usual }: DefinitionProblem,
  { severity, agents }: Pick<Policy, 'severity' | 'agents'>,
): Level {
  if (FIXED_CODES.some((fixed) => fixed === code)) return usual;
  const own = agent !== null && Object.hasOwn(agents, agent) ? agents[agent] : undefined;
  return own?.severity[code] ?? severity[code] ?? usual;
}
