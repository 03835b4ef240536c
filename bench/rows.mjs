import { hook } from './rows/hook.mjs';
import { lint } from './rows/lint.mjs';
import { map } from './rows/map.mjs';

/** In the order in which they are measured. */
export const ROWS = [lint, map, hook];
