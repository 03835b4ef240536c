import type { Uncommitted } from '../core/report.js';
import { isLifted, stands, type PathViolation, type Violation } from '../core/violation.js';
import type { OnPath } from './alike.js';
import { approvalAdvice } from './approval-words.js';
import type { FindingContext } from './finding-context.js';
import { commit, listOf, paragraph, path, render, say, text, type Phrase } from './phrase.js';
import { restoreCommand } from './restore-command.js';
import { rewordSteps } from './reword-steps.js';
import { takeBackCommands } from './take-back-commands.js';

/** `restore` takes a change back, `reword` mends a commit's message, `define` adds to a definition. */
export type RemedyKind = 'restore' | 'reword' | 'define' | 'none';

export interface Remedy {
  readonly kind: RemedyKind;
  readonly text: string;
  /** To be run one after the other at the root of the repository; what they change is still to be committed. */
  readonly commands: readonly string[];
}

/**
 * The next step for a finding, and for `others` that say the same of other paths (`foldAlike`). After the commands of every
 * finding and one commit, the check is green.
 */
export function remedyFor(
  violation: Violation,
  context: FindingContext,
  others: readonly OnPath[] = [],
): Remedy {
  const { kind, sentences, commands } = stepsFor(violation, context, others);
  const advice = paragraph([...sentences, ...approvalAdvice(violation, context.approval)]);
  return { kind, text: render(advice, context.voice), commands };
}

interface Steps {
  readonly kind: RemedyKind;
  readonly sentences: readonly Phrase[];
  readonly commands: readonly string[];
}

const justSay = (kind: RemedyKind, ...sentences: readonly Phrase[]): Steps => ({
  kind,
  sentences,
  commands: [],
});

function stepsFor(violation: Violation, context: FindingContext, others: readonly OnPath[]): Steps {
  if (isLifted(violation)) return justSay('none', say`Nothing is left to do.`);
  switch (violation.code) {
    case 'forbidden-path':
    case 'read-only-path':
    case 'definition-edit':
    case 'outside-owns':
    case 'case-collision':
      return stands(violation)
        ? restore(violation, context, others)
        : justSay('none', say`Nothing is left to do.`);
    case 'unknown-agent':
    case 'unreadable-commit':
    case 'misplaced-trailer':
    case 'unattributed-commit':
      return rewordSteps(violation, context);
    case 'provisional-agent':
      return justSay(
        'define',
        say`Review the definition with care, or merge it first in a pull request of its own.`,
      );
    case 'no-definitions':
      return justSay(
        'define',
        say`Add a file such as ${text('.claude/agents/backend.md')} with the sections OWNS, READS and CANNOT TOUCH.`,
      );
    case 'retired-agent':
      return justSay(
        'none',
        say`Nothing is to be done where the branch is older than the change of the agents.`,
      );
    case 'anonymous-agent':
      return justSay(
        'none',
        say`Where an agent of this repository did the work, add a trailer such as ${text('Agent: backend-django')}.`,
      );
    case 'rule-loosened':
      return justSay('none', say`Review it as a change of what agents may do.`);
    case 'waiver-expired':
      return justSay('none', say`Remove it from the config, or decide on a new date.`);
    case 'waiver-unused':
      return justSay('none', say`Remove it from the config once nobody needs it.`);
    case 'squash-loses-trailers':
      return justSay(
        'none',
        say`Under Settings, General, Pull Requests, let squash merging default to ${text('Pull request title and commit details')}.`,
      );
    case 'joint-attribution':
      return justSay('none', say`Nothing is to be done where the owner did the work.`);
  }
}

function restore(violation: PathViolation, context: FindingContext, others: readonly OnPath[]): Steps {
  if (context.uncommitted !== null) return takeBack(violation, context.uncommitted, context, others);
  const first = context.restoreFor(violation);
  const since =
    first.commit === violation.commit
      ? say``
      : say` to ${[others.length === 0 ? 'its' : 'their']} state before ${commit(first.commit)}`;
  return {
    kind: 'restore',
    sentences: [
      whoElse(violation, others),
      say`${take(violation, others)} back${since} with the command, at the root of the repository, then commit; history stays as it is.`,
      ...(violation.laterWork === null
        ? []
        : [
            say`Commit ${commit(violation.laterWork)} changed the file after that, and its work would go too: ask its author first.`,
          ]),
    ],
    commands: [
      restoreCommand(first, {
        mayBeGone: context.mayBeGone(violation),
        further: others.map((other) => other.path),
      }),
    ],
  };
}

function takeBack(
  violation: PathViolation,
  uncommitted: Uncommitted,
  { restoreFor, mayBeGone }: FindingContext,
  others: readonly OnPath[],
): Steps {
  const isOne = others.length === 0;
  return {
    kind: 'restore',
    sentences: [
      whoElse(violation, others),
      uncommitted.kind === 'staged'
        ? say`${take(violation, others)} out of the commit, at the root of the repository; ${isOne ? say`the file itself stays as it is` : say`the files themselves stay as they are`}.`
        : say`${take(violation, others)} back, at the root of the repository; what ${isOne ? say`the file holds` : say`the files hold`} now is lost.`,
    ],
    commands: takeBackCommands(restoreFor(violation), uncommitted, {
      mayBeGone: mayBeGone(violation),
      further: others.map((other) => other.path),
    }),
  };
}

const take = ({ code }: PathViolation, others: readonly OnPath[]): Phrase =>
  say`${[code === 'case-collision' ? 'Or take' : 'Take']} ${[others.length === 0 ? 'it' : 'them']}`;

function whoElse({ path: changed, agent, owners, code }: PathViolation, alike: readonly OnPath[]): Phrase {
  const others = owners.filter((owner) => owner !== agent);
  if (code === 'definition-edit') return say`Leave the change to a person.`;
  if (code === 'case-collision') return say`Give the file another name.`;
  if (others.length === 0)
    return say`No other agent owns ${alike.length === 0 ? [path(changed)] : say`any of them`}: leave the change to a person.`;
  const belongs = alike.length === 0 ? say`${path(changed)} belongs` : say`They belong`;
  return say`${belongs} to ${listOf(others.map(text))}: hand the change over.`;
}
