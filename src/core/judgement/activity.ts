import type { AttributedCommit } from '../attribution/attribute.js';
import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { AgentActivity } from '../report.js';
import { isLifted, stands, type PathViolation, type Violation } from '../violation.js';
import type { AgentName, RepoPath, SectionKind } from '../vocabulary.js';

/** What each agent in force did in the range, by name; so are agents that the range claims and the base does not define. */
export function describeActivity(
  base: Roster,
  attributed: readonly AttributedCommit[],
  violations: readonly Violation[],
): readonly AgentActivity[] {
  const elsewhere = attributed.flatMap(({ agents }) => agents.map(({ agent }) => agent));
  const agents = new Map([...elsewhere, ...base.agents].map((agent) => [agent.name, agent]));
  return [...agents.values()]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((agent) => activityOf(agent, attributed, violations));
}

function activityOf(
  agent: Agent,
  attributed: readonly AttributedCommit[],
  violations: readonly Violation[],
): AgentActivity {
  const commits = attributed.filter(({ agents }) => agents.some((other) => other.agent.name === agent.name));
  return {
    agent: agent.name,
    files: agent.definitions.map(({ file }) => file),
    rules: {
      owns: countRules(agent, 'owns'),
      reads: countRules(agent, 'reads'),
      cannotTouch: countRules(agent, 'cannot-touch'),
    },
    commits: commits.length,
    ...weighPaths(
      violations,
      agent.name,
      new Set(commits.flatMap(({ commit }) => commit.changes.map(({ path }) => path))).size,
    ),
  };
}

/** How the paths that an agent changed fare by the findings against it. */
export function weighPaths(
  violations: readonly Violation[],
  agent: AgentName,
  changedPaths: number,
): Pick<AgentActivity, 'changedPaths' | 'allowedPaths' | 'forbiddenPaths' | 'liftedPaths'> {
  const found = violations.filter(
    (violation): violation is PathViolation => 'undoneBy' in violation && violation.agent === agent,
  );
  const standing = pathsOf(found.filter(stands));
  const lifted = pathsOf(found.filter(isLifted));
  const either = new Set([...standing, ...lifted]);
  return {
    changedPaths,
    allowedPaths: changedPaths - either.size,
    forbiddenPaths: pathsOf(found.filter((violation) => FORBIDS.has(violation.code) && stands(violation)))
      .size,
    liftedPaths: either.size - standing.size,
  };
}

const FORBIDS: ReadonlySet<PathViolation['code']> = new Set(['forbidden-path', 'definition-edit']);

const pathsOf = (violations: readonly PathViolation[]): ReadonlySet<RepoPath> =>
  new Set(violations.map(({ path }) => path));

const countRules = (agent: Agent, kind: SectionKind): number =>
  agent.definitions
    .flatMap(({ sections }) => sections)
    .reduce((sum, section) => sum + (section.kind === kind ? section.rules.length : 0), 0);
