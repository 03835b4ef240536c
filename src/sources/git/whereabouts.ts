import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import type { Git } from './run.js';

export interface Whereabouts {
  /** The commit that is checked out. */
  readonly head: CommitSha | null;
  /** `HEAD` where it is checked out or below what is; else a branch that holds it; `null` where no branch does any more. */
  readonly branch: string | null;
  /** Whether a merge comes after it on the way to HEAD. */
  readonly hasMerges: boolean;
}

/** Where a commit of the working tree's repository stands now. */
export async function readWhereabouts(git: Git, commit: CommitSha): Promise<Whereabouts> {
  const head = await readHead(git);
  if (head === commit) return { head, branch: 'HEAD', hasMerges: false };
  if (head !== null && (await isBelow(git, commit, head))) {
    const merges = await git.run(['rev-list', '--merges', '--max-count=1', head, `^${commit}`, '--']);
    return { head, branch: 'HEAD', hasMerges: merges.stdout.length > 0 };
  }
  const refs = await git.run([
    'for-each-ref',
    '--count=1',
    '--format=%(refname:short)',
    `--contains=${commit}`,
    'refs/heads/',
  ]);
  const branch = refs.stdout.toString('utf8').trim();
  return { head, branch: branch === '' ? null : branch, hasMerges: false };
}

/** The commit that is checked out; `null` before the first one. */
export async function readHead(git: Git): Promise<CommitSha | null> {
  const { stdout } = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], {
    okExitCodes: [0, 1],
  });
  const text = stdout.toString('latin1').trim();
  return text === '' ? null : commitSha(text);
}

async function isBelow(git: Git, commit: CommitSha, head: CommitSha): Promise<boolean> {
  const { exitCode } = await git.run(['merge-base', '--is-ancestor', commit, head], { okExitCodes: [0, 1] });
  return exitCode === 0;
}
