import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { toIncompleteHistory } from './failure.js';
import type { Git } from './run.js';

/**
 * The commits after `base` up to `head` along first parents, oldest first: what was put on a branch, step by step. `null`
 * where that way does not lead to `base`. Rejects with `incomplete-history`.
 */
export async function readFirstParents(
  git: Git,
  base: CommitSha,
  head: CommitSha,
): Promise<readonly CommitSha[] | null> {
  const way = await listCommits(git, ['--first-parent', '--parents'], [head, `^${base}`]);
  const steps = way.map((line) => line.split(' ').map(commitSha));
  return steps.at(-1)?.[1] === base ? steps.flatMap(([sha]) => sha ?? []).reverse() : null;
}

/** The commits that can be reached from `head` and from none of the others. Rejects with `incomplete-history`. */
export async function readCommitsBeyond(
  git: Git,
  head: CommitSha,
  others: readonly CommitSha[],
): Promise<readonly CommitSha[]> {
  return (await listCommits(git, [], [head, ...others.map((other) => `^${other}`)])).map(commitSha);
}

/** Revisions go by the standard input: there may be many, and there none is an option (git-rev-list(1), `--stdin`). */
async function listCommits(git: Git, options: readonly string[], revisions: readonly string[]) {
  const { stdout } = await git.run(['rev-list', '--topo-order', ...options, '--stdin'], {
    input: revisions.map((revision) => `${revision}\n`).join(''),
    toError: toIncompleteHistory,
  });
  return stdout.toString('latin1').split('\n').filter(Boolean);
}

/** The parents of each of these commits. Rejects with `incomplete-history`. */
export async function readParents(
  git: Git,
  commits: readonly CommitSha[],
): Promise<ReadonlyMap<CommitSha, readonly CommitSha[]>> {
  const lines = await listCommits(git, ['--no-walk', '--parents'], commits);
  return new Map(
    lines.map((line) => {
      const [commit = '', ...parents] = line.split(' ');
      return [commitSha(commit), parents.map(commitSha)];
    }),
  );
}
