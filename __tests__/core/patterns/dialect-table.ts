import { readFileSync } from 'node:fs';

import type { PatternFault } from '../../../src/core/definitions/problem.js';
import type { SectionKind } from '../../../src/core/vocabulary.js';

export interface DialectRow {
  readonly name: string;
  readonly pattern: string;
  readonly section?: SectionKind;
  readonly root?: string;
  readonly means?: string;
  readonly paths: Readonly<Record<string, boolean>>;
  readonly gitignore: 'same' | 'differs';
  readonly why?: string;
}

export interface RefusedRow {
  readonly name: string;
  readonly pattern: string;
  readonly fault: PatternFault | 'unresolved-placeholder';
}

/** Where a pattern means something else than in a .gitignore, with a path that shows it. */
export interface Difference {
  readonly name: string;
  readonly here: string;
  readonly there: string;
  readonly example: { readonly pattern: string; readonly path: string; readonly section?: SectionKind };
}

interface DialectTable {
  readonly rows: readonly DialectRow[];
  readonly refused: readonly RefusedRow[];
  readonly differences: readonly Difference[];
}

export const dialect = JSON.parse(
  readFileSync(new URL('../../../src/core/patterns/dialect.json', import.meta.url), 'utf8'),
) as DialectTable;
