import type { AgentDefinition } from '../core/definitions/definition.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { LintReport } from '../core/report.js';
import type { SectionKind, Severity } from '../core/vocabulary.js';
import { fitMiddle } from './display-width.js';
import { groupBy } from './grouping.js';
import { padEnd, padStart, widest, wrap } from './layout.js';
import type { Paint } from './paint.js';
import { listOf, path, render, say, text } from './phrase.js';
import { bareVoice, plainVoice } from './voices.js';

/** The figures stand right, each as wide as its heading; `TOUCH` belongs below the first heading's `CANNOT`. */
const FIGURES = '  OWNS  READS   TOUCH  err warn note';
const ABOVE = ' '.repeat(FIGURES.indexOf(' TOUCH')) + 'CANNOT  problems';
const NARROWEST_NAME = 10;
const NARROWEST_FILE = 12;

/** A line for each definition: its rules by section, its problems; then who is held to nothing. */
export function toAgentTable(
  { definitions, problems }: LintReport,
  paint: Paint,
  width: number,
): readonly string[] {
  if (definitions.length === 0) return [];
  const problemsIn = groupBy(problems, ({ file }) => file);
  const names = definitions.map(({ name }) => bareVoice(text(name)));
  const files = definitions.map(({ file }) => bareVoice(path(file)));
  const { name, file } = shareOut(widest(['AGENT', ...names]), widest(['FILE', ...files]), width);
  const indent = ' '.repeat(name + 2 + file);
  return [
    paint.dim(indent + ABOVE),
    paint.dim(`${padEnd('AGENT', name)}  ${padEnd('FILE', file)}${FIGURES}`),
    ...definitions.map((definition, row) => {
      const who = paint.bold(padEnd(fitMiddle(names[row] ?? '', name), name));
      const where = padEnd(fitMiddle(files[row] ?? '', file), file);
      return `${who}  ${where}${figures(definition, problemsIn.get(definition.file) ?? [], paint)}`;
    }),
    ...heldToNothing(definitions).flatMap((words) => wrap(words, '', width).map(paint.yellow)),
  ];
}

/** Room for names and files: as much as they need, and where that is too much, files give way first. */
function shareOut(name: number, file: number, width: number) {
  const room = width - FIGURES.length - 2;
  const forFile = Math.max(NARROWEST_FILE, Math.min(file, room - name));
  return { name: Math.min(name, Math.max(NARROWEST_NAME, room - forFile)), file: forFile };
}

function figures(
  definition: AgentDefinition,
  problems: readonly DefinitionProblem[],
  { red, yellow, cyan }: Paint,
): string {
  const rules = (kind: SectionKind): number =>
    definition.sections
      .filter((section) => section.kind === kind)
      .reduce((sum, section) => sum + section.rules.length, 0);
  const amount = (severity: Severity): string =>
    String(problems.filter((problem) => problem.severity === severity).length).replace(/^0$/, '-');
  const denials = holds(definition) ? String(rules('cannot-touch')) : yellow('none');
  return [
    padStart(String(rules('owns')), 6),
    padStart(String(rules('reads')), 7),
    holds(definition) ? padStart(denials, 8) : `    ${denials}`,
    coloured(padStart(amount('error'), 5), red),
    coloured(padStart(amount('warning'), 5), yellow),
    coloured(padStart(amount('notice'), 5), cyan),
  ].join('');
}

const coloured = (figure: string, colour: (text: string) => string): string =>
  figure.endsWith('-') ? figure : colour(figure);

const holds = ({ sections }: AgentDefinition): boolean =>
  sections.some(
    ({ kind, rules }) => kind === 'cannot-touch' && rules.some(({ compiled }) => !compiled.negated),
  );

function heldToNothing(definitions: readonly AgentDefinition[]): readonly string[] {
  const free = [...groupBy(definitions, ({ name }) => name)].filter(([, files]) => !files.some(holds));
  return free.length === 0
    ? []
    : [
        render(
          say`Held to nothing, for want of a CANNOT TOUCH rule: ${listOf(free.map(([name]) => text(name)))}.`,
          plainVoice,
        ),
      ];
}
