import { describe, expect, it } from '@jest/globals';
import { createApi, type Octokit, type Question } from '../../../src/sources/github/api.js';
import { aBranch, aPull } from '../../support/github-answers.js';
import { startGitHub, type Answer, type GitHubServer } from '../../support/github-server.js';
import { answerGraphql } from '../../support/merge-queue.js';
import { hasOpenapi } from '../../support/openapi.js';

const SHA = '0123456789'.repeat(4);
const REPOSITORY = 'octo-org/octo-repo';

const PULL: Question = {
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  parameters: { pull_number: 7 },
  permission: 'pull-requests: read',
};
const BRANCHES: Question = { route: 'GET /repos/{owner}/{repo}/branches', permission: 'contents: read' };

const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  body,
  headers,
});
const refusal = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body: { message: 'No', documentation_url: 'https://docs.github.com/rest', status: String(status) },
  headers,
});

/** A server that gives the answers in turn, the last one again and again. */
const inTurn = (...answers: readonly Answer[]): Promise<GitHubServer> => {
  let next = 0;
  return startGitHub(() => answers[Math.min(next++, answers.length - 1)] ?? 'refused');
};

function connect({ octokit }: Pick<GitHubServer, 'octokit'>, timeout = 30_000) {
  const waits: number[] = [];
  const sleep = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
  return { api: createApi({ octokit, repository: REPOSITORY, sleep, timeout }), waits };
}

describe('a question to GitHub', () => {
  it('is asked with the token, and answered with all of its JSON', async () => {
    const server = await inTurn(ok(aPull(7, SHA)));
    const { api, waits } = connect(server);
    await expect(api.get(PULL)).resolves.toMatchObject({ number: 7, head: { sha: SHA } });
    expect(server.exchanges).toMatchObject([{ method: 'GET', path: '/repos/octo-org/octo-repo/pulls/7' }]);
    expect(server.exchanges[0]?.headers.authorization).toBe('token a-token');
    expect(waits).toEqual([]);
  });

  it.each<[fault: string, answer: Answer]>([
    ['a refused connection', 'refused'],
    ['a server that hangs', 'hung'],
    ['an answer that is cut off', 'cut off'],
    ['an answer that is no JSON', 'garbage'],
    ['500', refusal(500)],
    ['502', refusal(502)],
    ['503', refusal(503)],
    ['429', refusal(429)],
  ])('is asked three times after %s', async (_fault, answer) => {
    const twice = await inTurn(answer, answer, ok(aPull(7, SHA)));
    const timeout = answer === 'hung' ? 1000 : 30_000;
    const patient = connect(twice, timeout);
    await expect(patient.api.get(PULL)).resolves.toMatchObject({ number: 7 });
    expect(patient.waits).toEqual([1000, 4000]);

    const always = await inTurn(answer);
    await expect(connect(always, timeout).api.get(PULL)).rejects.toMatchObject({ code: 'api-failed' });
    expect(always.exchanges).toHaveLength(3);
  });

  it.each([
    [refusal(403, { 'retry-after': '7' }), 7000],
    [refusal(429, { 'retry-after': '3' }), 3000],
    [refusal(429, { 'retry-after': '86400' }), 60_000],
    [refusal(429, { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }), 1000],
    [refusal(403, { 'x-ratelimit-remaining': '0' }), 1000],
    [{ status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, 60_000],
  ])('waits where a rate limit asks for it: %j', async (answer, wait) => {
    const { api, waits } = connect(await inTurn(answer, ok(aPull(7, SHA))));
    await expect(api.get(PULL)).resolves.toMatchObject({ number: 7 });
    expect(waits).toEqual([wait]);
  });

  it.each([401, 403, 404])(
    'is asked once where the answer is %i, and names the permission',
    async (status) => {
      const server = await inTurn(refusal(status));
      await expect(connect(server).api.get(PULL)).rejects.toMatchObject({
        code: 'api-denied',
        subject: 'pull-requests: read',
      });
      expect(server.exchanges).toHaveLength(1);
    },
  );

  it('never shows the token', async () => {
    for (const answer of ['refused', refusal(404)] as const) {
      const error: unknown = await connect(await inTurn(answer))
        .api.get(PULL)
        .catch((thrown: unknown) => thrown);
      expect(String(error)).not.toContain('a-token');
    }
  });

  it.each(['', 'octo-org', 'octo-org/octo-repo/x', '../x/y', 'a/b?c', 'a b/c'])(
    'is not asked about the repository %j',
    (repository) => {
      const octokit: Octokit = {
        request: () => Promise.reject(new Error()),
        graphql: () => Promise.resolve({}),
      };
      expect(() => createApi({ octokit, repository })).toThrow(
        expect.objectContaining({ code: 'unreadable-event', subject: 'GITHUB_REPOSITORY' }),
      );
    },
  );
});

describe('a list', () => {
  const pages = (count: number) =>
    startGitHub(({ path }) => {
      const page = Number(new URLSearchParams(path.split('?')[1]).get('page'));
      const link = page < count ? { link: `<https://api.github.com/x?page=${page + 1}>; rel="next"` } : {};
      return ok([aBranch(`branch-${page}`, SHA)], link);
    });

  it('is read to its last page', async () => {
    const { api } = connect(await pages(3));
    await expect(api.getAll(BRANCHES)).resolves.toMatchObject([
      { name: 'branch-1' },
      { name: 'branch-2' },
      { name: 'branch-3' },
    ]);
  });

  it('that has no end is an error, not a part of it', async () => {
    await expect(connect(await pages(Infinity)).api.getAll(BRANCHES)).rejects.toMatchObject({
      code: 'api-failed',
    });
  });

  it('of which one page fails is an error, not the rest of it', async () => {
    const first = ok([aBranch('main', SHA)], { link: '<https://api.github.com/x?page=2>; rel="next"' });
    await expect(connect(await inTurn(first, refusal(502))).api.getAll(BRANCHES)).rejects.toMatchObject({
      code: 'api-failed',
    });
  });
});

describe('a question in GraphQL', () => {
  const question: Question = {
    route:
      'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { mergeQueue(branch: "main") { id } } }',
    permission: 'pull-requests: read',
  };
  const failure = (...errors: readonly object[]): Answer => ok({ data: { repository: null }, errors });

  it('is answered with its data', async () => {
    const server = await startGitHub(({ body }) => answerGraphql(body, null));
    await expect(connect(server).api.graphql(question)).resolves.toEqual({
      repository: { mergeQueue: null },
    });
    expect(server.exchanges).toMatchObject([{ method: 'POST', path: '/graphql' }]);
  });

  it('finds the address of GitHub Enterprise Server', async () => {
    const server = await startGitHub(({ body }) => answerGraphql(body, null), '/api/v3');
    await connect(server).api.graphql(question);
    expect(server.exchanges).toMatchObject([{ method: 'POST', path: '/api/graphql' }]);
  });

  it.each([
    ['NOT_FOUND', 'api-denied', 1],
    ['FORBIDDEN', 'api-denied', 1],
    ['INSUFFICIENT_SCOPES', 'api-denied', 1],
    ['RATE_LIMITED', 'api-failed', 3],
    [undefined, 'api-failed', 3],
    ['MAX_NODE_LIMIT_EXCEEDED', 'api-failed', 1],
  ])(
    'that is answered with the error %s is %s after %i attempts, never half an answer',
    async (type, code, attempts) => {
      const server = await inTurn(failure({ type, message: 'No' }));
      await expect(connect(server).api.graphql(question)).rejects.toMatchObject({ code });
      expect(server.exchanges).toHaveLength(attempts);
    },
  );

  it('that an old GitHub Enterprise Server does not know is asked once', async () => {
    const server = await inTurn(failure({ extensions: { code: 'undefinedField' }, message: 'No field' }));
    await expect(connect(server).api.graphql(question)).rejects.toMatchObject({ code: 'api-failed' });
    expect(server.exchanges).toHaveLength(1);
  });
});

(hasOpenapi ? describe : describe.skip)('GitHub’s OpenAPI description (AGENT_OWNERSHIP_OPENAPI)', () => {
  it.each<[title: string, question: Question, body: unknown]>([
    ['an unknown address', { ...PULL, route: 'GET /repos/{owner}/{repo}/pull/{pull_number}' }, {}],
    ['an unknown parameter', { ...BRANCHES, parameters: { sort: 'name' } }, []],
    ['a parameter of another type', { ...BRANCHES, parameters: { protected: 'yes' } }, []],
    ['an answer that lacks a field', PULL, { number: 7 }],
  ])('is what the stand-in refuses %s by', async (_title, question, body) => {
    await expect(connect(await inTurn(ok(body))).api.get(question)).rejects.toMatchObject({
      subject: expect.stringContaining('599') as unknown,
    });
  });
});
