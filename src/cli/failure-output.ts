import { toEntryError } from '../entry-error.js';
import { toErrorJson } from '../reporters/json-error.js';
import { toErrorText } from '../reporters/text-error.js';
import { endWithNewline } from './report-output.js';
import { paintFor, type Terminal } from './terminal.js';

/** Tells why the check could not be made: as JSON on standard output where JSON was asked for, else on standard error. */
export function writeFailure(thrown: unknown, json: boolean, terminal: Terminal): void {
  const error = toEntryError(thrown);
  if (json) terminal.write(endWithNewline(toErrorJson(error)));
  else terminal.writeError(endWithNewline(toErrorText(error, paintFor(terminal))));
}
