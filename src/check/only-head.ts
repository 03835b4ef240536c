import type { AttributedCommit } from '../core/attribution/attribute.js';
import type { History } from '../core/history.js';
import { divideWork, type MakersOf } from '../core/judgement/divide-work.js';
import { changesBetween } from '../core/judgement/tree-changes.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { Tree } from '../sources/git/tree.js';

/** How one commit on top of a base is judged alone. */
export interface OnlyHead {
  /** Where the branch began: what was done since tells what the head takes back. */
  readonly since: CommitSha;
  /** Who made which of its changes; `null` where its message alone tells. */
  readonly makersOf: MakersOf | null;
}

/** The head’s work told apart by who made what, where that is known. */
export function divideHead(
  attributed: readonly AttributedCommit[],
  head: CommitSha,
  only: OnlyHead | null,
): readonly AttributedCommit[] {
  const makersOf = only?.makersOf ?? null;
  if (makersOf === null) return attributed;
  return attributed.flatMap((one) => (one.commit.sha === head ? divideWork(one, makersOf) : [one]));
}

/** The head as a range of its own. */
export const historyOfHead = (
  { commits }: History,
  { base, head }: { readonly base: CommitSha; readonly head: CommitSha },
  baseTree: Tree,
  headTree: Tree,
): History => ({
  base,
  head,
  mergeBases: [base],
  commits: commits.filter(({ sha }) => sha === head),
  netChanges: [changesBetween(baseTree, headTree)],
});
