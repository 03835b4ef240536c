import { nearestNames } from '../attribution/names.js';
import type { Agent } from '../definitions/definition.js';
import { rootOfDefinition } from '../definitions/definition-place.js';
import { decodeDefinition } from '../definitions/definition-text.js';
import { parseFrontMatter } from '../definitions/front-matter.js';
import { createClassifyHeading } from '../definitions/headings.js';
import { parseOutline } from '../definitions/outline.js';
import { severityOf } from '../definitions/problem-severities.js';
import type { ContractDrift, DefinitionProblem } from '../definitions/problem.js';
import type { DefinitionSource, Roster } from '../definitions/roster.js';
import type { AgentName, RepoPath } from '../vocabulary.js';
import { compareRows, type ComparedRow } from './contract-comparison.js';
import type { ContractTable } from './contract-table.js';
import { readContractTable } from './contract-tables.js';

interface Found {
  readonly line: number | null;
  readonly agent: AgentName | null;
  readonly drift: ContractDrift;
}

const MOST_ROWS = 500;
const MOST_CELLS = 10_000;
const MOST_UNKNOWN = 100;

/**
 * Where the tables of a contract (`.claude/CONTRACT.md`) say something else than the definitions; `tracked` is sorted. No rule comes
 * of a contract, and a text without such a table says nothing. Never throws; what lies beyond 500 rows or 10,000 cells is not compared, and said so.
 */
export function findContractDrift(
  contract: DefinitionSource,
  roster: Roster,
  tracked: readonly RepoPath[],
): readonly DefinitionProblem[] {
  const code = 'contract-drift';
  return findDrift(contract, roster, tracked)
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
    .map((found) => ({ code, severity: severityOf(code), file: contract.path, ...found }));
}

function findDrift(
  contract: DefinitionSource,
  roster: Roster,
  tracked: readonly RepoPath[],
): readonly Found[] {
  const decoded = decodeDefinition(contract);
  if ('reason' in decoded) {
    return [{ line: null, agent: null, drift: { kind: 'unreadable', reason: decoded.reason } }];
  }
  const { body, bodyLine } = parseFrontMatter(decoded.text);
  const { blocks, unreadFrom } = parseOutline(body, bodyLine);
  const context = { roster, root: rootOfDefinition(contract.path), classify: createClassifyHeading() };
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' ? (readContractTable(block, context) ?? []) : [],
  );
  const rows = tables.flatMap((table) => table.rows);
  const most = mostRows(rows);
  const compared = compareRows(rows.slice(0, most), tracked);
  const left = [
    ...compared.filter(({ isCompared }) => !isCompared).map(({ row }) => row),
    ...rows.slice(most),
  ];
  const unread = [
    ...tables.flatMap(({ unreadable }) => unreadable),
    ...left.map(({ pattern, line }) => ({ text: pattern, line, fault: 'beyond-limits' as const })),
    ...(unreadFrom === null
      ? []
      : [{ text: lineAt(body, unreadFrom - bodyLine), line: unreadFrom, fault: 'beyond-limits' as const }]),
  ];
  return [
    ...compared.flatMap(difference),
    ...tables
      .flatMap(({ unknown }) => unknown)
      .slice(0, MOST_UNKNOWN)
      .map(({ name, line }) => unknownAgent(name, line, roster)),
    ...unread.map(({ text, line, fault }) => ({
      line,
      agent: null,
      drift: { kind: 'unreadable-row', text, fault } as const,
    })),
    ...unlisted(tables, roster),
  ];
}

function mostRows(rows: ContractTable['rows']): number {
  let cells = 0;
  const excess = rows.findIndex((row) => (cells += row.cells.length) > MOST_CELLS);
  return Math.min(excess === -1 ? rows.length : excess, MOST_ROWS);
}

const lineAt = (body: string, index: number): string => body.split('\n')[index]?.trim() ?? '';

function difference({ row, cells }: ComparedRow): readonly Found[] {
  const [first, ...others] = cells;
  if (first === undefined) return [];
  const agent = others.length === 0 ? first.agent : null;
  return [{ line: row.line, agent, drift: { kind: 'row', pattern: row.pattern, cells } }];
}

const unknownAgent = (name: string, line: number, roster: Roster): Found => ({
  line,
  agent: null,
  drift: { kind: 'unknown-agent', name, nearest: nearestNames(name, roster)[0] ?? null },
});

/** One problem for all agents with rules that no table names; where all tables list owners, only those with OWNS count. */
function unlisted(tables: readonly ContractTable[], { agents }: Roster): readonly Found[] {
  const [first] = tables;
  if (first === undefined) return [];
  const named = new Set(tables.flatMap((table) => table.named));
  const isOfAll = tables.some(({ kind }) => kind === 'of-all-agents');
  const missing = agents.filter((agent) => !named.has(agent) && hasRules(agent, isOfAll));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name);
  return [{ line: first.line, agent: null, drift: { kind: 'unlisted-agents', names } }];
}

const hasRules = ({ definitions }: Agent, isOfAnyKind: boolean): boolean =>
  definitions.some(({ sections }) =>
    sections.some(({ kind, rules }) => rules.length > 0 && (isOfAnyKind || kind === 'owns')),
  );
