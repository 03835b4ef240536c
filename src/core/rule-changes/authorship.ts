import type { AttributedCommit } from '../attribution/attribute.js';
import type { RuleChange } from '../policy/rule-changes.js';
import type { RepoPath } from '../vocabulary.js';

export type Author = Pick<RuleChange, 'commit' | 'by'>;

const NOBODY: Author = { commit: null, by: [] };

/** Tells who changed one of some places last; commits stand parents before children. */
export function createAuthorship(
  attributed: readonly AttributedCommit[],
): (places: readonly RepoPath[]) => Author {
  const last = new Map<RepoPath, number>();
  for (const [at, { commit }] of attributed.entries())
    for (const { path } of commit.changes) last.set(path, at);
  return (places) => {
    const latest = places.reduce((most, place) => Math.max(most, last.get(place) ?? -1), -1);
    const found = attributed[latest];
    return found === undefined
      ? NOBODY
      : { commit: found.commit.sha, by: found.agents.map(({ agent }) => agent.name) };
  };
}
