import type { AttributedCommit } from '../core/attribution/attribute.js';
import type { Roster } from '../core/definitions/roster.js';
import type { PathRulings } from '../core/judgement/path-rulings.js';

/** Below, nothing is loaded. */
const MANY_CHANGES = 2_000;

/** What answers for all paths of a range at once, where it changes many. */
export async function readyRulings(
  roster: Roster,
  commits: readonly AttributedCommit[],
): Promise<PathRulings | null> {
  const paths = commits.flatMap(({ commit }) => commit.changes.map(({ path }) => path));
  if (paths.length < MANY_CHANGES) return null;
  const { createPathRulings } = await import('../core/judgement/path-rulings.js');
  return createPathRulings(roster, paths);
}
