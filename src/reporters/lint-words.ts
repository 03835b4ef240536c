import type { DefinitionProblem, EntryReference, PathSample, Standing } from '../core/definitions/problem.js';
import { count, listOf, path, place, say, text, type Phrase } from './phrase.js';
import { sectionLabel } from './rule-words.js';

export type LintProblem = Extract<
  DefinitionProblem,
  {
    readonly code:
      | 'front-matter-disagrees'
      | 'contested-paths'
      | 'dead-pattern'
      | 'shadowed-pattern'
      | 'shared-ownership'
      | 'orphan-denial'
      | 'unowned-files'
      | 'contract-drift';
  }
>;

/** What is wrong between definitions, or between them and the tree; what becomes of it; what to write instead. */
export function accountOfLint(problem: LintProblem): readonly Phrase[] {
  switch (problem.code) {
    case 'front-matter-disagrees':
      return [
        say`${text(problem.key)} in the front matter and ${sectionLabel(problem.section)} in the body differ, and both count.`,
        ...onlyIn(say`Only the front matter has`, problem.onlyInFrontMatter),
        ...onlyIn(say`Only the body has`, problem.onlyInBody),
        say`Keep one of the two.`,
      ];
    case 'contested-paths':
      return [
        say`OWNS ${text(problem.pattern)} and ${entry(problem.denial)} both cover ${sample(problem.paths)}; CANNOT TOUCH wins.`,
        say`To let the agent write there, add ${text(`!${problem.pattern.replace(/^!/, '')}`)} below ${text(problem.denial.pattern)}.`,
      ];
    case 'dead-pattern':
      return [
        say`${text(problem.pattern)} below ${sectionLabel(problem.section)} matches no tracked file.`,
        say`Mend the path, or remove the line.`,
      ];
    case 'shadowed-pattern':
      return shadowed(problem);
    case 'shared-ownership':
      return [
        say`${listOf(problem.owners.map(({ agent }) => text(agent)))} all own ${sample(problem.paths)}.`,
        say`Where one of them is meant to decide, narrow the OWNS of the others.`,
      ];
    case 'orphan-denial':
      return [
        say`${text(problem.pattern)} is denied and no agent owns what it matches: ${sample(problem.paths)}.`,
        say`Name the owner in its definition, or leave these files to people.`,
      ];
    case 'unowned-files':
      return [
        say`No agent owns ${problem.paths.count} of ${problem.tracked} tracked files, such as ${listOf(problem.paths.examples.map(path))}.`,
      ];
    case 'contract-drift':
      return drift(problem.drift);
  }
}

const onlyIn = (words: Phrase, patterns: readonly string[]): readonly Phrase[] =>
  patterns.length === 0 ? [] : [say`${words} ${listOf(patterns.map(text))}.`];

const entry = ({ section, pattern, file, line }: EntryReference): Phrase =>
  say`${sectionLabel(section)} ${text(pattern)} at ${place(file, line)}`;

const sample = ({ examples, count: amount }: PathSample): Phrase =>
  amount === examples.length
    ? listOf(examples.map(path))
    : say`${count(amount, 'file')}, such as ${listOf(examples.map(path))}`;

function shadowed({
  section,
  pattern,
  effect,
  by,
}: LintProblem & { code: 'shadowed-pattern' }): readonly Phrase[] {
  const written = say`${text(pattern)} below ${sectionLabel(section)}`;
  const other = by === null ? [] : say` ${entry(by)}`;
  switch (effect) {
    case 'covered':
      return [say`${written} adds nothing to${other}.`, say`Remove one of the two.`];
    case 'taken-back':
      return [
        say`${written} has no effect: all that it matches is taken out by${other}.`,
        say`Remove it, or the exception.`,
      ];
    case 'takes-nothing-out':
      return [
        say`${written} takes nothing out: no entry above it covers what it matches.`,
        say`Put it below the entry that it is an exception to.`,
      ];
  }
}

function drift(found: Extract<LintProblem, { code: 'contract-drift' }>['drift']): readonly Phrase[] {
  switch (found.kind) {
    case 'row':
      return [
        ...found.cells.map(
          (cell) =>
            say`For ${text(found.pattern)} it says that ${text(cell.agent)} ${standing(cell.contract)}, and the definition that it ${standing(cell.definition)}.`,
        ),
        say`Only definitions are enforced: change the one that is wrong.`,
      ];
    case 'unknown-agent':
      return [
        say`${text(found.name)} has no definition.`,
        ...(found.nearest === null ? [] : [say`Did you mean ${text(found.nearest)}?`]),
      ];
    case 'unreadable-row':
      return [say`The row ${text(found.text)} cannot be read, so it is not compared.`];
  }
}

const standing = (of: Standing): Phrase => {
  switch (of) {
    case 'owns':
      return say`owns it`;
    case 'reads':
      return say`reads it`;
    case 'cannot-touch':
      return say`cannot touch it`;
    case 'none':
      return say`has no rule for it`;
  }
};
