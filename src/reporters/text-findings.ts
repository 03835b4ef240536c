import type { Severity } from '../core/vocabulary.js';
import type { Alike } from './alike.js';
import type { FindingContext } from './finding-context.js';
import { labelled } from './layout.js';
import { accountOf } from './messages.js';
import { colourOf, type Paint } from './paint.js';
import { paragraph, path, place, render, text } from './phrase.js';
import { remedyFor } from './remedies.js';
import { entryText, SECTION_LABEL } from './rule-words.js';
import { bareVoice } from './voices.js';

/** One finding, or alike ones: what it is, the rule as the definition writes it, what is known, and the way out. */
export function toFinding(
  [violation, ...others]: Alike,
  context: FindingContext,
  paint: Paint,
): readonly string[] {
  const { title, rule, notes } = accountOf(violation, context, others);
  const { text: advice, commands } = remedyFor(violation, context, others);
  const files =
    others.length === 0 || !('path' in violation)
      ? []
      : [violation, ...others].map(({ path: changed }) => `   - ${bareVoice(path(changed))}`);
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
    ...files,
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
