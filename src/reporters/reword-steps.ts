import type { Violation } from '../core/violation.js';
import { withoutNulCommand } from './clean-message.js';
import type { FindingContext } from './finding-context.js';
import { addNameCommand, mendMessageCommand } from './mend-message.js';
import { listOf, say, text, type Phrase } from './phrase.js';
import { renameClaimCommand } from './rename-claim.js';
import { shortName } from './restore-command.js';

type Reworded = Extract<
  Violation,
  { readonly code: 'unknown-agent' | 'unreadable-commit' | 'misplaced-trailer' | 'unattributed-commit' }
>;

export interface RewordSteps {
  readonly kind: 'reword';
  readonly sentences: readonly Phrase[];
  readonly commands: readonly string[];
}

/** How the message of a commit is mended: what to write, and the command that writes it, without an editor. */
export function rewordSteps(violation: Reworded, context: FindingContext): RewordSteps {
  switch (violation.code) {
    case 'unknown-agent':
      return rename(violation, context);
    case 'unreadable-commit':
      return clean(violation, context);
    case 'misplaced-trailer':
      return steps(
        violation,
        context,
        mendMessageCommand(violation, context),
        say`The command adds ${text(violation.trailer)} where git looks for it; the line that is there may stay.`,
      );
    case 'unattributed-commit':
      return steps(
        violation,
        context,
        addNameCommand(violation, context),
        say`Where an agent did the work, put its name into the variable ${NAME}: the command adds the trailer ${text(`${violation.key}:`)} with it.`,
        say`A person is listed under ${text('identities')} in the config.`,
      );
  }
}

const NAME = text('AGENT_NAME');

type Of<Code extends Reworded['code']> = Extract<Reworded, { readonly code: Code }>;

function rename(violation: Of<'unknown-agent'>, context: FindingContext): RewordSteps {
  const { claim, suggestions, written } = violation;
  const [nearest = null] = suggestions;
  const whether =
    nearest === null
      ? claim === ''
        ? []
        : [say`Add a definition for ${text(claim)} first, or name another agent.`]
      : [say`Did you mean ${listOf(suggestions.map(text), 'or')}?`];
  if (written === null)
    return {
      kind: 'reword',
      sentences: [
        ...whether,
        say`Reword the message so that its trailer holds the name of a defined agent.`,
        PUSH,
      ],
      commands: [],
    };
  return steps(
    violation,
    context,
    renameClaimCommand({ ...violation, written }, nearest, context),
    ...whether,
    nearest === null
      ? say`The command writes the name that stands in the variable ${NAME} into the trailer.`
      : say`The command makes ${text(`${written.slice(0, written.indexOf(':'))}: ${nearest}`)} of the trailer.`,
  );
}

function clean(violation: Of<'unreadable-commit'>, context: FindingContext): RewordSteps {
  switch (violation.reason) {
    case 'nul-in-message':
      return steps(
        violation,
        context,
        withoutNulCommand(violation, context),
        say`The command takes each NUL out of the message; what stood behind it can be read then, trailers too.`,
      );
    case 'claims-depend-on-encoding': {
      const sha = shortName(violation.commit);
      return inWords(
        say`Write the message anew, as UTF-8 and with the trailers that are meant: ${text(`git log -1 --format=%B ${sha}`)} shows it as git reads it, ${text(`git cat-file commit ${sha}`)} as it stands.`,
      );
    }
  }
}

/** Where no command would be right. */
const inWords = (...sentences: readonly Phrase[]): RewordSteps => ({
  kind: 'reword',
  sentences: [...sentences, PUSH],
  commands: [],
});

const RENAMED = say`The commits after it get new names, so run the check again before the next command of this kind.`;
const UNSIGNED = say`It signs no commit: where signatures are asked for, sign them anew.`;
const PUSH = say`Then push with ${text('git push --force-with-lease')}.`;

/** Whether the command is one of git-filter-branch(1). */
const isFiltered = (violation: Reworded): boolean =>
  violation.isRoot ||
  violation.hasMerges ||
  (violation.code === 'unreadable-commit' && violation.reason === 'nul-in-message');

function steps(
  violation: Reworded,
  { head }: FindingContext,
  command: string,
  ...advice: readonly Phrase[]
): RewordSteps {
  return {
    kind: 'reword',
    sentences: [
      ...advice,
      ...(violation.commit === head ? [] : [RENAMED, ...(isFiltered(violation) ? [UNSIGNED] : [])]),
      PUSH,
    ],
    commands: [command],
  };
}
