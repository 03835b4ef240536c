import type { Rewriting } from '../core/attribution/rewriting.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { quoteForShell } from './shell.js';

/** The range in which a message is written anew. */
export type RewriteContext = Pick<FindingContext, 'base' | 'head'>;

/** One change of a message, in the three ways in which git lets it be made without an editor. */
export interface Rewrite {
  /** Assignments that `amend` and `filter` need in their environment. */
  readonly variables: readonly string[];
  /** Amends the newest commit, by the user's shell; `--only` leaves alone what is staged. */
  readonly amendHead: string;
  /** The same by a plain `sh`, with the variables. */
  readonly amend: string;
  /** Reads the old message and writes the new one, by a plain `sh`, with the variables. */
  readonly filter: string;
}

type Rewritten = Rewriting & { readonly commit: CommitSha };

/**
 * The command that writes one commit's message anew. An earlier commit is amended in a rebase onto its parent, which reaches
 * it under its old name. Where a merge follows, the rebase would make it anew and drop what it did itself, and a first commit
 * has no parent: then git-filter-branch(1) writes the commits again with the trees that they have.
 */
export function rewriteCommand(rewritten: Rewritten, rewrite: Rewrite, context: RewriteContext): string {
  const { commit } = rewritten;
  if (commit === context.head) return rewrite.amendHead;
  if (rewritten.isRoot || rewritten.hasMerges) {
    const onlyThere = `if test $GIT_COMMIT = ${commit}; then ${rewrite.filter}; else cat; fi`;
    return filterCommand(rewritten, onlyThere, rewrite.variables, context);
  }
  const onlyThere = `test $(git rev-parse HEAD) != ${commit} || ${rewrite.amend}`;
  return [
    ...rewrite.variables,
    `git rebase --rebase-merges -x ${quoteForShell(onlyThere)} ${parentOf(commit)}`,
  ].join(' ');
}

/** The command that sends the messages of a commit and of those after it through a filter. */
export function filterCommand(
  { commit, isRoot }: Rewritten,
  filter: string,
  variables: readonly string[],
  { base }: RewriteContext,
): string {
  const range = isRoot ? `HEAD${base === null ? '' : ` ^${base.slice(0, 12)}`}` : `${parentOf(commit)}..HEAD`;
  return [
    ...variables,
    `FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter ${quoteForShell(filter)} ${range}`,
  ].join(' ');
}

const parentOf = (commit: CommitSha): string => `${commit.slice(0, 12)}^`;
