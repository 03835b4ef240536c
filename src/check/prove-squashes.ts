import { claimsMore } from '../core/judgement/squash-claims.js';
import type { Squash } from '../core/judgement/squashes.js';
import type { Policy } from '../core/policy/policy.js';
import type { CommitSha } from '../core/vocabulary.js';
import { mergeAutomatically, type ParentPair } from '../sources/git/automatic-merge.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readTreeIds } from '../sources/git/entries.js';
import { readMessages } from '../sources/git/messages.js';
import { readLog } from '../sources/git/read-log.js';

/** A squashed commit with what GitHub says of it: nothing is proved yet. */
export interface StatedSquash extends Squash {
  readonly number: number;
  /** The only parent of the commit. */
  readonly parent: CommitSha;
}

/** Why the pull request's own commits cannot stand for the squashed one. */
export type Doubt = 'another-tree' | 'further-claims';

/**
 * What speaks against each squash, `null` where nothing does: its tree must be git's own clean merge of its parent with the
 * pull request's head, and its message may claim nothing that the pull request's own commits do not claim. Rejects with
 * `incomplete-history` where a commit is not there.
 */
export async function findDoubts(
  repository: Repository,
  squashes: readonly StatedSquash[],
  policy: Pick<Policy, 'trailers'>,
): Promise<readonly (Doubt | null)[]> {
  const pairs = squashes.map(({ parent, head }): ParentPair => [parent, head]);
  await repository.prepareMerges?.(pairs);
  const [merges, trees] = await Promise.all([
    mergeAutomatically(repository.git, pairs),
    readTreeIds(
      repository.objects,
      squashes.map(({ commit }) => commit),
    ),
  ]);
  const doubts: (Doubt | null)[] = [];
  for (const [index, squash] of squashes.entries()) {
    const merge = merges[index] ?? null;
    const isClean = merge !== null && merge.conflicted.size === 0 && merge.tree === trees[index];
    if (!isClean) doubts.push('another-tree');
    else doubts.push((await claimsFurther(repository, squash, policy)) ? 'further-claims' : null);
  }
  return doubts;
}

async function claimsFurther(
  repository: Repository,
  { commit, parent, head }: StatedSquash,
  { trailers }: Pick<Policy, 'trailers'>,
): Promise<boolean> {
  const [squashed, own] = await Promise.all([
    readTexts(repository, trailers, [commit, `^${parent}`]),
    readTexts(repository, trailers, [head, `^${parent}`]),
  ]);
  return squashed.length !== 1 || claimsMore(squashed.join(), own, trailers);
}

async function readTexts(
  repository: Repository,
  trailerKeys: readonly string[],
  revisions: readonly string[],
): Promise<readonly string[]> {
  const which = ['--no-patch', '--end-of-options', ...revisions, '--'];
  const commits = await readLog(repository.git, { trailerKeys, which });
  const messages = await readMessages(repository, commits, trailerKeys);
  return [...messages.values()].map(({ text }) => text);
}
