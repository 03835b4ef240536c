import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import type { Git } from './run.js';

/** The parents of a commit, the first one first; none for a first commit. */
export async function readParents(git: Git, commit: CommitSha): Promise<readonly CommitSha[]> {
  const { stdout } = await git.run(['rev-list', '--parents', '--max-count=1', commit, '--']);
  const [, ...parents] = stdout.toString('latin1').trim().split(' ');
  return parents.map(commitSha);
}
