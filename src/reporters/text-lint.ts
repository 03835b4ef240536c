import type { LintReport } from '../core/report.js';
import { wrap } from './layout.js';
import { toProblems } from './lint-problems.js';
import { toRules } from './lint-rules.js';
import { toAgentTable } from './lint-table.js';
import { safeForLog } from './log.js';
import { noteOnNoDefinition } from './no-definition.js';
import type { Paint } from './paint.js';
import { count, render, say, type Phrase } from './phrase.js';
import { plainVoice } from './voices.js';

/**
 * For a terminal of `width` columns: the agents, every rule as it was understood, and at the end, where a terminal leaves
 * off, the problems and the sum. Only a single word can be wider. Ends with a line break.
 */
export function toLintText(report: LintReport, paint: Paint, width: number): string {
  const blocks = [
    toAgentTable(report, paint, width),
    ...report.definitions.map((definition) => toRules(definition, paint, width)),
    ...toProblems(report.problems, paint, width),
    [
      ...notesOn(report).flatMap((note) => wrap(render(note, plainVoice), '', width)),
      ...toSum(report, paint, width),
    ],
  ];
  return safeForLog(
    blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block.join('\n')}\n`)
      .join('\n'),
  );
}

function notesOn({ definitions, lookedFor, tracked }: LintReport): readonly Phrase[] {
  if (tracked === null)
    return [
      say`No repository was read, so nothing is said of what the patterns match, of files that nobody owns, or of the contract.`,
    ];
  return noteOnNoDefinition({ definitions, lookedFor });
}

function toSum(
  { definitions, problems, tracked }: LintReport,
  paint: Paint,
  width: number,
): readonly string[] {
  const rules = definitions.flatMap(({ sections }) => sections.flatMap((section) => section.rules)).length;
  const [errors, warnings, notices] = (['error', 'warning', 'notice'] as const).map(
    (severity) => problems.filter((problem) => problem.severity === severity).length,
  ) as [number, number, number];
  const files = tracked === null ? say`` : say`, held against ${count(tracked, 'file')}`;
  const words = say`${count(definitions.length, 'definition')}, ${count(rules, 'rule')}${files}; ${count(
    errors,
    'error',
  )}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}`;
  // Nothing was held against anything where there is no definition: that is no tick.
  const isClean = warnings === 0 && definitions.length > 0;
  const mark = errors > 0 ? '✖' : isClean ? '✔' : '▲';
  const colour = errors > 0 ? paint.red : isClean ? paint.green : paint.yellow;
  return [
    ...wrap(`${mark} ${render(words, plainVoice)}`, '', width).map((line) => paint.bold(colour(line))),
    paint.dim(exitWords(errors, problems.length)),
  ];
}

function exitWords(errors: number, problems: number): string {
  if (errors > 0) return 'Exit status 1: there are errors.';
  return problems > 0 ? 'Exit status 0: warnings and notices fail nothing.' : 'Exit status 0.';
}
