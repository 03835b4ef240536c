import type { AgentDefinition, Rule, RuleSection } from '../core/definitions/definition.js';
import type { LintReport } from '../core/report.js';
import { toColumns } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { count, listOf, path, render, say, text } from './phrase.js';
import { SECTION_LABEL } from './rule-words.js';
import { mostSevereFirst } from './severity.js';
import { toProblem } from './text-findings.js';
import { bareVoice, plainVoice } from './voices.js';

/** What was understood of every definition, rule by rule, then what is wrong, then the sum. Ends with a line break. */
export function toLintText(report: LintReport, paint: Paint): string {
  const blocks = [
    ...report.definitions.map((definition) => toDefinition(definition, paint)),
    ...mostSevereFirst(report.problems).map((problem) => toProblem(problem, paint)),
    ...nothingFound(report),
    [toSum(report, paint)],
  ];
  return safeForLog(blocks.map((block) => `${block.join('\n')}\n`).join('\n'));
}

function nothingFound({ definitions, lookedFor }: LintReport): readonly (readonly string[])[] {
  if (definitions.length > 0 || lookedFor.length === 0) return [];
  return [
    [render(say`No definition was found: the tool looks for ${listOf(lookedFor.map(text))}.`, plainVoice)],
  ];
}

function toDefinition({ name, file, root, sections }: AgentDefinition, paint: Paint): readonly string[] {
  const isHeld = sections.some(({ kind, rules }) => kind === 'cannot-touch' && rules.length > 0);
  const lines = sections.flatMap(({ line, rules }) => [line, ...rules.map(({ location }) => location.line)]);
  const width = lines.reduce((widest, line) => Math.max(widest, String(line).length), 0);
  const below = root === '' ? '' : `, patterns below ${bareVoice(path(root))}`;
  return [
    `${paint.bold(bareVoice(text(name)))}  ${paint.dim(bareVoice(path(file)) + below)}`,
    ...sections.flatMap((section) => toSection(section, width, paint)),
    ...(isHeld ? [] : [paint.yellow('  held to nothing: it has no CANNOT TOUCH rule')]),
  ];
}

function toSection(
  { kind, heading, line, rules }: RuleSection,
  width: number,
  paint: Paint,
): readonly string[] {
  const numbered = (at: number): string => paint.dim(String(at).padStart(width));
  const entries = toColumns(
    rules.map((rule) => [bareVoice(text(rule.pattern)), remarkOf(rule, heading)]),
    (cell, column) => (column === 1 ? paint.dim(cell) : cell),
  );
  return [
    `  ${numbered(line)}  ${toHeading(SECTION_LABEL[kind], heading, paint)}`,
    ...entries.map((entry, index) => `  ${numbered(rules[index]?.location.line ?? line)}    ${entry}`),
  ];
}

/** The section, and its heading as written where that says more. */
function toHeading(label: string, heading: string, paint: Paint): string {
  const written = bareVoice(text(heading));
  if (!written.toUpperCase().startsWith(label)) return `${paint.cyan(label)}  ${paint.dim(written)}`;
  return paint.cyan(label) + paint.dim(written.slice(label.length));
}

/** The remark, and the condition where the heading does not show it. */
function remarkOf({ remark, condition }: Rule, heading: string): string {
  const shown = [remark, condition === null || heading.includes(condition) ? null : `(${condition})`];
  return shown.flatMap((part) => (part === null ? [] : [bareVoice(text(part))])).join(' ');
}

function toSum({ definitions, problems }: LintReport, paint: Paint): string {
  const rules = definitions.flatMap(({ sections }) => sections.flatMap((section) => section.rules)).length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  const read = say`${count(definitions.length, 'definition')}, ${count(rules, 'rule')}`;
  const words = render(
    say`${read}; ${count(errors, 'error')}, ${others} other ${[others === 1 ? 'problem' : 'problems']}`,
    plainVoice,
  );
  return paint.bold(errors > 0 ? paint.red(`✖ ${words}`) : paint.green(`✔ ${words}`));
}
