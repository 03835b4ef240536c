import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import type { Table } from './markdown-block.js';
import { mentionsPath } from './entries/path-words.js';
import { openDoubtfulSection, openSection, type Section } from './section.js';

/** The sections of a table whose header cells name them, one a column. */
export const sectionsOfColumns = (block: Table, classify: ClassifyHeading): readonly Section[] =>
  block.header.cells.flatMap((cell, column) => {
    const meaning = naming(cell, classify);
    if (meaning === null || !block.rows.some(({ cells }) => mentionsPath(cells[column] ?? ''))) return [];
    const section = openSection(meaning, cell, block.header.line);
    return [{ ...section, blocks: [...section.blocks, block], column }];
  });

/**
 * The sections of a table whose first cells name them, one a row, with the paths in the second column; none where no first cell
 * does. Rows that name none are reported where they hold paths.
 */
export function sectionsOfRows(block: Table, classify: ClassifyHeading): readonly Section[] {
  const { header, rows } = block;
  if (header.cells.some((cell) => naming(cell, classify) !== null)) return [];
  const meanings = rows.map(({ cells }) => naming(cells[0] ?? '', classify));
  const first = meanings.find((meaning) => meaning !== null);
  if (first === undefined) return [];
  return rows.map((row, index) => {
    const meaning = meanings[index] ?? null;
    const table: Table = { ...block, rows: [{ ...row, cells: ['', ...row.cells.slice(1)] }] };
    if (meaning === null) return { ...openDoubtfulSection(first.kind, row.text, row.line), blocks: [table] };
    const section = openSection(meaning, row.cells[0] ?? '', row.line);
    return { ...section, blocks: [...section.blocks, table], column: 1 };
  });
}

function naming(cell: string, classify: ClassifyHeading): HeadingMeaning | null {
  const meaning = classify(cell);
  return meaning === null || meaning.needsList ? null : meaning;
}
