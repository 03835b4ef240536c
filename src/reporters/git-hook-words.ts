import type { Failure } from '../operational-error.js';
import { describeError } from './describe-error.js';
import { wrap } from './layout.js';
import { safeForLog } from './log.js';
import { listOf, render, say, text, type Phrase } from './phrase.js';
import { plainVoice } from './voices.js';

const lines = (...phrases: readonly Phrase[]): string =>
  safeForLog(
    `${phrases.flatMap((phrase) => wrap(`agent-ownership: ${render(phrase, plainVoice)}`, '')).join('\n')}\n`,
  );

/** Under the report of a branch with errors. */
export const toPushHeldBack = (ref: string): string =>
  lines(
    say`The push of ${text(ref)} is held back. Take the changes back as told above, or push all the same with ${text('git push --no-verify')}: the check of the pull request decides.`,
  );

/** Where a branch could not be judged. */
export function toPushNotJudged(ref: string, failure: Failure): string {
  const { sentence, remedy } = describeError(failure, plainVoice);
  return lines(
    say`The push of ${text(ref)} could not be judged, so it is held back. ${[sentence]}`,
    say`${[remedy]} Or push all the same with ${text('git push --no-verify')}.`,
  );
}

const WHY = {
  deletion: say`a deletion brings no commits`,
  tag: say`a tag brings nothing to a branch`,
  'first-push': say`nothing of this remote is known here yet, so there is no branch to compare with`,
} as const;

/** Where there is nothing to judge. */
export const toPushSkipped = (ref: string, why: keyof typeof WHY): string =>
  lines(say`${text(ref)} is not judged: ${WHY[why]}.`);

/** Where a message claims others than it would be stamped with. */
export const toLeftAlone = (claims: readonly string[], wanted: readonly string[]): string =>
  lines(
    say`The message names ${listOf(claims.map(text))}, so ${listOf(wanted.map(text))} is not added and the commit counts as theirs. Work of another agent belongs into a commit of its own.`,
  );

/** Where nobody is known by the name that a commit is to be stamped with. */
export function toNameRefused(failure: Failure): string {
  const { sentence } = describeError(failure, plainVoice);
  return lines(
    say`${[sentence]} Set ${text('AGENT_NAME')} to the agent whose work this is (${text('agent-ownership lint')} lists them), or commit as a person: ${text('env -u AGENT_NAME git commit …')}.`,
  );
}
