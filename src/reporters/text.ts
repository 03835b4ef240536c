import type { Report } from '../core/report.js';
import type { Paint } from './paint.js';
import { toTextWith } from './text-body.js';
import { toDefinitions } from './text-problems.js';

/** The report for a terminal; see `toTextWith`. */
export const toText = (report: Report, paint: Paint): string =>
  toTextWith(report, toDefinitions(report, paint), paint);
