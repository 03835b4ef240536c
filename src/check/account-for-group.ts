import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { mergeAutomatically, type ParentPair } from '../sources/git/automatic-merge.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readTreeIds } from '../sources/git/entries.js';
import { readCommitsBeyond, readFirstParents } from '../sources/git/first-parents.js';
import type { QueueEntry } from '../sources/github/merge-queue.js';

/** A merge group as GitHub states it. */
export interface MergeGroup {
  readonly base: CommitSha;
  readonly head: CommitSha;
  /** The branch that the queue is for. */
  readonly branch: string;
  readonly entries: readonly QueueEntry[];
}

/**
 * The pull requests whose work the group is, in the order in which they were put on it: proved from the objects, whatever a
 * message, a ref or the API says. Step by step along first parents, the tree of each entry's last commit must be git's own
 * clean merge of what was there before with the pull request's head; that holds for queues that merge, squash and rebase
 * alike. Besides those steps the group may hold no commit that is in none of the pull requests.
 *
 * Rejects with `unaccounted-commit` and the commit for which it does not hold, with `incomplete-history` where an object is
 * missing.
 */
export async function accountForGroup(
  repository: Repository,
  { base, head, branch, entries }: MergeGroup,
): Promise<readonly QueueEntry[]> {
  const steps = await readFirstParents(repository.git, base, head);
  if (steps === null) throw unaccounted(head);
  const chain = inOrderOf(steps, entries);
  const astray = chain.find((entry) => entry.branch !== branch);
  if (astray !== undefined) throw unaccounted(astray.groupCommit);
  if (chain.at(-1)?.groupCommit !== head) throw unaccounted(head);
  await proveTrees(repository, base, chain);
  const heads = chain.map(({ headSha }) => headSha);
  const known = new Set(steps);
  const stowaway = (await readCommitsBeyond(repository.git, head, [base, ...heads])).find(
    (commit) => !known.has(commit),
  );
  if (stowaway !== undefined) throw unaccounted(stowaway);
  return chain;
}

/** The entries that stand on the way; two that claim one step leave open whose it is. */
function inOrderOf(steps: readonly CommitSha[], entries: readonly QueueEntry[]): readonly QueueEntry[] {
  return steps.flatMap((step) => {
    const claimants = entries.filter(({ groupCommit }) => groupCommit === step);
    if (claimants.length > 1) throw unaccounted(step);
    return claimants;
  });
}

async function proveTrees(
  { git, objects, prepareMerges }: Repository,
  base: CommitSha,
  chain: readonly QueueEntry[],
): Promise<void> {
  const pairs = chain.map(({ headSha }, index): ParentPair => [
    chain[index - 1]?.groupCommit ?? base,
    headSha,
  ]);
  await prepareMerges?.(pairs);
  const [merges, trees] = await Promise.all([
    mergeAutomatically(git, pairs),
    readTreeIds(
      objects,
      chain.map(({ groupCommit }) => groupCommit),
    ),
  ]);
  const unproved = chain.find((_, index) => {
    const merge = merges[index] ?? null;
    return merge === null || merge.conflicted.size > 0 || merge.tree !== trees[index];
  });
  if (unproved !== undefined) throw unaccounted(unproved.groupCommit);
}

const unaccounted = (commit: CommitSha): OperationalError =>
  new OperationalError('unaccounted-commit', commit);
