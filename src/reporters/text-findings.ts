import type { Violation } from '../core/violation.js';
import type { Severity } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { labelled } from './layout.js';
import { accountOf } from './messages.js';
import { colourOf, type Paint } from './paint.js';
import { paragraph, place, render, text } from './phrase.js';
import { remedyFor } from './remedies.js';
import { entryText, SECTION_LABEL } from './rule-words.js';
import { bareVoice } from './voices.js';

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

/** The line of a finding or a problem that says how it weighs and what it is. */
export function heading(severity: Severity, code: string, title: string, paint: Paint): readonly string[] {
  const label = `${severity}[${code}]: `;
  return labelled(label, title, (shown) => paint.bold(colourOf(severity, paint)(shown)));
}
