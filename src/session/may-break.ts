import type { Agent } from '../core/definitions/definition.js';
import { isLink, type Change } from '../core/history.js';
import type { ProtectedPaths } from '../core/judgement/protected-paths.js';
import { ruling } from '../core/judgement/ruling.js';
import { levelOf, type Policy } from '../core/policy/policy.js';
import type { Bearings } from './bearings.js';

/** Whether a change may be a finding that fails the check, if one of the agents made it. */
export type MayBreak = (change: Change, agents: readonly Agent[]) => boolean;

export async function readMayBreak(bearings: Bearings): Promise<MayBreak> {
  const [{ policy }, protectedPaths] = await Promise.all([bearings.policy(), bearings.protectedPaths()]);
  return createMayBreak(policy, protectedPaths);
}

/** A quick look: a no is certain, a yes is for the check to confirm. */
export const createMayBreak =
  (policy: Policy, { isProtected }: Pick<ProtectedPaths, 'isProtected'>): MayBreak =>
  (change, agents) => {
    if (isLink(change.before) || isLink(change.after) || isProtected(change)) return true;
    return agents.some((agent) => {
      const { verdict } = ruling(agent, change.path);
      if (verdict === 'cannot-touch') return true;
      const code = verdict === 'reads' ? 'read-only-path' : verdict === 'none' ? 'outside-owns' : null;
      const isStrict = code !== null && levelOf(policy, code, agent.name) === 'error';
      return isStrict || levelOf(policy, 'case-collision', agent.name) === 'error';
    });
  };
