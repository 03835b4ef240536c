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
    .replace(/[\s_-]/gu, '');

/**
 * The agent that a trailer's value means: the exact name first, then the normalised one, then both again for what follows
 * the last colon (`plugin:name`). A value that meets two names is ambiguous.
 */
export function lookUpName(value: string, roster: Roster): LookUp {
  const whole = lookUpSpelling(value, roster);
  if (whole.kind !== 'unknown') return whole;
  return lookUpSpelling(value.slice(value.lastIndexOf(':') + 1), roster);
}

function lookUpSpelling(value: string, roster: Roster): LookUp {
  const { byName, bySpelling } = indexOf(roster);
  const exact = byName.get(value);
  if (exact !== undefined) return { kind: 'known', agent: exact };
  const wanted = normaliseName(value);
  const [first, ...others] = bySpelling.get(wanted) ?? [];
  if (first === undefined || wanted === '') return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', names: [first, ...others].map((agent) => agent.name) };
  return { kind: 'known', agent: first };
}

interface NameIndex {
  readonly byName: ReadonlyMap<string, Agent>;
  readonly bySpelling: ReadonlyMap<string, readonly Agent[]>;
}

/** A message can hold a hundred thousand names: each is looked up without a walk over the agents. */
const indices = new WeakMap<Roster, NameIndex>();

function indexOf(roster: Roster): NameIndex {
  const known = indices.get(roster);
  if (known !== undefined) return known;
  const bySpelling = new Map<string, Agent[]>();
  for (const agent of roster.agents) {
    const spelling = normaliseName(agent.name);
    const others = bySpelling.get(spelling);
    if (others === undefined) bySpelling.set(spelling, [agent]);
    else others.push(agent);
  }
  const index = { byName: new Map(roster.agents.map((agent) => [agent.name, agent])), bySpelling };
  indices.set(roster, index);
  return index;
}

/** Without a plugin's name before it, and without an address or a model behind it. */
function bareName(value: string): string {
  const end = value.search(/[<(]/);
  const name = end > 0 ? value.slice(0, end) : value;
  return name.slice(name.lastIndexOf(':') + 1);
}

/** Known names within a third of the value's length in edits (at least two), nearest first; at most three. */
export function nearestNames(value: string, roster: Roster): readonly AgentName[] {
  const wanted = normaliseName(bareName(value).slice(0, LONGEST_COMPARED));
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  return roster.agents
    .map(({ name }) => ({ name, edits: distance(wanted, normaliseName(name)) }))
    .filter(({ edits }) => edits <= furthest)
    .sort((left, right) => left.edits - right.edits || (left.name < right.name ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name }) => name);
}
