import { action } from './rows/action.mjs';
import { checkLarge } from './rows/check-large.mjs';
import { check } from './rows/check.mjs';
import { fetch } from './rows/fetch.mjs';
import { growthAgents } from './rows/growth-agents.mjs';
import { growthCommits } from './rows/growth-commits.mjs';
import { growthFiles } from './rows/growth-files.mjs';
import { growthPatterns } from './rows/growth-patterns.mjs';
import { hook } from './rows/hook.mjs';
import { lint } from './rows/lint.mjs';
import { map } from './rows/map.mjs';
import { matching } from './rows/matching.mjs';
import { paint } from './rows/paint.mjs';
import { reports } from './rows/reports.mjs';
import { start } from './rows/start.mjs';

/** In the order in which they are measured. */
export const ROWS = [
  start,
  hook,
  check,
  checkLarge,
  action,
  fetch,
  growthCommits,
  matching,
  lint,
  growthFiles,
  growthAgents,
  growthPatterns,
  map,
  paint,
  reports,
];
