import type { AgentName } from '../vocabulary.js';
import { BUILT_IN_AGENTS } from './built-in-names.js';
import { splitList } from './claims.js';
import type { AgentFinder, AttributedAgent } from './find-agent.js';
import { normaliseName } from './names.js';
import { compileWildcards } from './wildcards.js';

/** What a value of an `Agent` trailer means. */
export type Reading =
  | { readonly kind: 'agent'; readonly agent: AttributedAgent }
  /** A person did it. */
  | { readonly kind: 'person' }
  /** A product, or a type that every installation of Claude Code has: no agent of this repository. */
  | { readonly kind: 'product' }
  | { readonly kind: 'unknown' };

export interface Readings {
  read(value: string): Reading;
  /**
   * All agents that a value names, alone or beside persons and products in a list with commas; `null` where it names none, or
   * where any part is unknown.
   */
  agentsIn(value: string): readonly AttributedAgent[] | null;
  /** True for what is no unknown name. */
  readonly isKnown: (value: string) => boolean;
  suggest(value: string): readonly AgentName[];
}

const isBuiltIn = compileWildcards(BUILT_IN_AGENTS.map(normaliseName));
const LONGEST_BUILT_IN = 100;

/** Reads values: a defined agent goes before a person, a person before a product. */
export function createReadings(finder: AgentFinder, people: readonly string[]): Readings {
  const persons = new Set(people.map(normaliseName));
  const read = (value: string): Reading => {
    const found = finder.find(value);
    if (found.kind === 'known') return { kind: 'agent', agent: found.agent };
    if (value === '') return { kind: 'unknown' };
    const name = normaliseName(value);
    if (persons.has(name)) return { kind: 'person' };
    const isProduct = found.kind === 'unknown' && value.length <= LONGEST_BUILT_IN && isBuiltIn(name);
    return { kind: isProduct ? 'product' : 'unknown' };
  };
  const isKnown = (value: string): boolean => read(value).kind !== 'unknown';
  return {
    read,
    isKnown,
    agentsIn(value) {
      const parts = splitList(value, isKnown).map(read);
      const agents = parts.flatMap((part) => (part.kind === 'agent' ? [part.agent] : []));
      return agents.length === 0 ? null : agents;
    },
    suggest: (value) => finder.suggest(value),
  };
}
