import type { Roster } from '../definitions/roster.js';
import type { Explanation } from '../report.js';
import type { RepoPath } from '../vocabulary.js';
import { toReference } from './judge.js';
import type { ProtectedPaths } from './protected-paths.js';
import { ruling } from './ruling.js';

/** What every agent of the roster may do with each path, and by which rule. The paths need not exist. */
export const explainPaths = (
  { agents }: Roster,
  paths: readonly RepoPath[],
  { isProtected }: Pick<ProtectedPaths, 'isProtected'>,
): readonly Explanation[] =>
  paths.map((path) => ({
    path,
    protected: isProtected({ path, before: null, after: null }),
    agents: agents.map((agent) => {
      const { verdict, rule } = ruling(agent, path);
      return { agent: agent.name, verdict, rule: rule === null ? null : toReference(rule) };
    }),
  }));
