import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { Violation } from '../core/violation.js';
import type { Severity } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { labelled } from './layout.js';
import { accountOf, describeProblem } from './messages.js';
import { colourOf, type Paint } from './paint.js';
import { paragraph, place, render, text } from './phrase.js';
import { remedyFor } from './remedies.js';
import { entryText, SECTION_LABEL } from './rule-words.js';
import { bareVoice, plainVoice } from './voices.js';

/** One finding: what it is, the rule as the definition writes it, what is known, and the way out. */
export function toFinding(violation: Violation, context: FindingContext, paint: Paint): readonly string[] {
  const { title, rule, notes } = accountOf(violation, context);
  const { text: advice, commands } = remedyFor(violation, context);
  const excerpt =
    rule === null
      ? []
      : [
          `  ${paint.dim('-->')} ${bareVoice(place(rule.file, rule.line))}`,
          `   ${paint.dim('|')}  ${SECTION_LABEL[rule.section]}: ${paint.bold(bareVoice(text(entryText(rule))))}`,
        ];
  return [
    ...heading(violation.severity, violation.code, render(title, context.voice), paint),
    ...excerpt,
    ...labelled('   = ', render(paragraph(notes), context.voice), paint.dim),
    ...labelled('   = help: ', advice, paint.cyan),
    ...commands.map((command) => `           ${paint.cyan(command)}`),
  ];
}

/** One definition problem: where it is, what becomes of it, what to write instead. */
export const toProblem = (problem: DefinitionProblem, paint: Paint): readonly string[] => [
  ...heading(problem.severity, problem.code, bareVoice(place(problem.file, problem.line)), paint),
  ...labelled('   = ', describeProblem(problem, plainVoice), paint.dim),
];

function heading(severity: Severity, code: string, title: string, paint: Paint): readonly string[] {
  const label = `${severity}[${code}]: `;
  return labelled(label, title, (shown) => paint.bold(colourOf(severity, paint)(shown)));
}
