import { normaliseName } from '../attribution/names.js';
import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { Policy } from '../policy/policy.js';

export interface PairedAgents {
  /** Each agent of the base, and the one of the head that a trailer with its name would mean. */
  readonly pairs: readonly { readonly before: Agent; readonly after: Agent | null }[];
  /** Those of the head that no agent of the base becomes. */
  readonly added: readonly Agent[];
}

/** Looks the names of the base up as trailers are looked up at the head, whose aliases count where no agent has the name. */
export function pairAgents(base: Roster, head: Roster, aliases: Policy['aliases']): PairedAgents {
  const find = createFinder(head.agents);
  const renamed = new Map(Object.entries(aliases).map(([from, to]) => [normaliseName(from), to]));
  const pairs = base.agents.map((before) => {
    const found = find(before.name);
    const alias = renamed.get(normaliseName(before.name));
    return { before, after: found === 'unknown' && alias !== undefined ? known(find(alias)) : known(found) };
  });
  const continued = new Set(pairs.map(({ after }) => after));
  return { pairs, added: head.agents.filter((agent) => !continued.has(agent)) };
}

type Found = Agent | 'ambiguous' | 'unknown';

const known = (found: Found): Agent | null => (typeof found === 'string' ? null : found);

/** Answers as `lookUpName` does, for many names at once. */
export function createFinder(agents: readonly Agent[]): (name: string) => Found {
  const exact = new Map(agents.map((agent) => [agent.name as string, agent]));
  const normalised = new Map<string, Agent | 'ambiguous'>();
  for (const agent of agents) {
    const key = normaliseName(agent.name);
    normalised.set(key, normalised.has(key) ? 'ambiguous' : agent);
  }
  const findSpelling = (name: string): Found => {
    const found = exact.get(name);
    if (found !== undefined) return found;
    const key = normaliseName(name);
    return (key === '' ? undefined : normalised.get(key)) ?? 'unknown';
  };
  return (name) => {
    const whole = findSpelling(name);
    return whole === 'unknown' && name.includes(':')
      ? findSpelling(name.slice(name.lastIndexOf(':') + 1))
      : whole;
  };
}
