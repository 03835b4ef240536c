import type { AgentName, RepoPath } from '../vocabulary.js';
import type { Making } from './who-made.js';

/** Whether an agent OWNS a path. */
export type Owns = (agent: AgentName, path: RepoPath) => boolean;

/**
 * Whom a change is credited to. Where several calls saw it at the same time, those of them that own the path made it, as far
 * as anybody can tell; where none does, it is the work of all.
 */
export function creditOf({ change, agents, isCertain }: Making, owns: Owns): readonly AgentName[] {
  if (isCertain) return agents;
  const owners = agents.filter((agent) => owns(agent, change.path));
  return owners.length === 0 ? agents : owners;
}

/** By code unit, as a roster's agents are. */
export const byName = (left: AgentName, right: AgentName): number =>
  left < right ? -1 : left > right ? 1 : 0;
