import type { AgentDefinition, Rule, RuleSection } from '../core/definitions/definition.js';
import { displayWidth, fitEnd } from './display-width.js';
import { padEnd, widest } from './layout.js';
import type { Paint } from './paint.js';
import { path, text } from './phrase.js';
import { SECTION_LABEL } from './rule-words.js';
import { bareVoice } from './voices.js';

/** Remarks stand in a column of their own, unless patterns are longer than this. */
const PATTERN_COLUMNS = 40;
/** A remark of which less would be left stands on a line of its own. */
const SHORTEST_REMARK = 12;

/** What was understood of a definition, rule by rule, with lines. A remark is cut where a line ends, a pattern never. */
export function toRules(
  { name, file, root, sections }: AgentDefinition,
  paint: Paint,
  width: number,
): readonly string[] {
  const lines = sections.flatMap(({ line, rules }) => [line, ...rules.map(({ location }) => location.line)]);
  const digits = widest(lines.map(String));
  const who = bareVoice(text(name));
  const where = bareVoice(path(file)) + (root === '' ? '' : `, patterns below ${bareVoice(path(root))}`);
  const fits = displayWidth(who) + 2 + displayWidth(where) <= width;
  return [
    ...(fits
      ? [`${paint.bold(who)}  ${paint.dim(where)}`]
      : [paint.bold(fitEnd(who, width)), paint.dim(`  ${where}`)]),
    ...sections.flatMap((section) => toSection(section, digits, paint, width)),
    ...(sections.length === 0 ? ['  no rules'] : []),
  ];
}

function toSection(
  { kind, heading, line, rules }: RuleSection,
  digits: number,
  paint: Paint,
  width: number,
): readonly string[] {
  const indent = digits + 6;
  const numbered = (at: number): string => `  ${paint.dim(String(at).padStart(digits))}`;
  const patterns = rules.map(({ pattern }) => bareVoice(text(pattern)));
  const column = widest(patterns.filter((pattern) => displayWidth(pattern) <= PATTERN_COLUMNS));
  return [
    `${numbered(line)}  ${toHeading(SECTION_LABEL[kind], heading, paint, width - digits - 4)}`,
    ...rules.flatMap((rule, index) => {
      const pattern = padEnd(patterns[index] ?? '', column);
      const entry = `${numbered(rule.location.line)}    `;
      const remark = remarkOf(rule, heading);
      if (remark === '') return [(entry + pattern).trimEnd()];
      const room = width - indent - displayWidth(pattern) - 2;
      const shown = paint.dim(fitEnd(remark, room >= SHORTEST_REMARK ? room : width - indent - 2));
      return room >= SHORTEST_REMARK || displayWidth(remark) <= room
        ? [`${entry}${pattern}  ${shown}`]
        : [(entry + pattern).trimEnd(), `${' '.repeat(indent + 2)}${shown}`];
    }),
  ];
}

/** The section, and its heading as written where that says more. */
function toHeading(label: string, heading: string, paint: Paint, room: number): string {
  const written = fitEnd(bareVoice(text(heading)), room - label.length - 2);
  if (!written.toUpperCase().startsWith(label)) return `${paint.cyan(label)}  ${paint.dim(written)}`;
  return paint.cyan(label) + paint.dim(written.slice(label.length));
}

/** The remark, and the condition where the heading does not show it. */
function remarkOf({ remark, condition }: Rule, heading: string): string {
  const shown = [remark, condition === null || heading.includes(condition) ? null : `(${condition})`];
  return shown.flatMap((part) => (part === null ? [] : [bareVoice(text(part))])).join(' ');
}
