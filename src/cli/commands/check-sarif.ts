import { gzipSync } from 'node:zlib';
import type { Report } from '../../core/report.js';
import { SARIF_LIMITS, toCheckSarif } from '../../reporters/sarif-check.js';
import { VERSION } from '../../version.js';

/** A verdict as SARIF, no larger than what code scanning takes once it is compressed. */
export const toSarifFile = (report: Report): string =>
  toCheckSarif(report, VERSION, {
    limits: { ...SARIF_LIMITS, sizeOf: (text) => gzipSync(text, { level: 1 }).length },
  }).text;
