import type { Commit, History } from '../../core/history.js';
import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import type { Repository } from './borrowed-repository.js';
import { readTreeIds } from './entries.js';
import { toIncompleteHistory } from './failure.js';
import { readOwnChangesOfMerges, type OwnWork } from './merges.js';
import { createMessageReader } from './messages.js';
import type { LoggedCommit } from './parse-log.js';
import { readLog } from './read-log.js';
import type { Git } from './run.js';
import { diffTreePairs } from './tree-pairs.js';

export interface HistoryOptions {
  readonly base: CommitSha;
  readonly head: CommitSha;
  /** Further heads, whose commits are wanted up to the same base. */
  readonly further?: readonly CommitSha[];
  /** The keys whose trailers are wanted, in any case: letters, digits and `-` (git-interpret-trailers(1)). */
  readonly trailerKeys: readonly string[];
  /** True where the objects come from a shallow clone: then the whole graph is walked to prove that none is missing. */
  readonly shallow: boolean;
  /** True where the head is known to descend from the base, which is then the merge base, whatever is missing before it. */
  readonly descends?: boolean;
}

/**
 * The commits of `base..head`, and of `base` up to the further heads, with what each of them did itself. Rejects with `incomplete-history` where an object is
 * missing: a range is never silently too small or too big.
 */
export async function readHistory(repository: Repository, options: HistoryOptions): Promise<History> {
  const { git, objects } = repository;
  const { base, head, further = [], trailerKeys, shallow, descends = false } = options;
  const reader = createMessageReader(repository, trailerKeys);
  const [logged, mergeBases, [headTree = '']] = await Promise.all([
    readLog(git, {
      trailerKeys,
      which: ['--end-of-options', head, ...further, `^${base}`, '--'],
      onCommits: reader.add,
    }),
    descends ? [base] : readMergeBases(git, base, head),
    // Asked this early, it also starts the reader's process beside the others.
    readTreeIds(objects, [head]),
    shallow ? proveComplete(git, [base, head, ...further]) : null,
  ]);
  const merges = logged.filter(isMerge);
  const [messages, ownOfMerges, netChanges] = await Promise.all([
    reader.finish(),
    readOwnChangesOfMerges(repository, merges),
    readTreeIds(objects, mergeBases).then((trees) =>
      diffTreePairs(
        git,
        trees.map((tree) => [tree, headTree]),
      ),
    ),
  ]);
  const commits = logged.map((commit): Commit => ({
    sha: commit.sha,
    parents: commit.parents,
    subject: commit.subject,
    message: messages.get(commit.sha)?.text ?? '',
    authorName: commit.authorName,
    authorEmail: commit.authorEmail,
    trailers: commit.trailers,
    unreadable: messages.get(commit.sha)?.unreadable ?? null,
    ...(isMerge(commit) ? (ownOfMerges.get(commit.sha) ?? CLEAN) : ownWork(commit)),
  }));
  return { base, head, mergeBases, commits, netChanges };
}

const isMerge = ({ parents }: Pick<LoggedCommit, 'parents'>): boolean => parents.length > 1;

const CLEAN: OwnWork = { changes: [], isExact: true };

const ownWork = ({ changes }: LoggedCommit): OwnWork => ({
  changes: changes.map(({ path, before, after }) => ({ path, before, after, beforeIn: 1 })),
  isExact: true,
});

/** All best common ancestors; none where the two histories share no commit (git-merge-base(1), exit code 1). */
async function readMergeBases(git: Git, base: CommitSha, head: CommitSha): Promise<readonly CommitSha[]> {
  const { stdout, stderr } = await git.run(['merge-base', '--all', '--end-of-options', base, head], {
    okExitCodes: [0, 1],
    toError: toIncompleteHistory,
  });
  const incomplete = toIncompleteHistory(stderr);
  if (incomplete !== null) throw incomplete;
  return stdout.toString('latin1').split('\n').filter(Boolean).map(commitSha);
}

/** A borrowed repository has no shallow file, so that a parent which was cut off is an error and not an end. */
async function proveComplete(git: Git, tips: readonly CommitSha[]): Promise<void> {
  await git.run(['rev-list', '--count', '--end-of-options', ...tips, '--'], {
    toError: toIncompleteHistory,
  });
}
