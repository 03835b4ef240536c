import { distance } from 'fastest-levenshtein';
import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { AgentName } from '../vocabulary.js';

export type LookUp =
  | { readonly kind: 'known'; readonly agent: Agent }
  | { readonly kind: 'ambiguous'; readonly names: readonly AgentName[] }
  | { readonly kind: 'unknown' };

const MOST_SUGGESTIONS = 3;
/** Longer values are no misspelt names; the cut keeps the distance cheap. */
const LONGEST_COMPARED = 200;

/** Two names that differ only in case, blanks, `-` and `_` are one: Claude Code compares `subagent_type` the same way. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');

/**
 * The agent that a trailer's value means: the exact name first, then the normalised one, then both again for what follows
 * the last colon (`plugin:name`). A value that meets two names is ambiguous.
 */
export function lookUpName(value: string, roster: Roster): LookUp {
  const whole = lookUpSpelling(value, roster);
  if (whole.kind !== 'unknown' || !value.includes(':')) return whole;
  return lookUpSpelling(value.slice(value.lastIndexOf(':') + 1), roster);
}

function lookUpSpelling(value: string, { agents }: Roster): LookUp {
  const exact = agents.find((agent) => agent.name === value);
  if (exact !== undefined) return { kind: 'known', agent: exact };
  const wanted = normaliseName(value);
  const [first, ...others] = agents.filter((agent) => normaliseName(agent.name) === wanted);
  if (first === undefined || wanted === '') return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', names: [first, ...others].map((agent) => agent.name) };
  return { kind: 'known', agent: first };
}

/** Known names within a third of the value's length in edits (at least two), nearest first; at most three. */
export function nearestNames(value: string, roster: Roster): readonly AgentName[] {
  const wanted = normaliseName(value.slice(value.lastIndexOf(':') + 1).slice(0, LONGEST_COMPARED));
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  return roster.agents
    .map(({ name }) => ({ name, edits: distance(wanted, normaliseName(name)) }))
    .filter(({ edits }) => edits <= furthest)
    .sort((left, right) => left.edits - right.edits || (left.name < right.name ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name }) => name);
}
