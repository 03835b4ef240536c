import type { CommitSha } from '../../core/vocabulary.js';
import type { LoggedCommit } from './parse-log.js';
import { readLog } from './read-log.js';
import type { Git } from './run.js';

/** What each of the commits says and, if it is no merge, changed; in the order of `shas`. */
export async function readCommits(
  git: Git,
  shas: readonly CommitSha[],
  trailerKeys: readonly string[],
): Promise<readonly LoggedCommit[]> {
  if (shas.length === 0) return [];
  const log = await readLog(git, {
    trailerKeys,
    which: ['--no-walk', '--root', '--stdin'],
    input: shas.map((sha) => `${sha}\n`).join(''),
  });
  const bySha = new Map(log.map((commit) => [commit.sha, commit]));
  return shas.flatMap((sha) => bySha.get(sha) ?? []);
}
