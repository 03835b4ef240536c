import type { EntryReference } from '../core/definitions/lint-facts.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import { accountOfDrift } from './contract-words.js';
import { count, listOf, place, say, text, type Phrase } from './phrase.js';
import { sectionLabel } from './rule-words.js';
import { examplesOf, MOST_NAMED, sample } from './sample-words.js';

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
        ...(problem.otherwiseDenied === 0
          ? []
          : [say`Other entries deny ${count(problem.otherwiseDenied, 'file')} more of it.`]),
        ...lifting(problem),
      ];
    case 'dead-pattern':
      return [
        say`${text(problem.pattern)} below ${sectionLabel(problem.section)} matches no tracked file, so nothing is held to it.`,
        ...(problem.unlisted === 0
          ? []
          : [
              say`The same goes for ${count(problem.unlisted, 'rule')} of this definition that ${problem.unlisted === 1 ? say`is` : say`are`} not listed.`,
            ]),
        say`Mend the path, or remove the line.`,
      ];
    case 'shadowed-pattern':
      return shadowed(problem);
    case 'shared-ownership':
      return [
        ...(problem.sets === 1
          ? [
              say`${listOf(problem.owners.map(({ agent }) => text(agent)))} own the same files, and each may change them: ${sample(problem.paths)}.`,
            ]
          : [
              say`${problem.sets} smaller sets of agents share ${sample(problem.paths)}.`,
              say`The largest is ${listOf(problem.owners.map(({ agent }) => text(agent)))}.`,
            ]),
        say`Where one of them is meant to decide, narrow the OWNS of the others.`,
      ];
    case 'orphan-denial':
      return [
        say`${text(problem.pattern)} is denied and no agent owns what it matches, so there is nobody to hand a change to: ${sample(problem.paths)}.`,
        say`Name the owner in its definition, or leave these files to people.`,
      ];
    case 'unowned-files':
      return [
        say`No agent owns ${problem.paths.count} of ${problem.tracked} tracked files, such as ${examplesOf(problem.paths)}.`,
        say`Add them to an OWNS where an agent is meant to write them.`,
      ];
    case 'contract-drift':
      return accountOfDrift(problem.drift);
  }
}

/** What to write where, so that the agent may write there. */
function lifting({
  denial,
  exceptions,
  keepBelow,
}: LintProblem & { code: 'contested-paths' }): readonly Phrase[] {
  if (exceptions.length === 0) return [say`Take these files out of one of the two.`];
  return [
    ...exceptions.map(
      ({ line, entry: written }) =>
        say`To let the agent write there, add ${text(line)} at the end of ${sectionOf(written, denial)}.`,
    ),
    ...(keepBelow.length === 0 ? [] : [say`Keep ${listOf(keepBelow.map(text))} below that line.`]),
  ];
}

/** The section that an entry stands in, by the entry where it is not the one just spoken of. */
const sectionOf = ({ pattern, file, line }: EntryReference, spokenOf: EntryReference): Phrase =>
  file === spokenOf.file && line === spokenOf.line
    ? say`that section`
    : say`the section that has ${text(pattern)}, ${place(file, line)}`;

const onlyIn = (words: Phrase, patterns: readonly string[]): readonly Phrase[] =>
  patterns.length === 0 ? [] : [say`${words} ${listOf(patterns.map(text), 'and', MOST_NAMED)}.`];

const entry = ({ section, pattern, file, line }: EntryReference): Phrase =>
  say`${sectionLabel(section)} ${text(pattern)} at ${place(file, line)}`;

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
