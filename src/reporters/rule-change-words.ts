import { standsAtHead, type RuleChange, type RuleChangeSubject } from '../core/policy/rule-changes.js';
import type { Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { liftPhrase } from './lift-words.js';
import type { Account } from './path-words.js';
import { listOf, place, say, text, type Phrase } from './phrase.js';
import { sample } from './sample-words.js';
import { doer } from './uncommitted.js';

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
      return say`${isLoosened ? say`opens` : say`closes`} ${text(subject.pattern)} inside CANNOT TOUCH ${text(subject.denial.pattern)}${whose}`;
    case 'protected-path':
      return isLoosened
        ? say`opens protected files by OWNS ${text(subject.pattern)}${whose}`
        : say`closes protected files by removing OWNS ${text(subject.pattern)}${whose}`;
    case 'further-entries':
      return say`${isLoosened ? say`loosens` : say`tightens`} ${furtherRules(subject.count)}${whose}${samplePatterns(subject.patterns)}`;
    case 'agent':
      return agentPhrase(whose, isLoosened, subject.renamed);
    case 'setting':
      return say`${settingPhrase(subject)}${whose}`;
  }
}

const furtherRules = (count: number): Phrase => [`${count} further ${count === 1 ? 'rule' : 'rules'}`];

const samplePatterns = (patterns: readonly string[]): Phrase =>
  patterns.length === 0 ? [] : say`, such as ${listOf(patterns.map(text))}`;

function agentPhrase(whose: Phrase, isLoosened: boolean, renamed: AgentName | null): Phrase {
  if (renamed === null) return isLoosened ? say`removes all rules${whose}` : say`adds the rules${whose}`;
  return isLoosened
    ? say`removes all rules${whose}, whose file now defines ${text(renamed)}`
    : say`adds the rules${whose}, in the file that defined ${text(renamed)}`;
}

/** An empty value is none: a list that gains or loses values, a key that comes or goes. */
function settingPhrase({ key, before, after }: Extract<RuleChangeSubject, { kind: 'setting' }>): Phrase {
  if (before === '') return say`adds ${text(after)} to ${text(key)}`;
  if (after === '') return say`removes ${text(before)} from ${text(key)}`;
  return say`changes ${text(key)} from ${text(before)} to ${text(after)}`;
}

/** Where it stands, which files it concerns, and whose change it is. */
export const ruleChangeNotes = (change: RuleChange): readonly Phrase[] => [
  ...placeOf(change),
  ...filesOf(change),
  ...authorOf(change),
];

function placeOf(change: RuleChange): readonly Phrase[] {
  const { file, line, subject } = change;
  const verb = standsAtHead(change) ? say`stands` : say`stood`;
  return [
    subject.kind === 'carve-out'
      ? say`It ${verb} at ${place(file, line)}, the denial at ${place(subject.denial.file, subject.denial.line)}.`
      : say`It ${verb} at ${place(file, line)}.`,
  ];
}

function filesOf({ paths, effect, subject }: RuleChange): readonly Phrase[] {
  if (subject.kind === 'setting') return [];
  const verb = effect === 'loosened' ? say`opens` : say`closes`;
  return [
    paths.count === 0 ? say`It ${verb} no file that is tracked today.` : say`It ${verb} ${sample(paths)}.`,
  ];
}

function authorOf({ commit: sha, by }: RuleChange): readonly Phrase[] {
  if (sha === null) return [];
  return [
    by.length === 0
      ? say`${doer(sha)} does it, and names no agent.`
      : say`${doer(sha)} does it, the work of ${listOf(by.map(text))}.`,
  ];
}

export const accountOfLoosened = ({
  change,
  waivedBy,
}: Extract<Violation, { readonly code: 'rule-loosened' }>): Account => ({
  title: say`This branch ${ruleChangePhrase(change)}`,
  rule: null,
  notes: [
    ...ruleChangeNotes(change),
    say`This branch is judged by the rules of the base, the next one by what it leaves behind.`,
    ...(waivedBy === null ? [] : [liftPhrase(waivedBy)]),
  ],
});
