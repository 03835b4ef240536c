import type { AgentName, RepoPath } from '../vocabulary.js';
import type { Agent } from '../definitions/definition.js';
import type { ContractCell, Standing } from '../definitions/lint-facts.js';
import { createAgentReader, type AgentReader, type ComparisonBudget, type Said } from './contract-agent.js';
import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import type { ContractRow } from './contract-row.js';
import { classifyPaths, MOST_EXAMPLES, type PathClass } from './path-classes.js';

interface CellState {
  readonly agent: AgentName;
  readonly contract: Standing;
  readonly reader: AgentReader;
  /** What the definition says of the first path on which it differs. */
  definition: Standing;
  count: number;
  examples: readonly RepoPath[];
}

interface RowState {
  readonly row: ContractRow;
  readonly seen: Set<CompiledPattern>;
  readonly cells: readonly CellState[];
}

/** A row, and its cells that differ from the definitions. */
export interface ComparedRow {
  readonly row: ContractRow;
  readonly cells: readonly ContractCell[];
  /** False where comparing it as a whole would have taken too long. */
  readonly isCompared: boolean;
}

const MOST_COMPARISONS = 5_000_000;

/** Compares each row on the tracked paths that it matches, and those of its patterns that match none as a whole. */
export function compareRows(
  rows: readonly ContractRow[],
  tracked: readonly RepoPath[],
): readonly ComparedRow[] {
  const readerOf = createReaders();
  const states = rows.map((row): RowState => ({
    row,
    seen: new Set(),
    cells: row.cells.map(({ agent, standing }) => ({
      agent: agent.name,
      contract: standing,
      reader: readerOf(agent),
      definition: 'none',
      count: 0,
      examples: [],
    })),
  }));
  const readers = new Set(states.flatMap(({ cells }) => cells.map(({ reader }) => reader)));
  const classes = classifyPaths(
    tracked,
    rows.flatMap(({ patterns }) => patterns),
    [...readers].flatMap(({ patterns }) => patterns),
  );
  for (const paths of classes) {
    for (const state of states) visit(state, paths);
  }
  const budget: ComparisonBudget = { left: MOST_COMPARISONS };
  return states.map((state) => conclude(state, budget));
}

function visit({ row, seen, cells }: RowState, paths: PathClass): void {
  const met = row.patterns.filter((pattern) => paths.has(pattern));
  for (const pattern of met) seen.add(pattern);
  if (met.at(-1)?.negated !== false) return;
  for (const cell of cells) {
    const said = cell.reader.sayOf(paths);
    if (agrees(cell.contract, said)) continue;
    if (cell.count === 0) cell.definition = said.verdict;
    cell.count += paths.count;
    cell.examples = [...cell.examples, ...paths.examples].sort().slice(0, MOST_EXAMPLES);
  }
}

function conclude({ row, seen, cells }: RowState, budget: ComparisonBudget): ComparedRow {
  const unseen = row.patterns.filter((pattern) => !pattern.negated && !seen.has(pattern));
  const differing = cells.flatMap((state): readonly ContractCell[] => {
    const { agent, contract, definition, count, examples } = state;
    const cell = { agent, contract, paths: { examples, count } };
    if (count > 0) return [{ ...cell, definition }];
    const said = unseen.map((pattern) => state.reader.sayOfPattern(pattern, budget));
    const other = said.find((each) => each !== null && !agrees(contract, each));
    return other ? [{ ...cell, definition: other.verdict }] : [];
  });
  return { row, cells: differing, isCompared: budget.left >= 0 || unseen.length === 0 };
}

function createReaders(): (agent: Agent) => AgentReader {
  const readers = new Map<AgentName, AgentReader>();
  return (agent) => {
    const reader = readers.get(agent.name) ?? createAgentReader(agent);
    readers.set(agent.name, reader);
    return reader;
  };
}

/**
 * Whether a definition says what a cell does. An empty cell only says "does not own"; READS says that the agent does not write and
 * that a READS rule covers it, whatever else is denied.
 */
function agrees(cell: Standing, { verdict, reads }: Said): boolean {
  switch (cell) {
    case 'none':
      return verdict !== 'owns';
    case 'reads':
      return verdict !== 'owns' && reads;
    case 'owns':
    case 'cannot-touch':
      return verdict === cell;
  }
}
