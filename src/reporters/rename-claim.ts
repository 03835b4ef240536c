import type { Rewriting } from '../core/attribution/rewriting.js';
import type { AgentName, CommitSha } from '../core/vocabulary.js';
import { GIVEN_NAME } from './mend-message.js';
import { rewriteCommand, type RewriteContext } from './rewrite-command.js';
import { quoteForShell } from './shell.js';

/** Both are compared and put in as they are, whatever they hold. */
const REPLACE = `LC_ALL=C awk '$0 == ENVIRON["WAS"] { $0 = ENVIRON["IS"] } 1'`;

/**
 * The command that puts another name into the line of a message that claims one, and leaves the rest of it as it is. Without
 * a name it takes that of the variable `AGENT_NAME`.
 */
export function renameClaimCommand(
  violation: Rewriting & { readonly commit: CommitSha; readonly written: string },
  name: AgentName | null,
  context: RewriteContext,
): string {
  const { written } = violation;
  const key = written.slice(0, written.indexOf(':') + 1);
  const was = `WAS=${quoteForShell(written)}`;
  const is = name === null ? `IS="${key} ${GIVEN_NAME}"` : `IS=${quoteForShell(`${key} ${name}`)}`;
  const amendBy = (filter: string): string =>
    `git log -1 --no-show-signature --format=%B | ${filter} | git commit --amend --only --allow-empty -F -`;
  const asked = name === null ? `: "${GIVEN_NAME}" && ` : '';
  return rewriteCommand(
    violation,
    {
      variables: [was, is],
      amendHead: `${asked}${amendBy(`${was} ${is} ${REPLACE}`)}`,
      amend: amendBy(REPLACE),
      filter: REPLACE,
    },
    context,
  );
}
