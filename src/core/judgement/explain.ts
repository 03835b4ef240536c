import type { Roster } from '../definitions/roster.js';
import type { Explanation } from '../report.js';
import type { RepoPath } from '../vocabulary.js';
import { toReference } from './judge.js';
import type { ProtectedPaths } from './protected-paths.js';
import { ruling } from './ruling.js';
import { createSharedPaths } from './shared-paths.js';

/** What of a policy concerns paths whatever the definitions say. */
export interface OpenAndClosed extends Pick<ProtectedPaths, 'isProtected'> {
  /** Patterns of paths that are open to every agent, protected ones excluded; `!` closes again. */
  readonly shared: readonly string[];
}

/** What every agent of the roster may do with each path, and by which rule. The paths need not exist. */
export function explainPaths(
  { agents }: Roster,
  paths: readonly RepoPath[],
  { shared, ...closed }: OpenAndClosed,
): readonly Explanation[] {
  const open = createSharedPaths(shared, closed);
  return paths.map((path) => {
    const change = { path, before: null, after: null };
    return {
      path,
      protected: closed.isProtected(change),
      shared: open.opening(change),
      agents: agents.map((agent) => {
        const { verdict, rule } = ruling(agent, path);
        return { agent: agent.name, verdict, rule: rule === null ? null : toReference(rule) };
      }),
    };
  });
}
