import type { ClassifyHeading } from '../definitions/headings.js';
import type { Table } from '../definitions/markdown-block.js';
import type { Standing } from '../definitions/lint-facts.js';
import { agentIn, nameIn, saysSomething, standingIn } from './contract-cells.js';
import {
  NO_AGENT,
  patternsOf,
  toTable,
  unread,
  type ContractContext,
  type ContractTable,
} from './contract-table.js';

/** `| Path | backend | database |`, with OWNS, READS and the like in the cells. */
export function readMatrix({ header, rows }: Table, context: ContractContext): ContractTable | null {
  const { roster } = context;
  const standing = createStandingReader(context.classify);
  const columns = header.cells.flatMap((cell, index) => {
    if (index === 0) return [];
    const agent = agentIn(cell, roster);
    const written = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text.trim() !== '');
    const said = written.filter(saysSomething);
    const isStanding = (text: string) => standing(text) !== null;
    const isStranger = 2 * said.filter(isStanding).length > said.length && !NO_AGENT.test(nameIn(cell));
    return agent !== null || isStranger ? [{ cell, index, agent, says: written.some(isStanding) }] : [];
  });
  const known = columns.filter(({ agent }) => agent !== null);
  if (!columns.some(({ says }) => says) || (known.length === 0 && columns.length < 2)) return null;

  const read = rows.map((row) => {
    const cells = columns.map(({ index, agent }) => ({ agent, text: row.cells[index] ?? '' }));
    const patterns = patternsOf(row, 0, 'owns', context);
    const said = cells.map(({ text }) => standing(text));
    if (patterns === null)
      return cells.some(({ text }) => saysSomething(text)) ? unread(row, 'patterns') : null;
    if (said.includes(null)) return unread(row, 'cells');
    const claims = cells.flatMap(({ agent }, at) => {
      const says = said[at] ?? null;
      return agent === null || says === null ? [] : [{ agent, standing: says }];
    });
    return { ...patterns, line: row.line, cells: claims };
  });
  const unknown = columns.flatMap(({ agent, cell }) =>
    agent === null ? [{ name: nameIn(cell), line: header.line }] : [],
  );
  return toTable(
    'of-all-agents',
    header,
    read,
    known.flatMap(({ agent }) => agent ?? []),
    unknown,
  );
}

/** Most cells repeat each other. */
function createStandingReader(classify: ClassifyHeading): (cell: string) => Standing | null {
  const known = new Map<string, Standing | null>();
  return (cell) => {
    const standing = known.has(cell) ? (known.get(cell) ?? null) : standingIn(cell, classify);
    known.set(cell, standing);
    return standing;
  };
}
