import { OperationalError } from '../../operational-error.js';
import {
  isBranchName,
  isCount,
  isNumberOfPullRequest,
  isText,
  lookUp,
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
  };
}

/** "refs/pull/PULL_REQUEST_NUMBER/head" (docs.github.com, "Checking out pull requests locally"). */
export const headRefOf = (number: number): string => `refs/pull/${number}/head`;

const isCountOrAbsent = (value: unknown): value is number | null | undefined =>
  value === undefined || value === null || isCount(value);
