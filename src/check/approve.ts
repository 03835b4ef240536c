import { decideApproval } from '../core/approval/approval.js';
import type { Answer, Labelling, PullRequest } from '../core/approval/evidence.js';
import {
  findLabelling,
  refuse,
  type AskedApproval,
  type Labelled,
  type Refused,
} from '../core/approval/labelling.js';
import { applyApproval, commitsToApprove, needsApproval, withoutNeed } from '../core/approval/lift.js';
import type { Report } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { readPermission } from '../sources/github/accounts.js';
import { toApiFailure } from '../sources/github/api-failure.js';
import type { Api } from '../sources/github/api.js';
import { readCommitPeople } from '../sources/github/commit-people.js';
import { readPullRequestEvents } from '../sources/github/pull-request-events.js';
import { readPullRequest } from '../sources/github/pull-request.js';
import { readPushLog } from '../sources/github/push-log.js';

/** What a workflow and the base's policy say about approving. */
export interface ApprovalRules {
  /** `null` where no label approves anything. */
  readonly label: string | null;
  readonly allowSelf: boolean;
  /** `null` where the action was given no token. */
  readonly api: Api | null;
}

/** A pull request that was judged, at the head that was judged. */
export interface Approvable {
  readonly number: number;
  readonly head: CommitSha;
  readonly labelling: Labelling | null;
}

/** Lifts what an approval lifts; gives every report as it is where no label is asked for. */
export type Approve = (report: Report, pullRequest: Approvable | null) => Promise<Report>;

/**
 * Nothing is asked of the server where nothing stands that an approval would change. Never rejects for what the server
 * answers or does not answer: then the findings stand, and the report says why.
 */
export const createApprove =
  ({ label, allowSelf, api }: ApprovalRules): Approve =>
  async (report, pullRequest) => {
    if (label === null) return report;
    const asked = { label, pullRequest: pullRequest?.number ?? null, head: pullRequest?.head ?? null };
    if (!needsApproval(report)) return withoutNeed(report, asked);
    if (pullRequest === null) return applyApproval(report, asked, refuse('no-pull-request'));
    if (api === null) return applyApproval(report, asked, refuse('no-token'));
    const { head } = pullRequest;
    const commits = allowSelf ? [] : commitsToApprove(report);
    const decided = await askServer(api, pullRequest, { label, head, allowSelf }, commits);
    return applyApproval(report, asked, decided);
  };

interface Found {
  readonly kind: 'labelled';
  readonly labelled: Labelled;
  readonly source: PullRequest['source'];
}

async function askServer(
  api: Api,
  { number, labelling }: Approvable,
  asked: AskedApproval,
  commits: readonly CommitSha[],
): Promise<ReturnType<typeof decideApproval>> {
  const found = await askForLabel(api, number, asked);
  if (found.kind === 'refused') return found;
  const { labelled, source } = found;
  const [permission, log, people] = await Promise.all([
    answerOf(readPermission(api, labelled.by)),
    answerOf(readPushLog(api, source)),
    answerOf(readCommitPeople(api, commits)),
  ]);
  const decided = decideApproval(labelled, asked, { permission, log, people, labelling });
  if (decided.kind === 'refused') return decided;
  // What was removed or pushed while the server was asked counts.
  const again = await askForLabel(api, number, asked);
  if (again.kind === 'refused') return again;
  return again.labelled.by.id === labelled.by.id && again.labelled.at === labelled.at
    ? decided
    : refuse('unproved-head', { by: again.labelled.by.login, at: again.labelled.at });
}

async function askForLabel(api: Api, number: number, asked: AskedApproval): Promise<Found | Refused> {
  const [pull, events] = await Promise.all([
    answerOf(readPullRequest(api, number)),
    answerOf(readPullRequestEvents(api, number)),
  ]);
  if (pull.kind === 'missing') return unanswered(pull);
  if (events.kind === 'missing') return unanswered(events);
  const labelled = findLabelling(pull.value, events.value, asked);
  return labelled.kind === 'refused' ? labelled : { kind: 'labelled', labelled, source: pull.value.source };
}

const unanswered = ({ detail }: { readonly detail: string }): Refused => refuse('no-answer', { detail });

async function answerOf<Value>(asking: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { kind: 'given', value: await asking };
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return { kind: 'missing', denied: error.code === 'api-denied', detail: detailOf(error) };
  }
}

/** `HTTP 403 (contents: read)`, or what was asked and what came of it; a query of GraphQL is not shown. */
function detailOf({ code, subject, cause }: OperationalError): string {
  const reason = cause === undefined ? '' : toApiFailure(cause).reason;
  if (code === 'api-denied') return reason === '' ? subject : `${reason} (${subject})`;
  return reason === '' ? subject.replace(/^query\b[^]*}/, 'GraphQL') : reason;
}
