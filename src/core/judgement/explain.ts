import type { Roster } from '../definitions/roster.js';
import { compilePattern } from '../patterns/dialect.js';
import type { Explanation } from '../report.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import { toReference } from './judge.js';
import type { ProtectedPaths } from './protected-paths.js';
import { ruling } from './ruling.js';

/** What of a policy concerns paths whatever the definitions say. */
export interface OpenAndClosed extends Pick<ProtectedPaths, 'isProtected'> {
  /** Patterns of paths that are open to every agent, protected ones excluded. */
  readonly shared: readonly string[];
}

/** What every agent of the roster may do with each path, and by which rule. The paths need not exist. */
export function explainPaths(
  { agents }: Roster,
  paths: readonly RepoPath[],
  { shared, ...closed }: OpenAndClosed,
): readonly Explanation[] {
  const open = shared.flatMap((pattern) => {
    const result = compilePattern(pattern, { section: 'owns', root: repoPath('') });
    return result.ok ? [{ pattern, compiled: result.pattern }] : [];
  });
  return paths.map((path) => {
    const isClosed = closed.isProtected({ path, before: null, after: null });
    return {
      path,
      protected: isClosed,
      shared: isClosed ? null : (open.find(({ compiled }) => compiled.matches(path))?.pattern ?? null),
      agents: agents.map((agent) => {
        const { verdict, rule } = ruling(agent, path);
        return { agent: agent.name, verdict, rule: rule === null ? null : toReference(rule) };
      }),
    };
  });
}
