import type { UnmendedMessage } from '../core/attribution/misplaced.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { quoteForShell } from './shell.js';
import { holdsHidden } from './visible.js';

/**
 * The command that adds trailers to a commit's message where git sees them, without an editor: `--trailer` makes a last
 * paragraph of its own where there is none yet (git-commit(1)). An earlier commit is amended in a rebase onto its parent,
 * which reaches it under its old name. Where a merge follows, the rebase would make it anew and drop what it did itself, and
 * a first commit has no parent: then git-filter-branch(1) writes the commits again with the trees that they have.
 */
export function mendMessageCommand(
  violation: UnmendedMessage & { readonly commit: CommitSha },
  { base, head }: Pick<FindingContext, 'base' | 'head'>,
): string {
  const { commit, trailers, hasDivider, isRoot, hasMerges } = violation;
  const amend = hasDivider ? amendBehindDivider : amendPlainly;
  const values = trailers.map((trailer) => trailer.replace(/:\s+/, ':').replace(/\s+/g, ' '));
  if (commit === head) return amend(values.map(quoteForShell));
  // git runs the inner command by a plain `sh`, which knows no `$'…'`: what needs that goes there as a variable.
  const variables = values.flatMap((value, index) =>
    holdsHidden(value) ? [`TRAILER_${index}=${quoteForShell(value)} `] : [],
  );
  const words = values.map((value, index) =>
    holdsHidden(value) ? `"$TRAILER_${index}"` : quoteForShell(value),
  );
  const parent = `${commit.slice(0, 12)}^`;
  if (!isRoot && !hasMerges) {
    const onlyThere = `test $(git rev-parse HEAD) != ${commit} || ${amend(words)}`;
    return `${variables.join('')}git rebase --rebase-merges -x ${quoteForShell(onlyThere)} ${parent}`;
  }
  const onlyThere = `if test $GIT_COMMIT = ${commit}; then ${interpret(words)}; else cat; fi`;
  const range = isRoot ? `HEAD${base === null ? '' : ` ^${base.slice(0, 12)}`}` : `${parent}..HEAD`;
  return `${variables.join('')}FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter ${quoteForShell(onlyThere)} ${range}`;
}

const withOptions = (words: readonly string[]): string => words.map((word) => `--trailer ${word}`).join(' ');

const interpret = (words: readonly string[]): string =>
  `git interpret-trailers --no-divider ${withOptions(words)}`;

/** `--only` leaves alone what is staged. */
const amendPlainly = (words: readonly string[]): string =>
  `git commit --amend --only --no-edit --allow-empty ${withOptions(words)}`;

/** `git commit --trailer` takes a line `---` for the end of the message and writes above it, where git log sees nothing. */
const amendBehindDivider = (words: readonly string[]): string =>
  `git log -1 --no-show-signature --format=%B | ${interpret(words)} | git commit --amend --only --allow-empty -F -`;
