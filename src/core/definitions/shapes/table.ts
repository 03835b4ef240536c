import type { EntryContext } from '../entries/entry-context.js';
import { joinReadings, NOTHING, unreadLine, type Reading } from '../entries/entry.js';
import { readEntryText } from '../entries/entry-text.js';
import { holdsPath } from '../entries/path-words.js';
import type { Row, Table } from '../markdown-block.js';
import { saysOtherSection } from '../entries/wording.js';
import type { Shape } from './shape.js';

const PATH_HEADER = /^\W*(?:file|path|pattern|glob|director|folder|location|where)/i;

/** A table with paths in back-ticks in one column; the other columns are the remark. */
export const table: Shape = {
  name: 'table',
  read: (block, context) => (block.kind === 'table' ? readColumn(block, pathColumn(block), context) : null),
};

/** The entries of one column, whose header may be a section's name. */
export function readColumn({ header, rows }: Table, column: number, context: EntryContext): Reading {
  const others = header.cells.map(
    (_, index) => index !== column && context.classify(header.cells[index] ?? '') === null,
  );
  const isNamed =
    PATH_HEADER.test(header.cells[column] ?? '') || context.classify(header.cells[column] ?? '') !== null;
  return joinReadings(
    rows.map((row) => {
      const cell = row.cells[column] ?? '';
      const isLost = (text: string, index: number) => others[index] === true && holdsPath(text);
      if (cell === '') return row.cells.some(isLost) ? unreadLine(row, 'unknown-shape') : readExcess(row);
      const isSecond = (text: string, index: number) =>
        isLost(text, index) && (isNamed ? PATH_HEADER.test(header.cells[index] ?? '') : text.includes('`'));
      const remark = row.cells
        .filter((text, index) => others[index] === true && text !== '' && !isSecond(text, index))
        .join('; ');
      const text = remark === '' ? cell : `${cell} — ${remark}`;
      const line = { text, line: row.line };
      const contradicts = row.cells.some(
        (other, index) => index !== column && saysOtherSection(other, context),
      );
      const reading = contradicts ? unreadLine(line, 'unknown-shape') : readEntryText([line], context);
      const lost = row.cells
        .filter(isSecond)
        .map((text) => unreadLine({ text, line: row.line }, 'unknown-shape'));
      return joinReadings([reading, ...lost, readExcess(row)]);
    }),
  );
}

/** Cells beyond the header have no column. */
function readExcess({ cells, text, line }: Row): Reading {
  const ticks = (part: string) => part.split('`').length;
  return ticks(text) > ticks(cells.join('')) ? unreadLine({ text, line }, 'unknown-shape') : NOTHING;
}

function pathColumn({ header, rows }: Table): number {
  const named = header.cells.findIndex((cell) => PATH_HEADER.test(cell));
  if (named !== -1) return named;
  const quoted = header.cells.findIndex((_, column) =>
    rows.some(({ cells }) => cells[column]?.includes('`')),
  );
  return Math.max(0, quoted);
}
