import type { ViolationCode } from '../violation.js';
import { agentName, type AgentName } from '../vocabulary.js';
import { DEFAULT_POLICY, levelOf, type Policy } from './policy.js';

/** A finding that would be an error or a warning, and that the config switches off. */
export interface Silenced {
  readonly code: ViolationCode;
  /** `null` where it is off for all. */
  readonly agent: AgentName | null;
}

/** What nobody is told of, so that a report without findings can say how much that means. */
export function silencedBy(policy: Pick<Policy, 'severity' | 'agents'>): readonly Silenced[] {
  const codes = (Object.keys(DEFAULT_POLICY.severity) as readonly ViolationCode[]).filter((code) =>
    ['error', 'warning'].includes(DEFAULT_POLICY.severity[code]),
  );
  const isOff = (code: ViolationCode, agent: AgentName | null): boolean =>
    levelOf(policy, code, agent) === 'off';
  const forAll = codes.filter((code) => isOff(code, null));
  const forOne = Object.keys(policy.agents).flatMap((name) =>
    codes
      .filter((code) => !forAll.includes(code) && isOff(code, agentName(name)))
      .map((code) => ({ code, agent: agentName(name) })),
  );
  return [...forAll.map((code) => ({ code, agent: null })), ...forOne];
}
