import type { Rewriting } from '../core/attribution/rewriting.js';
import type { CommitSha } from '../core/vocabulary.js';
import { filterCommand, type RewriteContext } from './rewrite-command.js';

const WITHOUT_NUL = String.raw`tr -d '\000'`;

/**
 * The command that takes the NULs out of a message; what stands behind them stays. A rebase would cut the messages of later
 * commits off at a NUL, so all of them go through git-filter-branch(1).
 */
export const withoutNulCommand = (
  commit: Rewriting & { readonly commit: CommitSha },
  context: RewriteContext,
): string =>
  commit.commit === context.head
    ? `git cat-file commit HEAD | sed '1,/^$/d' | ${WITHOUT_NUL} | git commit --amend --only --allow-empty -F -`
    : filterCommand(commit, WITHOUT_NUL, [], context);
