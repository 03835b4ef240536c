import { checkLarge } from './rows/check-large.mjs';
import { check } from './rows/check.mjs';
import { growthCommits } from './rows/growth-commits.mjs';
import { hook } from './rows/hook.mjs';
import { lint } from './rows/lint.mjs';
import { map } from './rows/map.mjs';
import { paint } from './rows/paint.mjs';
import { reports } from './rows/reports.mjs';
import { start } from './rows/start.mjs';

/** In the order in which they are measured. */
export const ROWS = [start, hook, check, checkLarge, growthCommits, lint, map, paint, reports];
