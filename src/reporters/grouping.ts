import type { Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { mostSevereFirst } from './severity.js';

/** The items of each key, keys in the order of their first item. */
export function groupBy<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The agent that a finding is about; `null` where it is about a commit or about the whole. */
export function agentOf(violation: Violation): AgentName | null {
  if ('waiver' in violation) return violation.waiver.agent;
  if ('change' in violation) return violation.change.agent;
  return 'agent' in violation ? violation.agent : null;
}

/**
 * The findings of each agent, most severe first; the agent with the most severe one first, otherwise in the report's order;
 * last what is about no agent.
 */
export function groupByAgent(
  violations: readonly Violation[],
): ReadonlyMap<AgentName | null, readonly Violation[]> {
  const ordered = mostSevereFirst(violations);
  return groupBy(
    [
      ...ordered.filter((violation) => agentOf(violation) !== null),
      ...ordered.filter((violation) => agentOf(violation) === null),
    ],
    agentOf,
  );
}
