import type { Report } from '../core/report.js';
import type { AgentName, CommitSha } from '../core/vocabulary.js';

/** The commit at which an agent's definition was read: the base, or the head for one that only the head defines. */
export function definedAt({ range, violations }: Report): (agent: AgentName) => CommitSha {
  const provisional = new Set(
    violations.flatMap((violation) => (violation.code === 'provisional-agent' ? [violation.agent] : [])),
  );
  return (agent) => (provisional.has(agent) ? range.head : range.base);
}
