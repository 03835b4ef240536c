import type { Commit } from '../history.js';
import type { Policy } from '../policy/policy.js';
import type { AgentName } from '../vocabulary.js';
import { claimsOf, splitList } from './claims.js';
import { createAgentFinder, type AttributedAgent, type Rosters } from './find-agent.js';
import { findMisplaced, type MisplacedClaim } from './find-misplaced.js';
import type { Mark } from './marks.js';
import { createReadings, type Readings } from './readings.js';
import { readSaid, type Said } from './said.js';

export type { AttributedAgent, Rosters } from './find-agent.js';

export interface UnknownClaim {
  readonly value: string;
  readonly suggestions: readonly AgentName[];
}

/** Whose a commit is, with everything that judging needs. */
export interface AttributedCommit {
  readonly commit: Commit;
  readonly kind: 'agent' | 'joint' | 'unknown' | 'anonymous' | 'person';
  readonly agents: readonly AttributedAgent[];
  readonly unknown: readonly UnknownClaim[];
  /** Those of its agents that it names only where git does not look. */
  readonly misplaced: readonly MisplacedClaim<AttributedAgent>[];
  /** What shows that an AI made it; looked for only where no agent is named. */
  readonly marks: readonly Mark[];
  /** A listed person or bot made it, or its trailer says that a person did, and nothing shows an AI. */
  readonly isVouchedFor: boolean;
}

export type AttributionPolicy = Pick<Policy, 'trailers' | 'people' | 'aliases' | 'identities'>;

/** A commit that claims more unknown names than this is as unknown as with these. */
const MOST_UNKNOWN = 50;

/** Maps each commit to the agents that its message claims. A trailer is a claim, not a proof. */
export function attribute(
  commits: readonly Commit[],
  rosters: Rosters,
  policy: AttributionPolicy,
): readonly AttributedCommit[] {
  const readings = createReadings(createAgentFinder(rosters, policy.aliases), policy.people);
  const said = readSaid(policy);
  return commits.map((commit) => {
    const claims = readClaims(commit, policy.trailers, readings, said);
    const { agents, unknown } = claims;
    if (agents.length > 0 || unknown.length > 0) {
      const kind = unknown.length > 0 ? 'unknown' : agents.length > 1 ? 'joint' : 'agent';
      return { commit, kind, agents, unknown, misplaced: claims.misplaced, marks: [], isVouchedFor: false };
    }
    const marks = [...claims.products, ...said.marks(commit)];
    const author = said.kindOf({ name: commit.authorName, email: commit.authorEmail });
    const isVouchedFor = marks.length === 0 && (claims.isPerson || author === 'person' || author === 'bot');
    const kind = marks.length > 0 ? 'anonymous' : 'person';
    return { commit, kind, agents, unknown, misplaced: [], marks, isVouchedFor };
  });
}

/**
 * Whether commits name agents that the base does not define, so that elder definitions are worth a look: in their trailers,
 * or in any line that would be a claim if somebody were known by that name.
 */
export function hasOpenNames(
  commits: readonly Commit[],
  rosters: Rosters,
  policy: AttributionPolicy,
): { readonly inTrailers: boolean; readonly inMessages: boolean } {
  const { trailers: keys, people, aliases } = policy;
  const said = readSaid(policy);
  const finder = createAgentFinder(rosters, aliases);
  const readings = createReadings(finder, people);
  const isOpen = (value: string): boolean => {
    const found = finder.find(value);
    if (found.kind === 'known') return found.byAlias || found.agent.provisional;
    return readings.read(value).kind === 'unknown';
  };
  const inTrailers = commits.some(({ trailers }) => claimsOf(trailers, keys, readings.isKnown).some(isOpen));
  const namesOpen = (value: string): boolean => splitList(value, readings.isKnown).some(isOpen);
  const inMessages = commits.some((commit) =>
    said.claimLines(commit).some(({ values }) => values.every(namesOpen)),
  );
  return { inTrailers, inMessages };
}

function readClaims(commit: Commit, keys: readonly string[], readings: Readings, said: Said) {
  const read = claimsOf(commit.trailers, keys, readings.isKnown).map((value) => ({
    value,
    ...readings.read(value),
  }));
  const visible = uniqueByName(read.flatMap((claim) => (claim.kind === 'agent' ? [claim.agent] : [])));
  const names = visible.map(({ agent }) => agent.name);
  const unknown = read.filter(({ kind }) => kind === 'unknown');
  // A line that git does take for a trailer is not misplaced, whatever else is wrong with it.
  const seen = new Set(unknown.map(({ value }) => value));
  const lines = said.claimLines(commit).filter(({ values: [first = ''] }) => !seen.has(first));
  const misplaced = findMisplaced(lines, names, (value) => readings.agentsIn(value));
  const mentioned = lines
    .filter(({ where }) => where !== 'misspelt-key' && where !== 'in-subject')
    .flatMap(({ values }) => values.slice(-1).map((value) => ({ value, ...readings.read(value) })));
  return {
    misplaced,
    agents: [...visible, ...misplaced.map(({ agent }) => agent)],
    unknown: unknown
      .slice(0, MOST_UNKNOWN)
      .map(({ value }) => ({ value, suggestions: readings.suggest(value) })),
    products: uniqueMarks([...read, ...mentioned].filter(({ kind }) => kind === 'product')),
    isPerson: read.some(({ kind }) => kind === 'person'),
  };
}

const uniqueMarks = (claims: readonly { readonly value: string }[]): readonly Mark[] =>
  [...new Set(claims.map(({ value }) => value))].slice(0, 10).map((value) => ({ kind: 'claim', value }));

const uniqueByName = (agents: readonly AttributedAgent[]): readonly AttributedAgent[] => [
  ...new Map(agents.map((attributed) => [attributed.agent.name, attributed])).values(),
];
