import type { SectionKind } from '../vocabulary.js';
import { readAccessColumn, type TableReading } from './access-columns.js';
import { holdsPath, mentionsPath } from './entries/path-words.js';
import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import type { Table } from './markdown-block.js';
import { openDoubtfulSection, openSection, type Section } from './section.js';

const AGENTS = /^\W*(?:(?:sub-?)?agents?(?: names?)?|roles?|owners?|teams?|who|specialists?)\W*$/i;

/**
 * The sections that a table names, in its header, in a column that says who may do what, or in its first cells; `null` where it
 * names none and belongs to the section around it.
 */
export function sectionsOfTable(
  block: Table,
  classify: ClassifyHeading,
  outer: SectionKind | null,
): TableReading | null {
  const named = block.header.cells.map((cell) => naming(cell, classify)).find((meaning) => meaning !== null);
  if (AGENTS.test(block.header.cells[0] ?? '')) return readAgents(block, classify, named?.kind ?? null);
  const columns = sectionsOfColumns(block, classify);
  if (columns.length > 0) return { sections: columns, rest: null };
  const byAccess = readAccessColumn(block, classify, outer);
  if (byAccess !== null) return byAccess;
  const rows = named === undefined ? sectionsOfRows(block, classify) : [];
  if (rows.length > 0) return { sections: rows, rest: null };
  return named === undefined || outer !== null
    ? null
    : { sections: [doubtful(block, named.kind)], rest: null };
}

/** Of a table of agents, this agent's row. The others say nothing about it, but one report says that they are not read. */
function readAgents(block: Table, classify: ClassifyHeading, kind: SectionKind | null): TableReading | null {
  const isOwn = ({ cells }: { cells: readonly string[] }) => classify.isOwnName(cells[0] ?? '');
  const own: Table = { ...block, rows: block.rows.filter(isOwn) };
  const others: Table = { ...block, rows: block.rows.filter((row) => !isOwn(row)) };
  const byAccess = kind === null ? readAccessColumn(own, classify, null) : null;
  const othersKind = kind ?? (readAccessColumn(others, classify, null) === null ? null : 'cannot-touch');
  if (othersKind === null && byAccess === null) return null;
  const sections = byAccess?.sections ?? sectionsOfColumns(own, classify);
  return { sections: [...sections, doubtful(others, othersKind ?? 'cannot-touch')], rest: null };
}

const doubtful = (block: Table, kind: SectionKind): Section => ({
  ...openDoubtfulSection(kind, block.header.text, block.header.line),
  blocks: block.rows.some(({ cells }) => cells.some(holdsPath)) ? [block] : [],
});

/** The sections of a table whose header cells name them, one a column; none where no such column holds a path. */
function sectionsOfColumns(block: Table, classify: ClassifyHeading): readonly Section[] {
  const sections = block.header.cells.flatMap((cell, column) => {
    const meaning = naming(cell, classify);
    if (meaning === null) return [];
    const section = openSection(meaning, cell, block.header.line);
    return [{ ...section, blocks: [...section.blocks, block], column }];
  });
  const cells = block.rows.flatMap((row) => sections.map(({ column }) => row.cells[column] ?? ''));
  return cells.some((cell) => mentionsPath(cell) || holdsPath(cell)) ? sections : [];
}

/**
 * The sections of a table whose first cells name them, one a row, with the paths in the second column; none where no first cell
 * does. Rows that name none are reported where they hold paths.
 */
function sectionsOfRows(block: Table, classify: ClassifyHeading): readonly Section[] {
  const meanings = block.rows.map(({ cells }) => naming(cells[0] ?? '', classify));
  const first = meanings.find((meaning) => meaning !== null);
  if (first === undefined) return [];
  return block.rows.map((row, index) => {
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
