import { ABSTAIN } from '../core/session/answer.js';
import { parseEvent } from '../core/session/parse-event.js';
import { toHookOutput } from '../reporters/hook-output.js';
import { answerEvent } from '../session/answer-event.js';
import type { Surroundings } from '../session/bearings.js';

/** The answer to a hook's payload, as the client reads it. Rejects where it cannot be worked out: the wrapper says so. */
export async function main(payload: string, surroundings: Surroundings): Promise<string> {
  const event = parseEvent(payload);
  if (event !== null) return toHookOutput(await answerEvent(event, surroundings), event);
  // A payload that was cut off is no event that nobody asked about: this throws.
  JSON.parse(payload);
  return toHookOutput(ABSTAIN, null);
}
