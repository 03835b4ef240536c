import type { Row, Table } from '../definitions/markdown-block.js';
import { agentIn, nameIn } from './contract-cells.js';
import { readAgentTable, readOwnerTable } from './contract-lists.js';
import { readMatrix } from './contract-matrix.js';
import { NO_AGENT, patternsOf, type ContractContext, type ContractTable } from './contract-table.js';

/** A table of a contract in one of the forms in which it can say who owns what; `null` where it is another table. */
export const readContractTable = (table: Table, context: ContractContext): ContractTable | null =>
  readAgentTable(table, context) ??
  (hasAgentsInRows(table, context) ? readMatrix(turned(table), context) : readMatrix(table, context)) ??
  readOwnerTable(table, context);

/** `| Agent | apps/ | docs/ |`: a matrix whose first column has the agents and whose header the paths. */
function hasAgentsInRows({ header, rows }: Table, context: ContractContext): boolean {
  const isAgent = (cell: string | undefined): boolean => agentIn(cell ?? '', context.roster) !== null;
  return (
    rows.some(({ cells }) => isAgent(cells[0])) &&
    !header.cells.slice(1).some(isAgent) &&
    header.cells.some((_, index) => index > 0 && patternsOf(header, index, 'owns', context) !== null)
  );
}

/** Columns become rows, but for those of remarks. */
function turned(table: Table): Table {
  const { header, rows } = table;
  const column = (index: number): Row => {
    const cells = [header, ...rows].map((row) => row.cells[index] ?? '');
    return { cells, line: header.line, text: `| ${cells.join(' | ')} |` };
  };
  const kept = header.cells.flatMap((cell, index) =>
    index > 0 && NO_AGENT.test(nameIn(cell)) ? [] : [index],
  );
  const [first, ...others] = kept.map(column);
  return { ...table, header: first ?? header, rows: others };
}
