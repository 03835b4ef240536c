import { structuredPatch } from 'diff';
import type { Edit } from '../core/setup/plan.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { visible } from './visible.js';

const CONTEXT = 3;
const LONGEST_LINE = 2000;

/** The changes as a unified diff, for people: hidden characters show as escapes. Ends with a line break. */
export const toDiff = (edits: readonly Edit[], paint: Paint): string =>
  safeForLog(edits.map((edit) => toFileDiff(edit, paint).join('\n') + '\n').join('\n'));

function toFileDiff({ path, before, after, executable }: Edit, paint: Paint): readonly string[] {
  const { hunks } = structuredPatch(path, path, before ?? '', after ?? '', '', '', { context: CONTEXT });
  const name = visible(path, Infinity);
  const mode = before === null && executable ? [paint.dim('new file, executable')] : [];
  return [
    ...mode,
    paint.bold(`--- ${before === null ? '/dev/null' : `a/${name}`}`),
    paint.bold(`+++ ${after === null ? '/dev/null' : `b/${name}`}`),
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      paint.cyan(`@@ -${toRange(oldStart, oldLines)} +${toRange(newStart, newLines)} @@`),
      ...lines.map((line) => toLine(line, paint)),
    ]),
  ];
}

/** Tabs and the carriage return of a line end stay out of the escapes: they are ordinary there. */
function toLine(line: string, paint: Paint): string {
  const shown = line
    .replace(/\r$/, '')
    .split('\t')
    .map((part) => visible(part, LONGEST_LINE))
    .join('\t');
  if (line.startsWith('+')) return paint.green(shown);
  return line.startsWith('-') ? paint.red(shown) : shown;
}

/** An empty range lies behind the line that it names. */
const toRange = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;
