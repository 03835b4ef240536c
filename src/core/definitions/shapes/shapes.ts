import { bareList } from './bare-list.js';
import { fence } from './fence.js';
import { quotedList } from './quoted-list.js';
import type { Shape } from './shape.js';
import { table } from './table.js';
import { whole } from './whole.js';

/** The shapes in which blocks hold entries. The first that reads a block reads all of it. */
export const SHAPES: readonly Shape[] = [fence, table, whole, bareList, quotedList];
