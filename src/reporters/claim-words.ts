import type { MisplacedWhere } from '../core/attribution/misplaced.js';
import type { UnreadableMessage } from '../core/history.js';
import type { Violation } from '../core/violation.js';
import type { Account } from './path-words.js';
import { commit, count, listOf, path, place, say, text, type Phrase } from './phrase.js';
import { doer } from './uncommitted.js';

type Of<Code extends Violation['code']> = Extract<Violation, { readonly code: Code }>;

export const accountOfUnknown = ({ claim, commit: sha }: Of<'unknown-agent'>): Account => ({
  title: claim === '' ? say`A trailer names no agent` : say`No agent is named ${text(claim)}`,
  rule: null,
  notes: [
    claim === ''
      ? say`The trailer of commit ${commit(sha)} is empty, so there are no rules to judge it by.`
      : say`Commit ${commit(sha)} claims that name in its trailer, so there are no rules to judge it by.`,
  ],
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
    say`${doer(sha)} claims it; it is judged by ${place(file, null)} of the head.`,
    say`Its OWNS lifts nothing in a joint commit until the definition is in the base.`,
  ],
});

export const accountOfRetired = ({ agent, commit: sha, file, foundAt }: Of<'retired-agent'>): Account => ({
  title: say`The base no longer defines ${text(agent)}`,
  rule: null,
  notes: [
    say`${doer(sha)} claims it; it is judged by ${place(file, null)} of ${[foundAt === 'merge-base' ? 'the commit that the branch started from' : 'the default branch']}.`,
  ],
});

const WHERE: Readonly<Record<MisplacedWhere, Phrase>> = {
  'above-last-paragraph': say`it stands above the last paragraph`,
  'below-subject': say`it stands directly below the subject`,
  'in-subject': say`it stands in the subject`,
  'among-prose': say`it stands in one paragraph with other text`,
  indented: say`it is indented`,
  squashed: say`it stands in the message of a squashed commit`,
  'other-separator': say`it does not begin with a key and a colon as a trailer does`,
  'misspelt-key': say`its key is misspelt`,
};

export const accountOfMisplaced = ({
  agent,
  commit: sha,
  written,
  where,
}: Of<'misplaced-trailer'>): Account => ({
  title: say`git does not see the trailer of ${text(agent)}`,
  rule: null,
  notes: [
    say`Commit ${commit(sha)} has the line ${text(written)}, but ${WHERE[where]}.`,
    say`The commit is judged as the work of ${text(agent)} all the same.`,
  ],
});

export const accountOfAnonymous = ({ commit: sha, commits, marks }: Of<'anonymous-agent'>): Account => ({
  title: say`${count(commits, 'commit')} of an AI without the name of an agent`,
  rule: null,
  notes: [
    say`The first is ${commit(sha)}; it shows by ${listOf(marks.map(({ value }) => text(value)))}.`,
    say`No rules are known for it, so it is not judged.`,
  ],
});

export const accountOfUnattributed = (violation: Of<'unattributed-commit'>): Account => ({
  title: say`Nobody is named for a change of ${path(violation.path)}`,
  rule: null,
  notes: [
    say`Commit ${commit(violation.commit)} claims no agent and is of no listed person or bot.`,
    say`It changes ${count(violation.paths, 'file')} that an agent cannot touch; this one is denied to ${listOf(violation.deniedTo.map(text))}.`,
  ],
});

export const accountOfNoDefinitions = ({ lookedFor }: Of<'no-definitions'>): Account => ({
  title: say`There is no agent definition`,
  rule: null,
  notes: [say`Neither the base nor the head has a file that matches ${listOf(lookedFor.map(text), 'or')}.`],
});
