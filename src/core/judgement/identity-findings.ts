import type { AttributedCommit } from '../attribution/attribute.js';
import { levelOf, type Policy } from '../policy/policy.js';
import type { CommitViolation } from '../violation.js';
import type { AgentName, Severity } from '../vocabulary.js';

/** The findings on who made the commits: unreadable messages, unknown names, agents that only the head defines. */
export function findIdentityProblems(
  attributed: readonly AttributedCommit[],
  policy: Pick<Policy, 'severity' | 'agents'>,
): readonly CommitViolation[] {
  const introduced = new Set<AgentName>();
  return attributed.flatMap(({ commit, agents, unknown }) => {
    const newcomers = agents.filter(({ agent, provisional }) => provisional && !introduced.has(agent.name));
    for (const { agent } of newcomers) introduced.add(agent.name);
    return [
      ...(commit.unreadable === null
        ? []
        : unlessOff(levelOf(policy, 'unreadable-commit', null), (level) => ({
            code: 'unreadable-commit' as const,
            severity: level,
            commit: commit.sha,
            reason: commit.unreadable ?? 'nul-in-message',
          }))),
      ...unknown.flatMap(({ value, suggestions }) =>
        unlessOff(levelOf(policy, 'unknown-agent', null), (level) => ({
          code: 'unknown-agent' as const,
          severity: level,
          commit: commit.sha,
          claim: value,
          suggestions,
        })),
      ),
      ...newcomers.flatMap(({ agent }) =>
        agent.definitions.slice(0, 1).flatMap(({ file }) =>
          unlessOff(levelOf(policy, 'provisional-agent', agent.name), (level) => ({
            code: 'provisional-agent' as const,
            severity: level,
            agent: agent.name,
            commit: commit.sha,
            file,
            waivedBy: null,
          })),
        ),
      ),
    ];
  });
}

const unlessOff = <Finding extends CommitViolation>(
  severity: Severity | 'off',
  build: (severity: Severity) => Finding,
): readonly Finding[] => (severity === 'off' ? [] : [build(severity)]);
