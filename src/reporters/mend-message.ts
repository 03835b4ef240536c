import type { Violation } from '../core/violation.js';
import { quoteForShell } from './shell.js';
import { holdsHidden } from './visible.js';

/**
 * The command that adds trailers to a commit's message where git sees them, without an editor: `--trailer` makes a last
 * paragraph of its own where there is none yet (git-commit(1)). For an earlier commit it runs in a rebase onto that commit's
 * parent, which reaches the commit under its old name.
 */
export function mendMessageCommand(
  {
    commit,
    trailers,
    hasDivider,
  }: Pick<Extract<Violation, { code: 'misplaced-trailer' }>, 'commit' | 'trailers' | 'hasDivider'>,
  isHead: boolean,
): string {
  const amend = hasDivider ? amendBehindDivider : amendPlainly;
  const values = trailers.map((trailer) => trailer.replace(/:\s+/, ':').replace(/\s+/g, ' '));
  if (isHead) return amend(values.map(quoteForShell));
  // git runs the inner command by a plain `sh`, which knows no `$'…'`: what needs that goes there as a variable.
  const variables = values.flatMap((value, index) =>
    holdsHidden(value) ? [`TRAILER_${index}=${quoteForShell(value)} `] : [],
  );
  const words = values.map((value, index) =>
    holdsHidden(value) ? `"$TRAILER_${index}"` : quoteForShell(value),
  );
  const onlyThere = `test $(git rev-parse HEAD) != ${commit} || ${amend(words)}`;
  return `${variables.join('')}git rebase --rebase-merges -x ${quoteForShell(onlyThere)} ${commit.slice(0, 12)}^`;
}

const withOptions = (words: readonly string[]): string => words.map((word) => `--trailer ${word}`).join(' ');

const amendPlainly = (words: readonly string[]): string =>
  `git commit --amend --no-edit --allow-empty ${withOptions(words)}`;

/** `git commit --trailer` takes a line `---` for the end of the message and writes above it, where git log sees nothing. */
const amendBehindDivider = (words: readonly string[]): string =>
  `git log -1 --format=%B | git interpret-trailers --no-divider ${withOptions(words)} | git commit --amend --allow-empty -F -`;
