import type { DefinitionProblem } from '../core/definitions/problem.js';
import { groupBy } from './grouping.js';
import { widest, wrap } from './layout.js';
import { describeProblem } from './problem-messages.js';
import { colourOf, type Paint } from './paint.js';
import { path, place } from './phrase.js';
import { mostSevereFirst } from './severity.js';
import { bareVoice, plainVoice } from './voices.js';

/** Of each code; a notice asks for nothing, and a thousand of them would hide what does. */
const NOTICES_SHOWN = 5;

/** Every error and warning by file, most severe first; then the notices by code, of each the first few. */
export function toProblems(
  problems: readonly DefinitionProblem[],
  paint: Paint,
  width: number,
): readonly (readonly string[])[] {
  const ordered = mostSevereFirst(problems);
  const severe = groupBy(
    ordered.filter(({ severity }) => severity !== 'notice'),
    ({ file }) => file,
  );
  const notices = groupBy(
    ordered.filter(({ severity }) => severity === 'notice'),
    ({ code }) => code,
  );
  const left = [...notices.values()].reduce((sum, same) => sum + Math.max(0, same.length - NOTICES_SHOWN), 0);
  return [
    ...[...severe.values()].map((inFile) => toFile(inFile, paint, width)),
    ...[...notices.values()].map((same) => toNotices(same, paint, width)),
    left === 0
      ? []
      : wrap(
          `${left} ${left === 1 ? 'notice is' : 'notices are'} left out here; \`--format json\` gives all.`,
          '',
          width,
        ),
  ].filter((block) => block.length > 0);
}

function toFile(problems: readonly DefinitionProblem[], paint: Paint, width: number): readonly string[] {
  const lines = problems.map(({ line }) => String(line ?? '-'));
  const digits = widest(lines);
  return [
    ...problems.slice(0, 1).map(({ file }) => paint.bold(bareVoice(path(file)))),
    ...problems.flatMap((problem, index) => [
      `  ${paint.dim((lines[index] ?? '').padStart(digits))}  ${label(problem, paint)}`,
      ...wrap(describeProblem(problem, plainVoice), ' '.repeat(digits + 4), width),
    ]),
  ];
}

function toNotices(problems: readonly DefinitionProblem[], paint: Paint, width: number): readonly string[] {
  const files = new Set(problems.map(({ file }) => file)).size;
  const amount = `: ${problems.length} in ${files} ${files === 1 ? 'file' : 'files'}`;
  const left = problems.length - NOTICES_SHOWN;
  return [
    ...problems.slice(0, 1).map((problem) => label(problem, paint) + amount),
    ...problems
      .slice(0, NOTICES_SHOWN)
      .flatMap((problem) => [
        `  ${paint.dim(bareVoice(place(problem.file, problem.line)))}`,
        ...wrap(describeProblem(problem, plainVoice), '    ', width),
      ]),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ];
}

const label = ({ severity, code }: DefinitionProblem, paint: Paint): string =>
  `${colourOf(severity, paint)(severity)}  ${paint.bold(code)}`;
