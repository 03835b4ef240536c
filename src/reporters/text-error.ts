import type { Failure } from '../operational-error.js';
import { describeError } from './describe-error.js';
import { labelled } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { plainVoice } from './voices.js';

/** "Could not check", for a terminal. Ends with a line break. */
export function toErrorText(error: Failure, paint: Paint): string {
  const { sentence, remedy } = describeError(error, plainVoice);
  const lines = [
    ...labelled(`error[${error.code}]: `, sentence, paint.red),
    ...labelled('help: ', remedy, paint.cyan),
  ];
  return safeForLog(`${lines.join('\n')}\n`);
}
