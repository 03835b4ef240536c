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
  const agents = new Map<AgentName, Agent>();
  const done = new Map<AgentName, Done>();
  for (const { commit, agents: authors } of attributed) {
    for (const name of new Set(authors.map(({ agent }) => agent.name))) {
      const { commits, paths } = done.get(name) ?? nothingDone();
      for (const { path } of commit.changes) paths.add(path);
      done.set(name, { commits: commits + 1, paths });
    }
    for (const { agent } of authors) agents.set(agent.name, agent);
  }
  for (const agent of base.agents) agents.set(agent.name, agent);
  return [...agents.values()]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((agent) => activityOf(agent, done.get(agent.name) ?? nothingDone(), violations));
}

interface Done {
  readonly commits: number;
  readonly paths: Set<RepoPath>;
}

const nothingDone = (): Done => ({ commits: 0, paths: new Set() });

function activityOf(agent: Agent, { commits, paths }: Done, violations: readonly Violation[]): AgentActivity {
  return {
    agent: agent.name,
    files: agent.definitions.map(({ file }) => file),
    rules: {
      owns: countRules(agent, 'owns'),
      reads: countRules(agent, 'reads'),
      cannotTouch: countRules(agent, 'cannot-touch'),
    },
    commits,
    ...weighPaths(violations, agent.name, paths.size),
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
