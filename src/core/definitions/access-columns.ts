import type { SectionKind } from '../vocabulary.js';
import { stripMarks } from './entries/marks.js';
import { holdsPath } from './entries/path-words.js';
import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import type { Row, Table } from './markdown-block.js';
import { openDoubtfulSection, openSection, type Section } from './section.js';

const ACCESS =
  /^\W*(?:access(?: (?:level|type))?|permissions?|rights?|rules?|mode|ownership|policy|(?:can (?:i |you )?)?(?:edit|write|modify|touch)|editable|writable)\W*$/i;
const EDITABLE = /\b(?:edit|write|modify|touch|editable|writable)\b/i;
const OWNED = /ownership/i;
const PATHS = /^\W*(?:files?|paths?|patterns?|globs?|director|folders?)\b/i;
const WRITE =
  /^(?:full(?: access| control)?|read ?[/&+]? ?(?:and )?write|rw|r\/w|w|writes?|edit|modify|own|owner)$/i;
const READ = /^(?:r|ro|read|view)$/i;
const NONE = /^(?:none|no access|never|deny|denied|blocked)$/i;

export interface TableReading {
  readonly sections: readonly Section[];
  /** The rows that are left to the section around the table. */
  readonly rest: Table | null;
}

/**
 * The sections of a table with a column that says who may do what (`| Path | Access |`), one a row; `null` where there is no such
 * column. A row in no other section than the one around the table is left to it, and CANNOT TOUCH keeps all of its rows.
 */
export function readAccessColumn(
  block: Table,
  classify: ClassifyHeading,
  outer: SectionKind | null,
): TableReading | null {
  const column = outer === 'cannot-touch' ? -1 : findColumn(block, classify);
  if (column === -1) return null;
  const { header, rows } = block;
  const title = header.cells[column] ?? '';
  const hasPaths = header.cells.some((cell, index) => index !== column && PATHS.test(cell));
  const sections: Section[] = [];
  const rest: Row[] = [];
  for (const row of rows) {
    const cell = row.cells[column] ?? '';
    const meaning = meaningOf(cell, title, classify);
    const table: Table = { ...block, header: without(header, column), rows: [without(row, column)] };
    if (outer !== null && (meaning === null || meaning.kind === outer)) rest.push(row);
    else if (!hasPaths && !table.rows.some(({ cells }) => cells.some(holdsPath))) {
      if (holdsPath(cell))
        sections.push(openDoubtfulSection(meaning?.kind ?? 'cannot-touch', row.text, row.line, true));
    } else if (meaning === null || (outer === 'reads' && meaning.kind === 'owns')) {
      const doubtful = openDoubtfulSection(meaning?.kind ?? 'cannot-touch', row.text, row.line);
      sections.push({ ...doubtful, blocks: [table] });
    } else {
      const section = openSection(meaning, cell, row.line);
      sections.push({ ...section, blocks: [...section.blocks, table] });
    }
  }
  return { sections, rest: rest.length === 0 ? null : { ...block, rows: rest } };
}

function findColumn({ header, rows }: Table, classify: ClassifyHeading): number {
  const named = header.cells.findIndex(
    (title, column) =>
      ACCESS.test(title) &&
      rows.some(({ cells }) => meaningOf(cells[column] ?? '', title, classify) !== null),
  );
  if (named !== -1) return named;
  return header.cells.findIndex((_, column) => {
    const cells = rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => meaningOf(cell, '', classify) !== null);
  });
}

/** The words of an access column mean a section only below its title. */
function meaningOf(cell: string, title: string, classify: ClassifyHeading): HeadingMeaning | null {
  const said = classify(cell);
  if (said !== null) return said.needsList ? null : said;
  if (!ACCESS.test(title)) return null;
  const { mark, rest } = stripMarks(cell.replace(/[*_`]/g, '').trim());
  const kind = kindOfWord(rest.trim(), mark, title);
  const contradicts =
    (mark === 'no' && kind !== 'cannot-touch') || (mark === 'yes' && kind === 'cannot-touch');
  if (kind === null || contradicts) return null;
  return { kind, qualifier: null, condition: null, needsList: false };
}

function kindOfWord(word: string, mark: 'yes' | 'no' | null, title: string): SectionKind | null {
  if (word === '' && mark === 'yes') return 'owns';
  if (word === '' && mark === 'no') return OWNED.test(title) ? null : 'cannot-touch';
  if (EDITABLE.test(title) && /^yes$/i.test(word)) return 'owns';
  if (/^no$/i.test(word)) return OWNED.test(title) ? null : 'cannot-touch';
  if (WRITE.test(word)) return 'owns';
  if (READ.test(word)) return 'reads';
  return NONE.test(word) ? 'cannot-touch' : null;
}

const without = (row: Row, column: number): Row => {
  const cell = row.cells[column] ?? '';
  const cells = row.cells.map((text, index) => (index === column ? '' : text));
  return { ...row, cells, text: cell === '' ? row.text : row.text.replace(cell, '') };
};
