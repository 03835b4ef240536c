import type { Agent } from '../definitions/definition.js';
import type { ClassifyHeading } from '../definitions/headings.js';
import type { Row } from '../definitions/markdown-block.js';
import type { RowFault } from '../definitions/problem.js';
import type { Roster } from '../definitions/roster.js';
import type { RepoPath, SectionKind } from '../vocabulary.js';
import { readPatternCell, type ContractRow } from './contract-row.js';

export interface ContractContext {
  readonly roster: Roster;
  readonly root: RepoPath;
  readonly classify: ClassifyHeading;
}

/** What one table of a contract says; nothing in it is enforced. */
export interface ContractTable {
  /** Whether every agent can be expected in it, or only those that own something. */
  readonly kind: 'of-all-agents' | 'of-owners';
  readonly line: number;
  readonly rows: readonly ContractRow[];
  readonly named: readonly Agent[];
  readonly unknown: readonly { readonly name: string; readonly line: number }[];
  readonly unreadable: readonly UnreadRow[];
}

/** Columns that say something of the row and are no agents. */
export const NO_AGENT =
  /^(?:access|mode|permissions?|status|notes?|remarks?|reason|why|comments?|shared|required|reviewed?|humans?|people|everyone|anyone|nobody|no ?one|all|any|both|none|others?|team|various|shared|tbd|n\/a|[-–—?]*)$/i;

/** A row, one that cannot be compared, or one that says nothing. */
export type ReadRow = ContractRow | UnreadRow | null;

export interface UnreadRow {
  readonly text: string;
  readonly line: number;
  readonly fault: RowFault;
}

export const unread = ({ text, line }: Row, fault: RowFault): ReadRow => ({ text: text.trim(), line, fault });

export const patternsOf = (
  { cells, line }: Row,
  column: number,
  kind: SectionKind,
  { root, classify }: ContractContext,
): ReturnType<typeof readPatternCell> =>
  readPatternCell({ text: cells[column] ?? '', line, kind }, root, classify);

/** A table none of whose rows has a pattern says nothing of paths. */
export function toTable(
  kind: ContractTable['kind'],
  { line }: Row,
  read: readonly ReadRow[],
  named: readonly Agent[],
  unknown: ContractTable['unknown'],
): ContractTable | null {
  const rows = read.flatMap((row) => (row !== null && 'patterns' in row ? [row] : []));
  const unreadable = read.flatMap((row) => (row !== null && 'text' in row ? [row] : []));
  // A row whose paths could be read is certainly one of a contract.
  const hasPaths = rows.length > 0 || unreadable.some(({ fault }) => fault === 'cells');
  return !hasPaths ? null : { kind, line, rows, named, unknown, unreadable };
}
