import type { RuleChange } from '../core/policy/rule-changes.js';
import type { Violation } from '../core/violation.js';
import type { Account } from './path-words.js';
import { commit, count, listOf, path, place, say, text, type Phrase } from './phrase.js';

/** "removes `apps/**` from CANNOT TOUCH of `backend-django`". */
export function ruleChangePhrase({ effect, agent, subject }: RuleChange): Phrase {
  const whose = agent === null ? say`` : say` of ${text(agent)}`;
  const isLoosened = effect === 'loosened';
  switch (subject.kind) {
    case 'denial':
      return isLoosened
        ? say`removes ${text(subject.pattern)} from CANNOT TOUCH${whose}`
        : say`adds ${text(subject.pattern)} to CANNOT TOUCH${whose}`;
    case 'carve-out':
      return isLoosened
        ? say`opens ${text(subject.pattern)} inside CANNOT TOUCH ${text(subject.denial.pattern)}${whose}`
        : say`closes ${text(subject.pattern)} inside CANNOT TOUCH ${text(subject.denial.pattern)}${whose}`;
    case 'agent':
      return isLoosened ? say`removes all rules${whose}` : say`adds rules${whose}`;
    case 'setting':
      return say`changes ${text(subject.key)} from ${text(subject.before)} to ${text(subject.after)}${whose}`;
  }
}

/** Where it stands, which files it concerns, and whose change it is. */
export const ruleChangeNotes = (change: RuleChange): readonly Phrase[] => [
  say`It stands at ${place(change.file, change.line)}.`,
  ...filesOf(change),
  ...authorOf(change),
];

function filesOf({ paths, effect }: RuleChange): readonly Phrase[] {
  const [example] = paths.examples;
  if (example === undefined) return [];
  const verb = effect === 'loosened' ? say`opens` : say`closes`;
  return [say`That ${verb} ${count(paths.count, 'file')}, such as ${path(example)}.`];
}

function authorOf({ commit: sha, by }: RuleChange): readonly Phrase[] {
  if (sha === null) return [];
  const who = by.length === 0 ? say`` : say`, the work of ${listOf(by.map(text))}`;
  return [say`Commit ${commit(sha)} does it${who}.`];
}

export const accountOfLoosened = ({
  change,
}: Extract<Violation, { readonly code: 'rule-loosened' }>): Account => ({
  title: say`This branch ${ruleChangePhrase(change)}`,
  rule: null,
  notes: [...ruleChangeNotes(change), say`It is judged by the rules of the base; the next one will not be.`],
});
