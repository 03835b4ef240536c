import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { Stopping } from '../core/session/event.js';
import type { Bearings } from './bearings.js';

/** When an agent or the session is about to end: tells what is left to mend. */
export const onStop = (_event: Stopping, _bearings: Bearings): Promise<Answer> => Promise.resolve(ABSTAIN);
