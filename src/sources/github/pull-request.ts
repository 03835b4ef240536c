import type { PullRequest } from '../../core/approval/evidence.js';
import { commitSha } from '../../core/vocabulary.js';
import { toAccount } from './accounts.js';
import { isRecordOrNull, readerOf, unreadable } from './answer.js';
import type { Api } from './api.js';
import { isBranchName, isObjectName, isText, lookUp } from './payload.js';

/** A pull request as it is now. Rejects with `api-denied` or `api-failed`. */
export async function readPullRequest(api: Api, number: number): Promise<PullRequest> {
  const answer = await api.get({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: number },
    permission: 'pull-requests: read',
  });
  const read = readerOf(answer, `pull request ${number}`);
  const repository = read('head.repo', isRecordOrNull);
  return {
    author: toAccount(read('user', isRecordOrNull), `pull request ${number}: user`),
    head: commitSha(read('head.sha', isObjectName)),
    labels: read('labels', isList).map(toName),
    source:
      repository === null
        ? null
        : { repository: read('head.repo.full_name', isText), branch: read('head.ref', isBranchName) },
  };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function toName(label: unknown): string {
  const name = lookUp(label, 'name');
  if (!isText(name)) throw unreadable('pull request: labels.name');
  return name;
}
