import type { ApprovalException, ApprovalOutcome } from '../report.js';
import type { Account, Answer, CommitPeople, Labelling, PushLog } from './evidence.js';
import { doubtOnHead } from './head-proof.js';
import { refuse, type AskedApproval, type Labelled, type Refused } from './labelling.js';

/** What the server says about a label that stands. */
export interface ApprovalEvidence {
  /** What the person may do in the repository: `admin`, `write`, `read` or `none`. */
  readonly permission: Answer<string>;
  readonly log: Answer<PushLog>;
  /** Of the commits whose findings are to be lifted; none where authors may approve. */
  readonly people: Answer<readonly CommitPeople[]>;
  readonly labelling: Labelling | null;
}

export interface Granted extends Pick<ApprovalOutcome, 'exceptions'> {
  readonly kind: 'granted';
  readonly by: string;
  readonly at: string;
}

/** Whether a label that stands counts for the head, and for which commits it does not. What cannot be proved is refused. */
export function decideApproval(
  labelled: Labelled,
  asked: AskedApproval,
  { permission, log, people, labelling }: ApprovalEvidence,
): Granted | Refused {
  const { by, at } = labelled;
  const known = { by: by.login, at };
  if (permission.kind === 'missing') return refuse('no-answer', { ...known, detail: permission.detail });
  // "maintain" and custom roles are mapped to these (docs.github.com, "Get repository permissions for a user").
  if (!['admin', 'write'].includes(permission.value))
    return refuse('no-write-access', { ...known, detail: permission.value });
  const doubt = doubtOnHead(labelled, asked, log, labelling);
  if (doubt !== null) return doubt;
  if (people.kind === 'missing') return refuse('no-answer', { ...known, detail: people.detail });
  const exceptions = asked.allowSelf ? [] : people.value.flatMap((commit) => exceptionFor(commit, by, log));
  return { kind: 'granted', ...known, exceptions };
}

/**
 * Agents commit under addresses of no account all the time, and so might the person who approves. Then the log of pushes
 * tells: what somebody else pushed is not taken for the work of that person.
 */
function exceptionFor(
  { commit, accounts, areAllKnown }: CommitPeople,
  by: Account,
  log: Answer<PushLog>,
): readonly ApprovalException[] {
  if (accounts.some(({ id }) => id === by.id)) return [{ commit, refusal: 'by-author' }];
  return areAllKnown || isOthersWork(by, log) ? [] : [{ commit, refusal: 'unknown-author' }];
}

const isOthersWork = (by: Account, log: Answer<PushLog>): boolean =>
  log.kind === 'given' &&
  log.value.isWhole &&
  log.value.pushes.length > 0 &&
  log.value.pushes.every((push) => push.by !== null && push.by.id !== by.id);
