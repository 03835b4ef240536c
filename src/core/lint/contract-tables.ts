import type { Table } from '../definitions/markdown-block.js';
import { readAgentTable, readOwnerTable } from './contract-lists.js';
import { readMatrix } from './contract-matrix.js';
import type { ContractContext, ContractTable } from './contract-table.js';

/** A table of a contract in one of the three forms in which it can say who owns what; `null` where it is another table. */
export const readContractTable = (table: Table, context: ContractContext): ContractTable | null =>
  readAgentTable(table, context) ?? readMatrix(table, context) ?? readOwnerTable(table, context);
