import type { AttributedCommit } from '../attribution/attribute.js';
import type { Change, OwnChange } from '../history.js';
import type { AgentName } from '../vocabulary.js';

/** Which agents made a change, as far as anybody noted it; none where a person or nobody known did. */
export type MakersOf = (change: Change) => readonly AgentName[];

/**
 * Divides work that names several agents into that of each, by who made which change: an agent answers for its own changes
 * only. A change that several made is theirs together; one that none of its agents made is nobody's.
 */
export function divideWork(work: AttributedCommit, makersOf: MakersOf): readonly AttributedCommit[] {
  const parts = new Map<string, { readonly agents: AttributedCommit['agents']; changes: OwnChange[] }>();
  for (const change of work.commit.changes) {
    const makers = new Set(makersOf(change));
    const agents = work.agents.filter(({ agent }) => makers.has(agent.name));
    const key = JSON.stringify(agents.map(({ agent }) => agent.name));
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { agents, changes: [change] });
    else part.changes.push(change);
  }
  return [...parts.values()].map(({ agents, changes }) => ({
    ...work,
    commit: { ...work.commit, changes },
    kind: agents.length > 1 ? 'joint' : agents.length === 1 ? 'agent' : 'person',
    agents,
    isVouchedFor: agents.length === 0,
  }));
}
