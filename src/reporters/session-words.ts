import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { PathFinding, Refusal } from '../core/session/answer.js';
import { count, listOf, paragraph, path, place, render, say, text, type Phrase } from './phrase.js';
import { accountOfProblem } from './problem-words.js';
import { ruleClause } from './rule-words.js';
import { plainVoice } from './voices.js';

/** A call names few files; what denies more says the same. */
const MOST_TOLD = 5;
/** The first of them show what is wrong. */
const PROBLEMS_TOLD = 3;

/** Why a call does not happen and what to do instead, for the agent that made it: a paragraph for each reason. */
export function describeRefusals(refusals: readonly Refusal[]): string {
  const told = refusals.slice(0, MOST_TOLD).map((refusal) => paragraph(sentencesOf(refusal)));
  const left = refusals.length - told.length;
  const more = left > 0 ? [say`And ${count(left, 'problem')} more of this kind.`] : [];
  return [...told, ...more].map((phrase) => render(phrase, plainVoice)).join('\n\n');
}

function sentencesOf(refusal: Refusal): readonly Phrase[] {
  const started = startedBy(refusal);
  switch (refusal.kind) {
    case 'path':
      return [...ofPath(refusal.finding), ...started, ...ofConfig(refusal.config)];
    case 'unreadable-rules':
      return [
        say`What ${text(refusal.agent)} cannot touch is not known, so it writes nothing until its definition can be read.`,
        ...ofProblems(refusal.problems),
        ...started,
        say`Tell this to the person you work for: the definition is theirs to mend.`,
      ];
    case 'commit':
      return [say`${text(refusal.agent)} answers for what the commit would hold.`];
    case 'unjudged-commit':
      return [
        say`What ${text(refusal.agent)} would break with this commit is not known (${text(refusal.subject)}), so it is not made.`,
        ...started,
        say`Try once more; if it fails again, leave the changes uncommitted and tell the person you work for.`,
      ];
    case 'git-directory':
      return [
        say`${text(refusal.agent)} cannot write ${text(refusal.file)}: hooks, settings and history of git are protected.`,
        ...started,
        say`Use git’s commands instead, or leave the change to a person.`,
      ];
  }
}

function startedBy({ agent, actingAs }: Refusal): readonly Phrase[] {
  if (actingAs === null) return [];
  return [
    say`You (${text(actingAs)}) have no rules of your own and were started by ${text(agent)}, so its rules hold for you.`,
  ];
}

function ofPath(finding: PathFinding): readonly Phrase[] {
  const { agent, path: written, rule, endedWaiver, collidesWith } = finding;
  const condition = rule?.condition ?? null;
  const claim = say`${text(agent)} ${deedOf(finding)} ${path(written)}`;
  return [
    rule === null ? say`${claim}.` : say`${claim}: ${ruleClause(rule)}.`,
    ...(collidesWith === null
      ? []
      : [say`It equals ${path(collidesWith)} but for case, and some file systems take both for one file.`]),
    ...(condition === null ? [] : [say`The definition says ${text(condition)}.`]),
    ...(endedWaiver === null
      ? []
      : [
          say`The waiver at ${place(endedWaiver.file, endedWaiver.line)} was for it: it ended with ${text(endedWaiver.until)}.`,
        ]),
    whatNow(finding),
  ];
}

function deedOf({ code }: PathFinding): Phrase {
  switch (code) {
    case 'forbidden-path':
      return say`cannot touch`;
    case 'read-only-path':
      return say`only reads`;
    case 'definition-edit':
      return say`cannot edit the protected file`;
    case 'outside-owns':
      return say`does not own`;
    case 'case-collision':
      return say`cannot add`;
  }
}

function whatNow({ code, agent, owners, rule }: PathFinding): Phrase {
  if (code === 'definition-edit') {
    return say`It steers agents or their check, and no OWNS entry of ${text(agent)} names the place. Leave the change to a person, and say what it should be.`;
  }
  if (code === 'case-collision') return say`Give the file another name.`;
  const asking =
    rule?.condition === null || rule?.condition === undefined
      ? say``
      : say` Only a waiver that a person writes into the config lifts the rule.`;
  return owners.length === 0
    ? say`No other agent owns it: leave the change to a person, and say what it should be.${asking}`
    : say`It belongs to ${listOf(owners.map(text))}: do not change it another way, but hand the change over and say what it should be.${asking}`;
}

const ofProblems = (problems: readonly DefinitionProblem[]): readonly Phrase[] => {
  const left = problems.length - PROBLEMS_TOLD;
  return [
    ...problems
      .slice(0, PROBLEMS_TOLD)
      .map((problem) => say`${place(problem.file, problem.line)}: ${paragraph(accountOfProblem(problem))}`),
    ...(left > 0 ? [say`And ${count(left, 'problem')} more.`] : []),
  ];
};

const ofConfig = (problems: readonly DefinitionProblem[]): readonly Phrase[] =>
  problems.length === 0
    ? []
    : [
        say`The config is not in force, so the built-in defaults decided.`,
        ...ofProblems(problems.slice(0, 1)),
      ];
