import type { LogMark } from '../core/journal/head-log.js';
import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { Actor } from '../core/session/event.js';
import { keyOf } from '../core/session/finding-key.js';
import type { WorkFinding } from '../core/session/work-finding.js';
import { readHeadLog } from '../sources/git/head-log.js';
import { readNotes } from '../sources/journal/notes.js';
import { keepWatch, readWatch } from '../sources/journal/watches.js';
import { attempt } from './attempt.js';
import type { Bearings } from './bearings.js';
import { callerOf } from './caller.js';
import { firstTimers } from './tell-once.js';
import { newWatch, verify, type Looking } from './verify.js';

/** What happened since somebody looked. */
export interface News extends Pick<Looking, 'onlooker' | 'changes'> {
  /** Where to begin if nobody looked before; `null` for now. */
  readonly since: LogMark | null;
  /** What went wrong on the way here. */
  readonly failures: readonly WorkFinding[];
  /** A command that goes on may still make a commit. */
  readonly mayCommitLater: boolean;
  /** `stop` where all is looked at again that was told once and stands; what is told there is not told there again. */
  readonly repeats: '' | 'stop';
}

/** Looks at the news and tells what was not told before. */
export async function tellNews(actor: Actor, news: News, bearings: Bearings): Promise<Answer> {
  const { gitDir } = bearings.place;
  const name = callerOf(actor);
  const failures = [...news.failures];
  const { mark: end } = await readHeadLog(gitDir, null, bearings.now);
  const watch = (await readWatch(gitDir, name)) ?? newWatch(news.since ?? end);
  const told = new Set(watch.told);
  const { entries, mark } = await readHeadLog(
    gitDir,
    news.repeats === 'stop' ? watch.since : watch.log,
    bearings.now,
  );
  const found = await attempt(
    async () => {
      const { onlooker, changes } = news;
      const kept = await readNotes(gitDir);
      return verify({ onlooker, entries, changes, kept, told }, bearings);
    },
    failures,
    'not-verified',
  );
  const keyed = [...(found ?? []), ...failures].map((finding) => ({
    finding,
    keys: [keyOf(finding), `${news.repeats}\0${keyOf(finding)}`],
  }));
  const fresh = keyed.filter(({ keys }) => !told.has(keys[1] ?? ''));
  const background = watch.background || news.mayCommitLater;
  const next = { ...watch, log: mark, background, told: [...told, ...fresh.flatMap(({ keys }) => keys)] };
  const findings = fresh.map(({ finding }) => finding);
  const isKept = await attempt(async () => {
    await keepWatch(gitDir, name, next);
    return true;
  });
  const untold = isKept === true ? findings : await firstTimers(findings, `${news.repeats}${name}`, gitDir);
  return untold.length === 0 ? ABSTAIN : { kind: 'tell', findings: untold };
}
