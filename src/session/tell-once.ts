import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { Actor } from '../core/session/event.js';
import { keyOf } from '../core/session/finding-key.js';
import type { JournalFailure, WorkFinding } from '../core/session/work-finding.js';
import { readHeadLog } from '../sources/git/head-log.js';
import { keepWatch, readWatch } from '../sources/journal/watches.js';
import { isFirstTime } from '../sources/session/told-marks.js';
import { attempt } from './attempt.js';
import type { Bearings } from './bearings.js';
import { callerOf } from './caller.js';
import { newWatch } from './verify.js';

/** Tells of failures, each once for a caller. */
export async function tellOnce(
  actor: Actor,
  failures: readonly WorkFinding[],
  bearings: Bearings,
): Promise<Answer> {
  if (failures.length === 0) return ABSTAIN;
  const { gitDir } = bearings.place;
  const name = callerOf(actor);
  const fresh = await attempt(async () => {
    const watch =
      (await readWatch(gitDir, name)) ?? newWatch((await readHeadLog(gitDir, null, bearings.now)).mark);
    const told = new Set(watch.told);
    const left = failures.filter((failure) => !told.has(keyOf(failure)));
    if (left.length > 0)
      await keepWatch(gitDir, name, { ...watch, told: [...watch.told, ...left.map(keyOf)] });
    return left;
  });
  const findings = fresh ?? (await firstTimers(failures, name, gitDir));
  return findings.length === 0 ? ABSTAIN : { kind: 'tell', findings };
}

/** Those that were not told before, where the journal does not remember what was. */
export async function firstTimers(
  findings: readonly WorkFinding[],
  name: string,
  gitDir: string,
): Promise<readonly WorkFinding[]> {
  const isFirst = await Promise.all(findings.map((finding) => isFirstTime(gitDir, name, keyOf(finding))));
  return findings.filter((_, index) => isFirst[index]);
}

/** The answer of what serves the journal; where it fails altogether, that is told once, and nobody is kept from working. */
export async function answerOrTell(
  work: () => Promise<Answer>,
  failure: JournalFailure,
  actor: Actor,
  bearings: Bearings,
): Promise<Answer> {
  const failures: WorkFinding[] = [];
  return (await attempt(work, failures, failure)) ?? tellOnce(actor, failures, bearings);
}
