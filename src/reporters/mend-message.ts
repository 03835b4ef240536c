import type { UnmendedMessage } from '../core/attribution/misplaced.js';
import type { CommitSha } from '../core/vocabulary.js';
import { rewriteCommand, type RewriteContext } from './rewrite-command.js';
import { quoteForShell } from './shell.js';
import { holdsHidden } from './visible.js';

/**
 * The command that adds trailers to a commit's message where git sees them, without an editor: `--trailer` makes a last
 * paragraph of its own where there is none yet (git-commit(1)). It adds them whatever is there, as git takes keys of which one
 * begins like the other, `Agent` and `Agentt`, for the same one and leaves out what seems to be there.
 */
export function mendMessageCommand(
  violation: UnmendedMessage & { readonly commit: CommitSha },
  context: RewriteContext,
): string {
  const { trailers, hasDivider } = violation;
  const values = trailers.map((trailer) => trailer.replace(/:\s+/, ':').replace(/\s+/g, ' '));
  const words = values.map((value, index) =>
    holdsHidden(value) ? `"$TRAILER_${index}"` : quoteForShell(value),
  );
  return rewriteCommand(
    violation,
    {
      // git runs the inner command by a plain `sh`, which knows no `$'…'`: what needs that goes there as a variable.
      variables: values.flatMap((value, index) =>
        holdsHidden(value) ? [`TRAILER_${index}=${quoteForShell(value)}`] : [],
      ),
      amendHead: addTrailers(values.map(quoteForShell), hasDivider),
      amend: addTrailers(words, hasDivider),
      filter: interpret(words),
    },
    context,
  );
}

/** The command that adds a commit's trailer with the name that stands in the variable `AGENT_NAME`. */
export function addNameCommand(
  violation: Pick<UnmendedMessage, 'hasDivider' | 'isRoot' | 'hasMerges'> & {
    readonly commit: CommitSha;
    readonly key: string;
  },
  context: RewriteContext,
): string {
  const { key, hasDivider } = violation;
  const word = `"${key}:$AGENT_NAME"`;
  return rewriteCommand(
    violation,
    {
      variables: [`AGENT_NAME=${GIVEN_NAME}`],
      amendHead: addTrailers([`"${key}:${GIVEN_NAME}"`], hasDivider),
      amend: addTrailers([word], hasDivider),
      filter: interpret([word]),
    },
    context,
  );
}

/** Fails where nobody has set it (POSIX, "Parameter Expansion"). */
export const GIVEN_NAME = '${AGENT_NAME:?}';

const withOptions = (words: readonly string[]): string => words.map((word) => `--trailer ${word}`).join(' ');

const interpret = (words: readonly string[]): string =>
  `git interpret-trailers --no-divider --if-exists add ${withOptions(words)}`;

/** `git commit --trailer` takes a line `---` for the end of the message and writes above it, where git log sees nothing. */
const addTrailers = (words: readonly string[], hasDivider: boolean): string =>
  hasDivider
    ? `git log -1 --no-show-signature --format=%B | ${interpret(words)} | git commit --amend --only --allow-empty -F -`
    : `git -c trailer.ifexists=add commit --amend --only --no-edit --allow-empty ${withOptions(words)}`;
