import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { Commit } from '../history.js';
import type { Policy } from '../policy/policy.js';
import type { AgentName } from '../vocabulary.js';
import { claimsOf } from './claims.js';
import { lookUpName, nearestNames, normaliseName } from './names.js';

/** An agent that a commit claims, with the definitions that it is judged by. */
export interface AttributedAgent {
  readonly agent: Agent;
  /** Only the head defines it: its word lifts nothing. */
  readonly provisional: boolean;
}

export interface UnknownClaim {
  readonly value: string;
  readonly suggestions: readonly AgentName[];
}

/** Whose a commit is, with everything that judging needs. */
export interface AttributedCommit {
  readonly commit: Commit;
  readonly kind: 'agent' | 'joint' | 'unknown' | 'person';
  readonly agents: readonly AttributedAgent[];
  readonly unknown: readonly UnknownClaim[];
}

export interface Rosters {
  /** The rules in force. */
  readonly base: Roster;
  /** Those of the merge bases, for agents that the base branch has retired since. */
  readonly mergeBases: readonly Roster[];
  /** That of the default branch, for agents that an older branch never knew; `null` where it is not needed or not known. */
  readonly defaultBranch: Roster | null;
  /** Looked up last, for agents that only the pull request defines. */
  readonly head: Roster;
}

/** Maps each commit to the agents that its trailers claim. A trailer is a claim, not a proof. */
export function attribute(
  commits: readonly Commit[],
  rosters: Rosters,
  policy: Pick<Policy, 'trailers' | 'people'>,
): readonly AttributedCommit[] {
  const people = new Set(policy.people.map(normaliseName));
  const find = createFinder(rosters);
  return commits.map((commit) => {
    const claims = claimsOf(commit.trailers, policy.trailers, (value) => find(value).agent !== null);
    const found = claims
      .map((value) => ({ value, ...find(value) }))
      .filter(({ value, agent }) => agent !== null || !people.has(normaliseName(value)));
    const agents = uniqueByName(found.flatMap(({ agent }) => agent ?? []));
    const unknown = found.flatMap(({ value, agent, suggestions }) =>
      agent === null ? [{ value, suggestions }] : [],
    );
    return { commit, kind: kindOf(agents.length, unknown.length), agents, unknown };
  });
}

function kindOf(known: number, unknown: number): AttributedCommit['kind'] {
  if (unknown > 0) return 'unknown';
  if (known > 1) return 'joint';
  return known === 1 ? 'agent' : 'person';
}

interface Found {
  readonly agent: AttributedAgent | null;
  readonly suggestions: readonly AgentName[];
}

function createFinder({ base, mergeBases, defaultBranch, head }: Rosters): (value: string) => Found {
  const known = new Map<string, Found>();
  return (value) => {
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    const found = findAgent(
      value,
      [base, ...mergeBases, ...(defaultBranch === null ? [] : [defaultBranch])],
      head,
    );
    known.set(value, found);
    return found;
  };
}

function findAgent(value: string, trusted: readonly Roster[], head: Roster): Found {
  for (const roster of [...trusted, head]) {
    const found = lookUpName(value, roster);
    const provisional = roster === head;
    if (found.kind === 'known') return { agent: { agent: found.agent, provisional }, suggestions: [] };
    if (found.kind === 'ambiguous') return { agent: null, suggestions: found.names };
  }
  return { agent: null, suggestions: trusted[0] === undefined ? [] : nearestNames(value, trusted[0]) };
}

function uniqueByName(agents: readonly AttributedAgent[]): readonly AttributedAgent[] {
  return [...new Map(agents.map((attributed) => [attributed.agent.name, attributed])).values()];
}
