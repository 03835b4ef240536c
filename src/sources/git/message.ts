import type { CommitSha } from '../../core/vocabulary.js';
import type { Git } from './run.js';

/** The message of a commit as it stands there: what follows the header and the empty line behind it. */
export async function readMessage(git: Git, commit: CommitSha): Promise<string> {
  const { stdout } = await git.run(['cat-file', 'commit', commit]);
  const end = stdout.indexOf('\n\n');
  return end === -1 ? '' : stdout.toString('utf8', end + 2);
}
