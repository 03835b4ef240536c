import type { Agent } from '../definitions/definition.js';
import { saysNothing } from '../definitions/entries/wording.js';
import type { ClassifyHeading } from '../definitions/headings.js';
import type { Table } from '../definitions/markdown-block.js';
import type { SectionKind } from '../vocabulary.js';
import { agentIn, nameIn } from './contract-cells.js';
import {
  NO_AGENT,
  patternsOf,
  toTable,
  unread,
  type ContractContext,
  type ContractTable,
} from './contract-table.js';

const PATH_HEADER = /^\W*(?:file|path|pattern|glob|director|folder|location|where|module|area)/i;
/** What is written like a path and is none. */
const NO_PATH_HEADER =
  /^\W*(?:(?:api|http|rest|database|db) )?(?:end-?points?|routes?|urls?|apis?|tables?|schemas?|entit(?:y|ies)|events?|topics?|queues?|branch(?:es)?|labels?|commands?|variables?)\W*$/i;
const OWNER_HEADER =
  /^\W*(?:(?:primary|write|code|owning) )?(?:owners?|owned by|agents?|responsible(?: agent)?)\W*$/i;
const READER_HEADER = /^\W*(?:readers?|read by|can be read by)\W*$/i;
const DENIED_HEADER = /^\W*(?:denied|forbidden) (?:to|for)\W*$/i;
/** `| Agent | Owns | Reads | Cannot touch |`, with patterns in the cells. */
export function readAgentTable({ header, rows }: Table, context: ContractContext): ContractTable | null {
  const { roster, classify } = context;
  const columns = header.cells.flatMap((cell, index) => {
    const meaning = index === 0 ? null : classify(cell);
    return meaning === null ? [] : [{ index, kind: meaning.kind }];
  });
  const agents = rows.map(({ cells }) => agentIn(cells[0] ?? '', roster));

  const unknown: { name: string; line: number }[] = [];
  const read = rows.flatMap((row, at) => {
    const name = nameIn(row.cells[0] ?? '');
    const agent = agents[at] ?? null;
    if (agent === null && !NO_AGENT.test(name)) unknown.push({ name, line: row.line });
    if (agent === null) return [];
    return columns.map(({ index, kind }) => {
      const text = row.cells[index] ?? '';
      if (saysNothing(text)) return null;
      const patterns = patternsOf(row, index, kind, context);
      return patterns === null
        ? { text, line: row.line, fault: 'patterns' as const }
        : { ...patterns, line: row.line, cells: [{ agent, standing: kind }] };
    });
  });
  return toTable(
    'of-all-agents',
    header,
    read,
    agents.flatMap((agent) => agent ?? []),
    unknown,
  );
}

/** `| Path | Owner |`, with names of agents in the cells. */
export function readOwnerTable({ header, rows }: Table, context: ContractContext): ContractTable | null {
  const named = header.cells.findIndex((cell) => PATH_HEADER.test(cell));
  if (named === -1 && NO_PATH_HEADER.test(header.cells[0] ?? '')) return null;
  const pathColumn = Math.max(0, named);
  const columns = header.cells.flatMap((cell, index) => {
    const kind = index === pathColumn ? null : roleOf(cell, context.classify);
    return kind === null ? [] : [{ index, kind }];
  });
  const owners: Agent[] = [];
  const unknown = new Map<string, number>();
  const read = rows.map((row) => {
    const cells = columns.flatMap(({ index, kind }) =>
      namesIn(row.cells[index] ?? '').flatMap((name) => {
        const agent = agentIn(name, context.roster);
        if (agent !== null) return [{ agent, standing: kind }];
        if (!unknown.has(name)) unknown.set(name, row.line);
        return [];
      }),
    );
    owners.push(...cells.map(({ agent }) => agent));
    if (cells.length === 0) return null;
    const patterns = patternsOf(row, pathColumn, 'owns', context);
    return patterns === null ? unread(row, 'patterns') : { ...patterns, line: row.line, cells };
  });
  if (owners.length === 0) return null;
  return toTable(
    'of-owners',
    header,
    read,
    owners,
    [...unknown].map(([name, line]) => ({ name, line })),
  );
}

function roleOf(header: string, classify: ClassifyHeading): SectionKind | null {
  if (OWNER_HEADER.test(header)) return 'owns';
  if (READER_HEADER.test(header)) return 'reads';
  return DENIED_HEADER.test(header) ? 'cannot-touch' : (classify(header)?.kind ?? null);
}

const namesIn = (cell: string): readonly string[] =>
  cell
    .split(/[,;&+/]|<br\s*\/?>|\sand\s/)
    .map(nameIn)
    .filter((name) => !NO_AGENT.test(name));
