import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { Api } from './api.js';
import { isObjectName, lookUp } from './payload.js';

/** A pull request that was merged, as GitHub states it. */
export interface MergedPullRequest {
  /** The commit on the base branch that holds it: for a squash the squashed one. */
  readonly mergeCommit: CommitSha;
  /** The last of its own commits. */
  readonly headSha: CommitSha;
}

/** `null` for a pull request that was not merged. Rejects with `api-denied` (also where there is none) or `api-failed`. */
export async function readMergedPullRequest(api: Api, number: number): Promise<MergedPullRequest | null> {
  const pull = await api.get({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: number },
    permission: 'pull-requests: read',
  });
  if (lookUp(pull, 'merged') === false) return null;
  const mergeCommit = lookUp(pull, 'merge_commit_sha');
  const headSha = lookUp(pull, 'head.sha');
  if (lookUp(pull, 'merged') !== true || !isObjectName(mergeCommit) || !isObjectName(headSha)) {
    throw new OperationalError('api-failed', `pull request ${number}: merged, merge_commit_sha or head.sha`);
  }
  return { mergeCommit: commitSha(mergeCommit), headSha: commitSha(headSha) };
}
