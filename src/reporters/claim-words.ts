import type { UnreadableMessage } from '../core/history.js';
import type { Violation } from '../core/report.js';
import type { Account } from './path-words.js';
import { commit, listOf, place, say, text, type Phrase } from './phrase.js';

type Of<Code extends Violation['code']> = Extract<Violation, { readonly code: Code }>;

export const accountOfUnknown = ({ claim, commit: sha }: Of<'unknown-agent'>): Account => ({
  title: say`No agent is named ${text(claim)}`,
  rule: null,
  notes: [say`Commit ${commit(sha)} claims that name in its trailer, so there are no rules to judge it by.`],
});

const UNREADABLE: Readonly<Record<UnreadableMessage, Phrase>> = {
  'nul-in-message': say`Its message holds a NUL, behind which git shows nothing.`,
  'claims-depend-on-encoding': say`Its message declares an encoding in which the trailers read differently.`,
};

export const accountOfUnreadable = ({ commit: sha, reason }: Of<'unreadable-commit'>): Account => ({
  title: say`The message of ${commit(sha)} cannot be trusted`,
  rule: null,
  notes: [UNREADABLE[reason], say`Whose work the commit is depends on who reads it.`],
});

export const accountOfProvisional = ({ agent, commit: sha, file }: Of<'provisional-agent'>): Account => ({
  title: say`${text(agent)} is defined by this branch only`,
  rule: null,
  notes: [
    say`Commit ${commit(sha)} claims it; it is judged by ${place(file, null)} of the head.`,
    say`Its OWNS lifts nothing in a joint commit until the definition is in the base.`,
  ],
});

export const accountOfNoDefinitions = ({ lookedFor }: Of<'no-definitions'>): Account => ({
  title: say`There is no agent definition`,
  rule: null,
  notes: [say`Neither the base nor the head has a file that matches ${listOf(lookedFor.map(text), 'or')}.`],
});
