import type { AttributedCommit } from '../attribution/attribute.js';
import type { SharedUse } from '../report.js';
import type { SharedPaths } from './shared-paths.js';

/** Counts the changes of agents that nothing but a shared pattern judges: for each commit, by pattern. */
export const countSharedUses = (
  attributed: readonly AttributedCommit[],
  shared: SharedPaths,
): readonly SharedUse[] =>
  attributed.flatMap(({ commit, agents }) => {
    const changes = new Map<string, number>();
    for (const change of agents.length === 0 ? [] : commit.changes) {
      const pattern = shared.opening(change);
      if (pattern !== null) changes.set(pattern, (changes.get(pattern) ?? 0) + 1);
    }
    return [...changes].map(([pattern, count]) => ({ pattern, commit: commit.sha, changes: count }));
  });
