import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { AgentName } from '../vocabulary.js';
import { lookUpName, nearestNames, normaliseName } from './names.js';

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

/** An agent that a commit claims, with the definitions that it is judged by. */
export interface AttributedAgent {
  readonly agent: Agent;
  /** Where those definitions stand. */
  readonly foundAt: 'base' | 'merge-base' | 'default-branch' | 'head';
  /** Only the head defines it: its word lifts nothing. */
  readonly provisional: boolean;
}

export type Found =
  | { readonly kind: 'known'; readonly agent: AttributedAgent; readonly byAlias: boolean }
  | { readonly kind: 'ambiguous'; readonly names: readonly AgentName[] }
  | { readonly kind: 'unknown' };

export interface AgentFinder {
  find(value: string): Found;
  /** Known names that a value may be meant for, nearest first. */
  suggest(value: string): readonly AgentName[];
}

const UNKNOWN: Found = { kind: 'unknown' };

/**
 * Looks a claimed value up: at the base, at the merge bases, on the default branch, then as an alias (once: what an alias
 * stands for is no alias), and last in the head, so that a definition of the head never takes the place of a known name.
 */
export function createAgentFinder(
  { base, mergeBases, defaultBranch, head }: Rosters,
  aliases: Readonly<Record<string, string>>,
): AgentFinder {
  const trusted: readonly (readonly [AttributedAgent['foundAt'], Roster])[] = [
    ['base', base],
    ...mergeBases.map((roster) => ['merge-base', roster] as const),
    ...(defaultBranch === null ? [] : [['default-branch', defaultBranch] as const]),
  ];
  const last = ['head', head] as const;
  const meant = new Map(Object.entries(aliases).map(([old, name]) => [normaliseName(old), name]));
  const known = new Map<string, Found>();

  const findAnew = (value: string): Found => {
    const direct = findIn(value, trusted);
    if (direct.kind !== 'unknown') return direct;
    const alias = meant.get(normaliseName(value)) ?? meant.get(normaliseName(afterPlugin(value)));
    const through = alias === undefined ? UNKNOWN : findIn(alias, [...trusted, last]);
    if (through.kind === 'known') return { ...through, byAlias: true };
    return through.kind === 'unknown' ? findIn(value, [last]) : through;
  };

  const find = (value: string): Found => {
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    const found = findAnew(value);
    known.set(value, found);
    return found;
  };
  return {
    find,
    suggest(value) {
      const found = find(value);
      return found.kind === 'ambiguous' ? found.names : nearestNames(value, base);
    },
  };
}

const afterPlugin = (value: string): string => value.slice(value.lastIndexOf(':') + 1);

function findIn(value: string, rosters: readonly (readonly [AttributedAgent['foundAt'], Roster])[]): Found {
  for (const [foundAt, roster] of rosters) {
    const found = lookUpName(value, roster);
    if (found.kind === 'ambiguous') return found;
    if (found.kind === 'unknown') continue;
    const agent = { agent: found.agent, foundAt, provisional: foundAt === 'head' };
    return { kind: 'known', agent, byAlias: false };
  }
  return UNKNOWN;
}
