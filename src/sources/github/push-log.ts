import type { PullRequest, Push, PushLog } from '../../core/approval/evidence.js';
import { commitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toAccount } from './accounts.js';
import { isMoment, isRecordOrNull, readerOf, unreadable } from './answer.js';
import type { Api } from './api.js';
import { isObjectName, isText, refOfBranch } from './payload.js';

const PERMISSION = 'contents: read';
/** As many as one page holds. */
const MOST_PUSHES = 100;

/**
 * The newest moves of a branch by the server's own log (docs.github.com, "List repository activities"): its times are the
 * server's, whatever dates the commits state. Also of a fork that the token may read. Rejects with `api-denied` or
 * `api-failed`.
 */
export async function readPushLog(api: Api, source: PullRequest['source']): Promise<PushLog> {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(source?.repository ?? '') ?? [];
  if (source === null || owner === undefined || repo === undefined)
    throw new OperationalError('api-denied', PERMISSION);
  const ref = refOfBranch(source.branch);
  const answer = await api.get({
    route: 'GET /repos/{owner}/{repo}/activity',
    parameters: { owner, repo, ref, direction: 'desc', per_page: MOST_PUSHES },
    permission: PERMISSION,
  });
  if (!Array.isArray(answer)) throw unreadable('activity');
  const items = answer.map((item) => toPush(item, ref));
  const pushes = items.toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at));
  return { pushes, isWhole: pushes.length < MOST_PUSHES };
}

function toPush(item: unknown, ref: string): Push {
  const read = readerOf(item, 'activity');
  if (read('ref', isText) !== ref) throw unreadable('activity: ref');
  return {
    by: toAccount(read('actor', isRecordOrNull), 'activity: actor'),
    after: commitSha(read('after', isObjectName)),
    at: read('timestamp', isMoment),
  };
}
