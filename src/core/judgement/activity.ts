import type { AttributedCommit } from '../attribution/attribute.js';
import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { AgentActivity } from '../report.js';
import { stands, type Violation } from '../violation.js';
import type { AgentName, SectionKind } from '../vocabulary.js';

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
    changedPaths: new Set(commits.flatMap(({ commit }) => commit.changes.map(({ path }) => path))).size,
    forbiddenPaths: countForbiddenPaths(violations, agent.name),
  };
}

/** Distinct paths of the agent with a `forbidden-path` or `definition-edit` that stands. */
export const countForbiddenPaths = (violations: readonly Violation[], agent: AgentName): number =>
  new Set(violations.flatMap((violation) => forbiddenPath(violation, agent))).size;

const countRules = (agent: Agent, kind: SectionKind): number =>
  agent.definitions
    .flatMap(({ sections }) => sections)
    .reduce((sum, section) => sum + (section.kind === kind ? section.rules.length : 0), 0);

const forbiddenPath = (violation: Violation, agent: AgentName): readonly string[] =>
  (violation.code === 'forbidden-path' || violation.code === 'definition-edit') &&
  violation.agent === agent &&
  stands(violation)
    ? [violation.path]
    : [];
