import type { CommitSha } from '../vocabulary.js';
import type { Answer, Labelling, PushLog } from './evidence.js';
import { isSameLabel, refuse, secondOf, type Labelled, type Refused } from './labelling.js';

/** Seconds by which the two times of one event may differ. */
const SLACK = 5;

/**
 * Whether the label was applied while the head was the one that is judged; `null` where it was. The server's log of pushes
 * decides: its last entry must lead to the head, in an earlier second than the label. Only where the log cannot be read, as
 * that of a private fork, the event of this run serves: GitHub may fill it in a moment later than the label was applied.
 * Dates in commits are never looked at.
 */
export function doubtOnHead(
  { by, at }: Labelled,
  { label, head }: { readonly label: string; readonly head: CommitSha },
  log: Answer<PushLog>,
  labelling: Labelling | null,
): Refused | null {
  const known = { by: by.login, at };
  if (log.kind === 'missing' && !log.denied) return refuse('no-answer', { ...known, detail: log.detail });
  const last = log.kind === 'given' ? log.value.pushes[0] : undefined;
  if (last === undefined) {
    const isProved =
      labelling !== null &&
      isSameLabel(labelling.label, label) &&
      labelling.actorId === by.id &&
      labelling.head === head &&
      secondOf(labelling.at) + SLACK >= secondOf(at);
    const detail = log.kind === 'missing' ? log.detail : '';
    return isProved ? null : refuse('unproved-head', { ...known, detail });
  }
  if (last.after !== head) return refuse('unproved-head', known);
  if (secondOf(last.at) < secondOf(at)) return null;
  const refusal = secondOf(last.at) > secondOf(at) ? 'other-head' : 'unproved-head';
  return refuse(refusal, { ...known, detail: last.at });
}
