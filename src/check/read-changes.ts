import type { Change } from '../core/history.js';
import type { AgentName, RepoPath } from '../core/vocabulary.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readTreeIds } from '../sources/git/entries.js';
import { diffTreePairs } from '../sources/git/tree-pairs.js';
import type { OpenRepository } from './open-repository.js';
import { readWork, type PendingWork } from './read-work.js';

/** Which agents made which of the changes, by path; a path that is missing is nobody’s that is known. */
export type WhoMade = (changes: readonly Change[]) => Promise<ReadonlyMap<RepoPath, readonly AgentName[]>>;

/** What is staged, against HEAD. Rejects as `readWork` does. */
export const readStagedChanges = async (opened: OpenRepository): Promise<readonly Change[]> =>
  readChanges(opened.borrowed, await readWork(opened, 'staged'));

/** Uncommitted work against HEAD, also where a merge is under way. */
export async function readChanges(
  { git, objects }: Repository,
  { parents: [head], tree }: PendingWork,
): Promise<readonly Change[]> {
  const [headTree = ''] = await readTreeIds(objects, [head]);
  const [changes = []] = headTree === tree ? [] : await diffTreePairs(git, [[headTree, tree]]);
  return changes;
}
