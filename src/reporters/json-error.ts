import { SCHEMA_VERSION } from '../core/report.js';
import type { Failure } from '../operational-error.js';
import { describeError } from './describe-error.js';
import { printJson } from './print-json.js';
import { plainVoice } from './voices.js';

/** "Could not check", as JSON. */
export function toErrorJson(error: Failure): string {
  const { sentence, remedy } = describeError(error, plainVoice);
  return printJson({
    schemaVersion: SCHEMA_VERSION,
    conclusion: 'unknown',
    error: { code: error.code, message: sentence, remedy },
  });
}
