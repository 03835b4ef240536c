import { displayWidth } from './display-width.js';

/** In columns; a terminal of 100 shows it all. */
const WIDTH = 96;

/** Text broken at blanks, each line behind `indent`. A word that is longer than a line stays whole. */
export function wrap(text: string, indent: string, width = WIDTH): readonly string[] {
  const lines: string[] = [];
  const room = width - indent.length;
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = displayWidth(word);
    if (line !== '' && used + 1 + columns > room) {
      lines.push(indent + line);
      line = word;
      used = columns;
    } else {
      used = line === '' ? columns : used + 1 + columns;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}

/** Wrapped text whose first line begins with a label; the others stand below the text. `paintLabel` adds no width. */
export function labelled(
  label: string,
  text: string,
  paintLabel: (label: string) => string,
): readonly string[] {
  const indent = ' '.repeat(label.length);
  return wrap(text, indent).map((line, index) =>
    index === 0 ? paintLabel(label) + line.slice(label.length) : line,
  );
}

/** The text and blanks behind it, or before it, until it takes as many columns. */
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)));

export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;

/** How many columns the widest of the texts takes. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

/** Columns of equal width, two blanks apart; the last one ragged. */
export function toColumns(
  rows: readonly (readonly string[])[],
  paintCell: (cell: string, column: number) => string = (cell) => cell,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const columns = column === row.length - 1 ? 0 : (widths[column] ?? 0);
        return paintCell(cell, column) + padEnd(cell, columns).slice(cell.length);
      })
      .join('  ')
      .trimEnd(),
  );
}
