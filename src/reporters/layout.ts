/** In characters; a terminal of 100 columns shows it all. */
const WIDTH = 96;

/** Text broken at blanks, each line behind `indent`. A word that is longer than a line stays whole. */
export function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
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

/** Columns of equal width, two blanks apart; the last one ragged. Wide characters count as one. */
export function toColumns(
  rows: readonly (readonly string[])[],
  paintCell: (cell: string, column: number) => string = (cell) => cell,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = column === row.length - 1 ? '' : ' '.repeat((widths[column] ?? 0) - cell.length);
        return paintCell(cell, column) + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
