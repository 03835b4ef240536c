import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { readerOf, unreadable } from './answer.js';
import type { Api } from './api.js';
import { numberInRef } from './merge-group-event.js';
import {
  isBranchName,
  isCount,
  isNumberOfPullRequest,
  isObjectName,
  isRecord,
  isText,
  lookUp,
} from './payload.js';
import { headRefOf } from './pull-request-event.js';
import type { MergeGroupTarget } from './target.js';

/** One pull request in a merge queue, as GitHub states it: nothing of it is proved yet. */
export interface QueueEntry {
  readonly number: number;
  readonly position: number;
  /** The branch that the pull request is for. */
  readonly branch: string;
  /** The tip of the pull request's own branch. */
  readonly headSha: CommitSha;
  readonly headRef: string;
  /** What the queue made of it and everything before it: the last commit of this entry. */
  readonly groupCommit: CommitSha;
}

const PERMISSION = 'pull-requests: read';

/** Exported for the test that holds it against GitHub's published schema. */
export const MERGE_QUEUE_QUERY = `query ($owner: String!, $repo: String!, $branch: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    mergeQueue(branch: $branch) {
      entries(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          position
          headCommit { oid }
          pullRequest { number headRefOid baseRefName }
        }
      }
    }
  }
}`;

/**
 * The pull requests that a merge group may consist of, in the queue's order and up to the group's head. The queue itself is
 * asked; where it cannot be, or no longer knows the group, the number in the group's ref names the one pull request. Rejects
 * with `api-denied` or `api-failed`, and with `unaccounted-commit` where nothing names a pull request.
 */
export async function readQueueEntries(api: Api, target: MergeGroupTarget): Promise<readonly QueueEntry[]> {
  const number = numberInRef(target);
  try {
    const entries = selectGroup(await readQueue(api, target.branch), target);
    if (entries.length > 0) return entries;
  } catch (error) {
    if (number === null || !(error instanceof OperationalError)) throw error;
  }
  if (number === null) throw new OperationalError('unaccounted-commit', target.headSha);
  return [await readEntryOfRef(api, target, number)];
}

/** Pure: what stands behind the group's head waits its turn, and what stands before its base was merged or judged before. */
export function selectGroup(
  entries: readonly QueueEntry[],
  { baseSha, headSha }: Pick<MergeGroupTarget, 'baseSha' | 'headSha'>,
): readonly QueueEntry[] {
  const ordered = entries.toSorted((left, right) => left.position - right.position);
  const last = ordered.findIndex(({ groupCommit }) => groupCommit === headSha);
  const before = ordered.findIndex(({ groupCommit }) => groupCommit === baseSha);
  return ordered.slice(before + 1, last + 1);
}

async function readQueue(api: Api, branch: string): Promise<readonly QueueEntry[]> {
  const entries: QueueEntry[] = [];
  const seen = new Set<string | null>();
  for (let after: string | null = null; !seen.has(after);) {
    seen.add(after);
    const answer = await api.graphql({
      route: MERGE_QUEUE_QUERY,
      parameters: { branch, after },
      permission: PERMISSION,
    });
    const queue = lookUp(answer, 'repository.mergeQueue');
    if (queue === null) return entries;
    const nodes = lookUp(queue, 'entries.nodes');
    if (!Array.isArray(nodes)) throw unreadable('entries.nodes');
    entries.push(...nodes.flatMap(toEntries));
    if (lookUp(queue, 'entries.pageInfo.hasNextPage') !== true) return entries;
    const cursor = lookUp(queue, 'entries.pageInfo.endCursor');
    if (!isText(cursor)) throw unreadable('entries.pageInfo.endCursor');
    after = cursor;
  }
  throw unreadable('entries.pageInfo.endCursor');
}

/** An entry that the queue has not begun with has no commit yet; one without pull request accounts for nothing. */
function toEntries(node: unknown): readonly QueueEntry[] {
  if (!isRecord(node) || node['headCommit'] === null || node['pullRequest'] === null) return [];
  const read = readerOf(node, 'merge queue');
  const number = read('pullRequest.number', isNumberOfPullRequest);
  return [
    {
      number,
      position: read('position', isCount),
      branch: read('pullRequest.baseRefName', isBranchName),
      headSha: commitSha(read('pullRequest.headRefOid', isObjectName)),
      headRef: headRefOf(number),
      groupCommit: commitSha(read('headCommit.oid', isObjectName)),
    },
  ];
}

async function readEntryOfRef(api: Api, { headSha }: MergeGroupTarget, number: number): Promise<QueueEntry> {
  const pull = await api.get({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: number },
    permission: PERMISSION,
  });
  const read = readerOf(pull, `pull request ${number}`);
  return {
    number,
    position: 1,
    branch: read('base.ref', isBranchName),
    headSha: commitSha(read('head.sha', isObjectName)),
    headRef: headRefOf(number),
    groupCommit: headSha,
  };
}
