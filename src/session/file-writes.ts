import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool } from '../core/session/event.js';
import type { Bearings } from './bearings.js';

/** After a file was written by a tool: notes what it changed. */
export const afterWrite = (_event: AfterTool, _bearings: Bearings): Promise<Answer> =>
  Promise.resolve(ABSTAIN);
