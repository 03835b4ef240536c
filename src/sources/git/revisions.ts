import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toIncompleteHistory, toNotARepository } from './failure.js';
import type { Git } from './run.js';

/** git's own order of guessing (git-clone(1) writes `origin/HEAD`), then the usual names. */
const defaultBasesOf = (remotes: readonly string[]): readonly string[] => [
  ...remotes.flatMap((remote) =>
    ['HEAD', 'main', 'master'].map((branch) => `refs/remotes/${remote}/${branch}`),
  ),
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The commits that revisions mean in the workspace (gitrevisions(7)), `null` for one that means none; one process for all
 * of them, and none can be taken for an option. Rejects with `not-a-repository`.
 */
export async function findRevisions(
  git: Git,
  directory: string,
  revisions: readonly string[],
): Promise<readonly (CommitSha | null)[]> {
  const askable = revisions.filter(isOneLine);
  const { stdout } = await git.run(['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    input: askable.map((revision) => `${revision}^{commit}\n`).join(''),
    toError: toNotARepository(directory),
  });
  const answers = stdout.toString('utf8').split('\n');
  const found = new Map(askable.map((revision, index) => [revision, toCommit(answers[index] ?? '')]));
  return revisions.map((revision) => found.get(revision) ?? null);
}

/** Like `findRevisions`, but rejects with `unknown-revision` for the first that means no commit. */
export async function resolveRevisions(
  git: Git,
  directory: string,
  revisions: readonly string[],
): Promise<readonly CommitSha[]> {
  const found = await findRevisions(git, directory, revisions);
  return found.map((commit, index) => {
    if (commit === null) throw new OperationalError('unknown-revision', revisions[index]);
    return commit;
  });
}

/** The tip that a local branch is most likely to be merged into, at this remote first. Rejects with `no-default-base`. */
export async function resolveDefaultBase(git: Git, directory: string, remote = 'origin'): Promise<CommitSha> {
  const remotes = [...new Set([remote, 'origin'])];
  const found = await findRevisions(git, directory, defaultBasesOf(remotes));
  const base = found.find((commit) => commit !== null);
  if (base === undefined) throw new OperationalError('no-default-base');
  return base;
}

/** Whether any branch of a remote was ever seen here. */
export async function hasRemoteBranches(git: Git, remote: string): Promise<boolean> {
  const { stdout } = await git.run(['for-each-ref', '--count=1', `refs/remotes/${remote}/`]);
  return stdout.length > 0;
}

export interface FetchedTip {
  /** The full name that the ref has at the remote. */
  readonly ref: string;
  /** A snapshot of it, where the event has one. */
  readonly snapshot: CommitSha | null;
}

/**
 * The tip of a ref as fetched in this run. The `base.sha` of a pull request's event is a snapshot that GitHub leaves unchanged
 * for days: it serves where the branch was not fetched, or where what was fetched is older still. Ancestry is asked of
 * `borrowed`, where no graft of the workspace has a say. Rejects with `incomplete-history` where neither is there.
 */
export async function resolveFetchedTip(
  git: Git,
  directory: string,
  borrowed: Git,
  { ref, snapshot }: FetchedTip,
): Promise<CommitSha> {
  const fetchedAs = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/');
  const [fetched, stated] = await findRevisions(git, directory, [fetchedAs, snapshot ?? '']);
  const known = fetched ?? stated ?? null;
  if (known === null) throw new OperationalError('incomplete-history', snapshot ?? ref);
  if (!fetched || !stated || fetched === stated) return known;
  return (await isAncestor(borrowed, fetched, stated)) ? stated : fetched;
}

/** Whether a commit is the other one or comes before it. */
export async function isAncestor(git: Git, ancestor: CommitSha, descendant: CommitSha): Promise<boolean> {
  const { exitCode, stderr } = await git.run(['merge-base', '--is-ancestor', ancestor, descendant], {
    okExitCodes: [0, 1],
    toError: toIncompleteHistory,
  });
  const incomplete = toIncompleteHistory(stderr);
  if (incomplete !== null) throw incomplete;
  return exitCode === 0;
}

const isOneLine = (revision: string): boolean => revision !== '' && !/[\0\n]/.test(revision);

function toCommit(answer: string): CommitSha | null {
  const [, sha] = /^([0-9a-f]{40,64}) commit$/.exec(answer) ?? [];
  return sha === undefined ? null : commitSha(sha);
}
