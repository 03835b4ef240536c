import type { TreeEntry } from '../../core/history.js';
import { commitSha, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { readEntries } from './entries.js';
import { openObjectReader } from './objects.js';
import type { Git } from './run.js';

/** What HEAD of a working tree holds at the paths; nothing before the first commit. */
export async function readEntriesAtHead(
  git: Git,
  paths: readonly RepoPath[],
): Promise<ReadonlyMap<RepoPath, TreeEntry>> {
  const objects = openObjectReader(git);
  const head = commitSha('HEAD');
  try {
    return (await readEntries(objects, [head], paths)).get(head) ?? new Map();
  } catch (error) {
    if (error instanceof OperationalError && error.code === 'incomplete-history') return new Map();
    throw error;
  } finally {
    objects.close();
  }
}
