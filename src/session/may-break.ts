import type { Agent } from '../core/definitions/definition.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { isLink, type Change } from '../core/history.js';
import { createProtectedPaths } from '../core/judgement/protected-paths.js';
import { ruling } from '../core/judgement/ruling.js';
import { DEFAULT_CONFIG_PATH, levelOf, type Policy } from '../core/policy/policy.js';
import { repoPath, type RepoPath } from '../core/vocabulary.js';

/**
 * Whether a change may be a finding that fails the check, if one of the agents made it. A quick look: a no is certain, a yes
 * is for the check to confirm. `linked` are paths that definitions are read through.
 */
export function createMayBreak(
  policy: Policy,
  linked: ReadonlySet<RepoPath>,
): (change: Change, agents: readonly Agent[]) => boolean {
  const protectedPaths = createProtectedPaths(
    policy.definitions,
    createIsDefinitionPath(policy.definitions),
    linked,
    { patterns: policy.protected, config: repoPath(DEFAULT_CONFIG_PATH) },
  );
  return (change, agents) => {
    if (isLink(change.before) || isLink(change.after)) return true;
    if (protectedPaths.isProtected(change)) return true;
    return agents.some((agent) => {
      const { verdict } = ruling(agent, change.path);
      if (verdict === 'cannot-touch') return true;
      const code = verdict === 'reads' ? 'read-only-path' : verdict === 'none' ? 'outside-owns' : null;
      return code !== null && levelOf(policy, code, agent.name) === 'error';
    });
  };
}
