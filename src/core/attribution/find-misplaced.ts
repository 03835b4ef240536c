import type { AgentName } from '../vocabulary.js';
import type { ClaimLine } from './claim-lines.js';
import type { MisplacedWhere } from './misplaced.js';

/** A known agent that a message names where git does not look. */
export interface MisplacedClaim<Known> {
  readonly agent: Known;
  /** The line as the message has it, without blanks around it. */
  readonly written: string;
  readonly where: MisplacedWhere;
  readonly key: string;
}

/** More is shown by no output. */
const LONGEST_SHOWN = 200;

/**
 * The known agents that lines of a message claim besides those that git's own trailers claim already, each once. A line
 * counts only where nothing that it names is unknown (`lookUp` gives `null` otherwise): prose makes nobody responsible.
 */
export function findMisplaced<Known extends { readonly agent: { readonly name: AgentName } }>(
  lines: readonly ClaimLine[],
  claimed: Iterable<AgentName>,
  lookUp: (value: string) => readonly Known[] | null,
): readonly MisplacedClaim<Known>[] {
  const seen = new Set(claimed);
  return lines.flatMap(({ values, written, where, key }) => {
    const named = firstOf(values, lookUp) ?? [];
    return named.flatMap((agent) => {
      if (seen.has(agent.agent.name)) return [];
      seen.add(agent.agent.name);
      return [{ agent, written: written.slice(0, LONGEST_SHOWN), where, key }];
    });
  });
}

function firstOf<Result>(values: readonly string[], lookUp: (value: string) => Result | null): Result | null {
  for (const value of values) {
    const found = lookUp(value);
    if (found !== null) return found;
  }
  return null;
}
