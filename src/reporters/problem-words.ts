import type {
  DefinitionProblem,
  FurtherEntries,
  SkipReason,
  UnenforceableReason,
} from '../core/definitions/problem.js';
import { accountOfConfig } from './config-words.js';
import { FAULTS, type Fault } from './fault-words.js';
import { accountOfLint } from './lint-words.js';
import { listOf, path, say, text, type Phrase } from './phrase.js';
import { sectionLabel } from './rule-words.js';
import { UNREADABLE } from './unreadable-words.js';

/** Holds for every way in which front matter is no YAML that was met in public repositories. */
const MEND_YAML = say`Put a value in quotes that holds a colon or begins with a sign such as ${text('*')}; write one of several lines below ${text('|')}, indented with blanks.`;

/** What is wrong, what becomes of it, what to write instead. */
export function accountOfProblem(problem: DefinitionProblem): readonly Phrase[] {
  if ('further' in problem) return accountOfFurther(problem);
  switch (problem.code) {
    case 'unreadable-definition':
      return [
        problem.reason === 'nested-too-deeply'
          ? say`${UNREADABLE[problem.reason].what}, so nothing from there on can be read. The rules above are in force.`
          : say`${UNREADABLE[problem.reason].what}, so none of its rules can be read.`,
        UNREADABLE[problem.reason].fix,
      ];
    case 'unclosed-front-matter':
      return [
        say`The front matter has no end, so keys and text cannot be told apart.`,
        say`Close it with a line ${text('---')}.`,
      ];
    case 'invalid-front-matter':
      return [
        say`The front matter cannot be read: ${text(problem.detail)}.`,
        say`Nothing in it counts.`,
        say`Write it as YAML, ${text('key: value')}, between two lines ${text('---')}.`,
      ];
    case 'recovered-front-matter':
      return [
        say`The front matter is not valid YAML: ${text(problem.detail)}.`,
        say`Its name and its rules are read all the same, nothing else is.`,
        MEND_YAML,
      ];
    case 'missing-name':
      return [
        say`The front matter has no name, so the agent goes by its file name.`,
        say`Write ${text(`name: ${problem.used}`)}.`,
      ];
    case 'duplicate-name':
      if (problem.otherNames.length > 0) {
        return [
          say`${listOf(problem.otherNames.map(text))} in ${listOf(problem.otherFiles.map(path))} differs from this name only in case, blanks, ${text('-')} or ${text('_')}: a trailer in a third spelling could mean either.`,
          say`Give each agent a name of its own.`,
        ];
      }
      return [
        say`The same name stands in ${listOf(problem.otherFiles.map(path), 'and', 3)}: they are one agent, and all that they deny adds up.`,
        say`Give each agent a name of its own.`,
      ];
    case 'invalid-pattern':
      if (problem.fault === 'too-many-patterns') return accountOfTooMany(problem);
      return [
        say`${text(problem.pattern)} below ${sectionLabel(problem.section)} ${FAULTS[problem.fault].what}, so it is not in force.`,
        FAULTS[problem.fault].fix,
      ];
    case 'unresolved-placeholder':
      return [
        say`${text(problem.pattern)} below ${sectionLabel(problem.section)} holds a placeholder, so it is not in force.`,
        say`Write the path that the placeholder stands for.`,
      ];
    case 'unenforceable-entry':
      return [
        say`${text(problem.text)} below ${sectionLabel(problem.section)} ${UNENFORCEABLE[problem.reason].what}, so nothing is enforced for it.`,
        UNENFORCEABLE[problem.reason].fix,
      ];
    case 'skipped-by-claude-code':
      return [
        say`Claude Code does not load this file: ${SKIPPED[problem.reason].what}, so the agent's work would run unbound.`,
        SKIPPED[problem.reason].fix,
      ];
    case 'front-matter-disagrees':
    case 'contested-paths':
    case 'dead-pattern':
    case 'shadowed-pattern':
    case 'shared-ownership':
    case 'orphan-denial':
    case 'unowned-files':
    case 'contract-drift':
      return accountOfLint(problem);
    case 'invalid-config':
      return accountOfConfig(problem.fault);
    case 'no-rules':
      return [
        say`The definition has no rule that can be read, so it holds its agent to nothing.`,
        say`Add a section CANNOT TOUCH with one path pattern a line.`,
      ];
    case 'not-a-definition':
      return [
        say`The file has neither front matter nor an ownership section, so it is not read as a definition.`,
        say`If it is meant to be one, begin it with front matter that has ${text('name:')} and ${text('description:')}.`,
      ];
  }
}

type InvalidPattern = Extract<DefinitionProblem, { readonly code: 'invalid-pattern' }>;

const accountOfTooMany = ({
  pattern,
  section,
  alsoLost,
}: Extract<InvalidPattern, { readonly alsoLost: number }>): readonly Phrase[] => [
  say`The definition stands for too many patterns. ${text(pattern)} below ${sectionLabel(section)} is ${alsoLost === 0 ? say`not in force` : say`the first of ${alsoLost + 1} that are not in force`}.`,
  say`Use fewer braces, or wider patterns.`,
];

function accountOfFurther({
  line,
  section,
  further: { count, linesBelow },
}: Extract<DefinitionProblem, { readonly further: FurtherEntries }>): readonly Phrase[] {
  const end = line === null ? say`` : say`, the last in line ${line + linesBelow}`;
  return [
    say`${count} further entries below ${sectionLabel(section)} cannot be read as rules${end}, so nothing is enforced for them.`,
    say`Mend those above first.`,
  ];
}

const SKIPPED: Readonly<Record<SkipReason, Fault>> = {
  'other-extension': {
    what: say`its name does not end in ${text('.md')}`,
    fix: say`Rename it.`,
  },
  'no-front-matter': {
    what: say`it has no front matter on its first line`,
    fix: say`Begin the file with ${text('---')}, ${text('name:')} and ${text('description:')}.`,
  },
  'other-language': {
    what: say`its front matter is not plain YAML`,
    fix: say`Begin the file with a line that is just ${text('---')}.`,
  },
  'unclosed-front-matter': {
    what: say`its front matter has no end`,
    fix: say`Close it with a line ${text('---')}.`,
  },
  'invalid-yaml': { what: say`its front matter is no YAML`, fix: MEND_YAML },
  'invalid-yaml-with-windows-line-ends': {
    what: say`its front matter is no YAML and has Windows line ends, which keep it from being mended`,
    fix: MEND_YAML,
  },
  'no-name': {
    what: say`it has no name`,
    fix: say`Write ${text('name:')} and the name into the front matter.`,
  },
  'name-is-no-text': { what: say`its name is no text`, fix: say`Put the name in quotes.` },
  'name-begins-with-hyphen': {
    what: say`its name begins with a hyphen`,
    fix: say`Begin the name with a letter.`,
  },
  'name-holds-colon': { what: say`its name holds a colon`, fix: say`Write a name without a colon.` },
  'no-description': {
    what: say`it has no description`,
    fix: say`Write ${text('description:')} and a text into the front matter.`,
  },
};

const NAME_PATHS = say`Write path patterns, one a line, with remarks behind ${text('#')}.`;

const UNENFORCEABLE: Readonly<Record<UnenforceableReason, Fault>> = {
  'no-path': { what: say`names no path`, fix: NAME_PATHS },
  'part-of-a-file': {
    what: say`names a part of a file, and rules cover whole files`,
    fix: say`Name the whole file, or move that part to a file of its own.`,
  },
  complement: {
    what: say`says what is left instead of what is meant`,
    fix: say`Name the paths that are meant, one a line.`,
  },
  'not-a-path': { what: say`names something that is no path`, fix: NAME_PATHS },
  'unknown-shape': { what: say`has a form that cannot be read`, fix: NAME_PATHS },
};
