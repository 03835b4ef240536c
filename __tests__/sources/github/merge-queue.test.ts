import { describe, expect, it } from '@jest/globals';
import { commitSha } from '../../../src/core/vocabulary.js';
import { createApi } from '../../../src/sources/github/api.js';
import {
  MERGE_QUEUE_QUERY,
  readQueueEntries,
  selectGroup,
  type QueueEntry,
} from '../../../src/sources/github/merge-queue.js';
import type { MergeGroupTarget } from '../../../src/sources/github/target.js';
import { aPull } from '../../support/github-answers.js';
import { startGitHub, type Answer } from '../../support/github-server.js';
import { answerGraphql, schemaErrorsOfQuery, type QueueNode } from '../../support/merge-queue.js';

const sha = (digit: string) => commitSha(digit.repeat(40));
const BASE = sha('0');

const aTarget = (changes: Partial<MergeGroupTarget> = {}): MergeGroupTarget => ({
  kind: 'merge-group',
  branch: 'main',
  baseSha: BASE,
  headSha: sha('a'),
  headRef: `refs/heads/gh-readonly-queue/main/pr-7-${BASE}`,
  defaultBranch: null,
  ...changes,
});

const aNode = (
  position: number,
  number: number,
  groupCommit: string | null,
  changes: object = {},
): QueueNode => ({
  position,
  headCommit: groupCommit === null ? null : { oid: groupCommit },
  pullRequest: { number, headRefOid: sha(String(number)), baseRefName: 'main', ...changes },
});

const denied: Answer = { status: 404, body: { message: 'Not Found' } };

interface Scene {
  readonly queue: readonly QueueNode[] | null | Answer;
  readonly pull?: Answer;
  readonly pageSize?: number;
}

async function readEntries({ queue, pull = denied, pageSize }: Scene, target = aTarget()) {
  const server = await startGitHub(({ path, body }) => {
    if (path !== '/graphql') return pull;
    return queue === null || Array.isArray(queue)
      ? answerGraphql(body, queue as QueueNode[] | null, pageSize)
      : (queue as Answer);
  });
  const api = createApi({
    octokit: server.octokit,
    repository: 'octo-org/octo-repo',
    sleep: () => Promise.resolve(),
  });
  return readQueueEntries(api, target);
}

describe('the query for the merge queue', () => {
  it('meets GitHub’s published schema', () => {
    expect(schemaErrorsOfQuery(MERGE_QUEUE_QUERY)).toEqual([]);
  });
});

describe('readQueueEntries', () => {
  it('gives the pull request of a group of one', async () => {
    await expect(readEntries({ queue: [aNode(1, 7, sha('a'))] })).resolves.toEqual([
      {
        number: 7,
        position: 1,
        branch: 'main',
        headSha: sha('7'),
        headRef: 'refs/pull/7/head',
        groupCommit: sha('a'),
      },
    ]);
  });

  it('gives those of a larger group in the queue’s order, without those behind it', async () => {
    const queue = [aNode(3, 9, sha('c')), aNode(2, 8, sha('a')), aNode(1, 7, sha('b')), aNode(4, 6, null)];
    const entries = await readEntries({ queue });
    expect(entries.map(({ number }) => number)).toEqual([7, 8]);
  });

  it('leaves out those that the base of the group holds already', async () => {
    const queue = [aNode(1, 7, BASE), aNode(2, 8, sha('a'))];
    expect((await readEntries({ queue })).map(({ number }) => number)).toEqual([8]);
  });

  it('reads a long queue page by page', async () => {
    const queue = Array.from({ length: 7 }, (_, index) =>
      aNode(index + 1, index + 1, sha(String(index + 1))),
    );
    const entries = await readEntries({ queue, pageSize: 2 }, aTarget({ headSha: sha('7') }));
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('gives no entry for one whose pull request is gone', async () => {
    const queue = [{ ...aNode(1, 7, sha('b')), pullRequest: null }, aNode(2, 8, sha('a'))];
    expect((await readEntries({ queue })).map(({ number }) => number)).toEqual([8]);
  });

  it.each<[title: string, queue: Scene['queue']]>([
    ['the branch has no queue', null],
    ['the queue no longer holds the group', [aNode(1, 8, sha('d'))]],
    ['the queue is empty', []],
    [
      'GraphQL is forbidden',
      { status: 200, body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'No' }] } },
    ],
    ['GraphQL is down', { status: 502, body: {} }],
    ['the answer is none of GitHub’s', { status: 200, body: { data: { repository: { mergeQueue: 7 } } } }],
    [
      'the answer holds an option in place of a commit',
      {
        status: 200,
        body: { data: { repository: { mergeQueue: { entries: { nodes: [aNode(1, 7, '--all')] } } } } },
      },
    ],
  ])('falls back on the number in the ref where %s', async (_title, queue) => {
    await expect(readEntries({ queue, pull: { status: 200, body: aPull(7, sha('7')) } })).resolves.toEqual([
      {
        number: 7,
        position: 1,
        branch: 'main',
        headSha: sha('7'),
        headRef: 'refs/pull/7/head',
        groupCommit: sha('a'),
      },
    ]);
  });

  it('names the permission where neither way is open', async () => {
    await expect(readEntries({ queue: null })).rejects.toMatchObject({
      code: 'api-denied',
      subject: 'pull-requests: read',
    });
  });

  it('fails where nothing names a pull request', async () => {
    const target = aTarget({ headRef: 'refs/heads/gh-readonly-queue/main/other' });
    await expect(readEntries({ queue: null }, target)).rejects.toMatchObject({ code: 'unaccounted-commit' });
    await expect(readEntries({ queue: { status: 502, body: {} } }, target)).rejects.toMatchObject({
      code: 'api-failed',
    });
  });
});

describe('selectGroup', () => {
  const entries: readonly QueueEntry[] = [1, 2, 3].map((number) => ({
    number,
    position: number,
    branch: 'main',
    headSha: sha('f'),
    headRef: `refs/pull/${number}/head`,
    groupCommit: sha(String(number)),
  }));

  it.each([
    [BASE, sha('1'), [1]],
    [BASE, sha('3'), [1, 2, 3]],
    [sha('1'), sha('3'), [2, 3]],
    [sha('3'), sha('3'), []],
    [sha('3'), sha('1'), []],
    [BASE, sha('9'), []],
  ])('from %s to %s takes %j', (baseSha, headSha, expected) => {
    expect(selectGroup(entries, { baseSha, headSha }).map(({ number }) => number)).toEqual(expected);
  });
});
