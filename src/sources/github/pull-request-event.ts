import type { Labelling } from '../../core/approval/evidence.js';
import type { SquashMessage } from '../../core/violation.js';
import { commitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { isId, isMoment } from './answer.js';
import {
  isBranchName,
  isCount,
  isNumberOfPullRequest,
  isObjectName,
  isText,
  lookUp,
  readDefaultBranch,
  readField,
  readSha,
  refOfBranch,
} from './payload.js';
import type { PullRequestTarget } from './target.js';

/**
 * Pure: the payload of `pull_request` or `pull_request_target`, which has the same shape. Every activity counts but `closed`,
 * and those of a merged pull request, such as a new label: once merged, the base holds the work, and nothing would be found
 * against it. Only object names and ref names are taken
 * over; nothing of the head is ever checked out or run.
 */
export function parsePullRequest(name: string, payload: unknown): PullRequestTarget {
  const number = readField(payload, 'pull_request.number', isNumberOfPullRequest);
  const action = readField(payload, 'action', isText);
  if (action === 'closed') throw new OperationalError('unsupported-event', `${name} (${action})`);
  if (lookUp(payload, 'pull_request.merged') === true) {
    throw new OperationalError('unsupported-event', `${name} (${action}, merged)`);
  }
  return {
    kind: 'pull-request',
    number,
    baseRef: refOfBranch(readField(payload, 'pull_request.base.ref', isBranchName)),
    baseSha: readSha(payload, 'pull_request.base.sha'),
    headSha: readSha(payload, 'pull_request.head.sha'),
    headRef: headRefOf(number),
    commits: readField(payload, 'pull_request.commits', isCountOrAbsent) ?? null,
    labelling: action === 'labeled' ? labellingOf(payload) : null,
    defaultBranch: readDefaultBranch(payload),
    squashMessage: readSquashMessage(payload),
  };
}

/** Evidence only: what of it is missing or garbled proves nothing. */
function labellingOf(payload: unknown): Labelling | null {
  const label = lookUp(payload, 'label.name');
  const actorId = lookUp(payload, 'sender.id');
  const head = lookUp(payload, 'pull_request.head.sha');
  const at = lookUp(payload, 'pull_request.updated_at');
  return isText(label) && isId(actorId) && isObjectName(head) && isMoment(at)
    ? { label, actorId, head: commitSha(head), at }
    : null;
}

/**
 * "PR_BODY", "COMMIT_MESSAGES" or "BLANK" (docs.github.com, REST API, "Update a repository", `squash_merge_commit_message`),
 * which a payload need not show. Commits' messages are kept in the body, that of an only commit as it stands.
 */
function readSquashMessage(payload: unknown): SquashMessage | null {
  const setting = lookUp(payload, 'pull_request.base.repo.squash_merge_commit_message');
  const isAllowed = lookUp(payload, 'pull_request.base.repo.allow_squash_merge') === true;
  return isAllowed && (setting === 'PR_BODY' || setting === 'BLANK') ? setting : null;
}

/** "refs/pull/PULL_REQUEST_NUMBER/head" (docs.github.com, "Checking out pull requests locally"). */
export const headRefOf = (number: number): string => `refs/pull/${number}/head`;

const isCountOrAbsent = (value: unknown): value is number | null | undefined =>
  value === undefined || value === null || isCount(value);
