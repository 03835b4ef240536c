import { beforeAll, describe, expect, it } from '@jest/globals';
import { publish, type Outcome } from '../../src/action/publish.js';
import { readRunner } from '../../src/action/runner.js';
import type { Toolkit } from '../../src/action/toolkit.js';
import type { Publication } from '../../src/core/publishing/publication.js';
import type { Publisher } from '../../src/core/publishing/publisher.js';
import { OperationalError } from '../../src/operational-error.js';
import { writeCheckRun, type CheckRunText } from '../../src/publish/write-check-run.js';
import { writeComment } from '../../src/publish/write-comment.js';
import { parsePullRequest } from '../../src/sources/github/pull-request-event.js';
import type { Target } from '../../src/sources/github/target.js';
import {
  BOT,
  preparePublishingServer,
  READ_ONLY,
  SOMEBODY,
  startPublishingServer,
  type PublishingScene,
} from '../support/publishing-server.js';
import { aReport, HEAD, LATER } from '../support/report-builders.js';
import { aPayload } from '../support/webhooks.js';
import {
  aPublisher,
  bodyOf,
  clean,
  comment,
  connect,
  green,
  group,
  isUpdate,
  NEVER,
  PLACE,
  publishCheckRun,
  publishComment,
  range,
  red,
  REPOSITORY,
  withFindings,
  yellow,
} from './publishing.js';

beforeAll(preparePublishingServer, 300_000);

describe('the comment of a pull request', () => {
  it('is made once, updated in place, and turned green where nothing is wrong any more', async () => {
    const server = await startPublishingServer({ comments: [comment(1, 'Nice!', SOMEBODY)] });
    const write = (text: ReturnType<typeof red>) => writeComment(text, PLACE, connect(server));
    const of = (run: number) => aPublisher({ run });

    await expect(write(red(of(20)))).resolves.toEqual({ kind: 'written' });
    await expect(write(red(of(20)))).resolves.toEqual({ kind: 'unchanged' });
    await expect(write(red(of(21)))).resolves.toEqual({ kind: 'written' });
    await expect(write(green(of(22)))).resolves.toEqual({ kind: 'written' });
    expect(server.writes()).toEqual([
      'POST /issues/1/comments',
      'PATCH /issues/comments/1001',
      'PATCH /issues/comments/1001',
    ]);
    expect(server.comments).toMatchObject([{ body: 'Nice!' }, { body: green(of(22)).body }]);
  });

  it('is not made where there is nothing to say', async () => {
    const { publication, writes } = await publishComment({}, green());
    expect(publication).toEqual({ kind: 'not-needed' });
    expect(writes).toEqual([]);
  });

  it.each<[whose: string, id: number, body: string, user: typeof BOT | null]>([
    ['another person’s, with our marker', 7, red().body, SOMEBODY],
    ['another person’s of the bot’s name', 7, red().body, { ...BOT, id: 10 }],
    ['that of an account that is gone', 7, red().body, null],
    ['our own that quotes the marker', 7, `> look:\n${red().body}`, BOT],
    ['our own of another job', 7, red(aPublisher({ job: 'other' })).body, BOT],
    ['our own of another workflow', 7, red(aPublisher({ workflow: 'other' })).body, BOT],
  ])('leaves every other comment alone: %s', async (_whose, id, body, user) => {
    const { server, publication, writes } = await publishComment({ comments: [comment(id, body, user)] });
    expect(publication).toEqual({ kind: 'written' });
    expect(writes).toEqual(['POST /issues/1/comments']);
    expect(server.comments[0]).toEqual(comment(id, body, user));
  });

  it('is found behind a thousand others', async () => {
    const others = Array.from({ length: 1000 }, (_, index) => comment(index + 1, red().body, SOMEBODY));
    const { server, writes } = await publishComment(
      { comments: [...others, comment(5000, green().body)] },
      red(),
    );
    expect(writes).toEqual(['PATCH /issues/comments/5000']);
    expect(server.github.exchanges.filter(({ method }) => method === 'GET')).toHaveLength(11);
    expect(server.comments.filter(({ body }) => body === red().body)).toHaveLength(1001);
  });

  it('stays the only one where earlier runs left several', async () => {
    const earlier = aPublisher({ run: 19 });
    const comments = [7, 8, 9].map((id) => comment(id, green(earlier).body));
    const { server, writes } = await publishComment({ comments });
    expect(writes).toEqual([
      'DELETE /issues/comments/8',
      'DELETE /issues/comments/9',
      'PATCH /issues/comments/7',
    ]);
    expect(server.comments).toEqual([comment(7, red().body)]);
  });

  it.each<[string, string, readonly string[]]>([
    ['an earlier run', red(aPublisher({ run: 19 })).body, ['red']],
    ['a later run', yellow(aPublisher({ run: 21 })).body, ['yellow']],
    ['an earlier attempt at this run', red(aPublisher({ attempt: 0 })).body, ['red']],
    ['another leg of a matrix that found less', yellow().body, ['red']],
    ['another leg of a matrix that found the same', bodyOf('blue'), ['blue']],
  ])('is the only one where %s makes one at the same time', async (_title, theirs, left) => {
    const { server, publication } = await publishComment({
      meanwhile: ({ method, kind }) => (method === 'POST' && kind === 'comments' ? [comment(7, theirs)] : []),
    });
    expect(publication).toEqual({ kind: 'written' });
    expect(server.comments.map(({ body }) => body.split('\n')[1])).toEqual(left);
  });

  it('is written also where nobody can say whether another was made at the same time', async () => {
    const { publication } = await publishComment({
      fault: ({ method, kind }, nth) =>
        method === 'GET' && kind === 'comments' && nth > 1 ? READ_ONLY : null,
    });
    expect(publication).toEqual({ kind: 'written' });
  });

  it.each<[string, Partial<Publisher>, Partial<Publisher>, string, string]>([
    ['a later run wrote', { run: 21 }, {}, HEAD, 'left-to-later-run'],
    ['an earlier run wrote', { run: 19 }, {}, HEAD, 'written'],
    ['a later run wrote, before this one was repeated', { run: 21 }, { attempt: 2 }, HEAD, 'written'],
    ['a later run wrote about a newer head', { run: 21 }, { attempt: 2 }, LATER, 'left-to-later-run'],
    ['an unknown run wrote', { run: null }, {}, HEAD, 'written'],
    ['a run wrote that is later than an unknown one', { run: 21 }, { run: null }, HEAD, 'written'],
  ])('is not put back by a run that ends late: %s', async (_title, theirs, ours, head, kind) => {
    const there = comment(7, red(aPublisher(theirs)).body);
    const { publication } = await publishComment({ comments: [there], head }, green(aPublisher(ours)));
    expect(publication).toEqual({ kind });
  });

  it.each([
    ['errors', red(), yellow(), 'left-to-graver-step'],
    ['errors', red(), green(), 'left-to-graver-step'],
    ['warnings', yellow(), green(), 'left-to-graver-step'],
    ['warnings', yellow(), red(), 'written'],
    ['errors in an earlier attempt', red(), green(aPublisher({ attempt: 2 })), 'written'],
    ['errors in an earlier run', red(), green(aPublisher({ run: 21 })), 'written'],
  ])(
    'stays as grave as the gravest leg of a matrix, where one found %s: %#',
    async (_title, theirs, ours, kind) => {
      const { server, publication } = await publishComment({ comments: [comment(7, theirs.body)] }, ours);
      expect(publication).toEqual({ kind });
      expect(server.comments).toEqual([comment(7, kind === 'written' ? ours.body : theirs.body)]);
    },
  );

  it.each<[string, PublishingScene]>([
    ['GitHub does not say who we are', { fault: ({ kind }) => (kind === 'graphql' ? READ_ONLY : null) }],
    ['the comments may not be read', { fault: ({ kind }) => (kind === 'comments' ? READ_ONLY : null) }],
    [
      'the token may only read',
      { fault: ({ method, kind }) => (method === 'POST' && kind === 'comments' ? READ_ONLY : null) },
    ],
  ])('is not written where %s', async (_title, scene) => {
    const { publication, server, waits } = await publishComment(scene);
    expect(publication).toMatchObject({ kind: 'failed', reason: 'denied' });
    expect(server.comments).toEqual([]);
    expect(waits).toEqual([]);
  });

  it('says in the server’s words why it is not written', async () => {
    const body = { message: 'Unable to create comment because issue is locked.' };
    const { publication } = await publishComment({
      fault: ({ method, kind }) => (method === 'POST' && kind === 'comments' ? { status: 403, body } : null),
    });
    expect(publication).toEqual({ kind: 'failed', reason: 'denied', detail: `HTTP 403: ${body.message}` });
  });

  it('is not made twice where the answer to the first attempt is lost', async () => {
    const { server, publication, writes, waits } = await publishComment({
      fault: ({ method, kind }, nth) =>
        method === 'POST' && kind === 'comments' && nth === 1 ? 'lost' : null,
    });
    expect(publication).toEqual({ kind: 'unchanged' });
    expect(writes).toEqual(['POST /issues/1/comments']);
    expect(server.comments).toHaveLength(1);
    expect(waits).toEqual([1000]);
  });

  it.each<[string, NonNullable<PublishingScene['fault']>, readonly number[]]>([
    ['a limit', () => ({ status: 403, body: { message: 'slow' }, headers: { 'retry-after': '7' } }), [7000]],
    ['a fault of the server', () => ({ status: 502, body: {} }), [1000]],
    ['an answer that does not come', () => 'hung', [1000]],
  ])('is tried again after %s', async (_title, fault, waited) => {
    const { server, publication, waits } = await publishComment({
      fault: (asked, nth) =>
        asked.method === 'POST' && asked.kind === 'comments' && nth === 1 ? fault(asked, nth) : null,
    });
    expect(publication).toEqual({ kind: 'written' });
    expect(server.comments).toHaveLength(1);
    expect(waits).toEqual(waited);
  });

  it('is given up after three attempts', async () => {
    const { publication, writes } = await publishComment({
      fault: ({ method, kind }) =>
        method === 'POST' && kind === 'comments' ? { status: 503, body: { message: 'Busy' } } : null,
    });
    expect(publication).toEqual({ kind: 'failed', reason: 'no-answer', detail: 'HTTP 503: Busy' });
    expect(writes).toHaveLength(3);
  });
});

describe('the check run', () => {
  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [230, 5],
  ])('has every one of %i annotations, by %i requests', async (count, requests) => {
    const { server, publication, run, paths, amount, writes } = await publishCheckRun(count);
    expect(publication).toEqual({ kind: 'written' });
    expect(server.checkRuns).toHaveLength(1);
    expect(run).toMatchObject({
      name: 'Agent Ownership: findings',
      head_sha: HEAD,
      status: 'completed',
      conclusion: 'failure',
    });
    expect([paths.size, amount, writes.length]).toEqual([count, count, requests]);
  });

  it('is concluded by the last request and none before it', async () => {
    const { server } = await publishCheckRun(120);
    const sent = server.github.exchanges
      .filter(({ method }) => method !== 'GET')
      .map(({ body }) => JSON.parse(body) as { status: string });
    expect(sent.map(({ status }) => status)).toEqual(['in_progress', 'in_progress', 'completed']);
  });

  it.each<[string, PublishingScene['fault'] & object]>([
    ['refuses the third request', ({ method }, nth) => (isUpdate(method, nth, 2) ? READ_ONLY : null)],
    [
      'fails three times',
      ({ method }, nth) => (method === 'PATCH' && nth > 1 && nth < 5 ? { status: 500, body: {} } : null),
    ],
  ])('says what is missing where the server %s', async (_title, fault) => {
    const { publication, run, amount } = await publishCheckRun(230, fault);
    expect(publication).toMatchObject({ kind: 'incomplete', missing: 130, cause: { kind: 'failed' } });
    expect(amount).toBe(100);
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(run?.output.title).toContain('130 of 230 annotations are missing');
    expect(run?.output.summary).toContain('130 of 230 annotations are missing');
  });

  it('stays in progress, and never green, where it cannot even be concluded', async () => {
    const { publication, run } = await publishCheckRun(230, ({ method }) =>
      method === 'PATCH' ? READ_ONLY : null,
    );
    expect(publication).toMatchObject({ kind: 'open' });
    expect(run).toMatchObject({ status: 'in_progress', conclusion: null });
  });

  it('is concluded with what there was time for', async () => {
    const { publication, run, amount } = await publishCheckRun(230, () => null, AbortSignal.abort());
    expect(publication).toEqual({ kind: 'incomplete', missing: 180, cause: null });
    expect([run?.conclusion, amount]).toEqual(['failure', 50]);
  });

  it.each<[string, (method: string, nth: number) => boolean, number]>([
    ['creates it', (method) => method === 'POST', 1],
    ['adds annotations', (method, nth) => isUpdate(method, nth, 1), 6],
    ['concludes it', (method, nth) => isUpdate(method, nth, 4), 6],
  ])('has nothing twice where the answer is lost that %s', async (_title, isLost, requests) => {
    const { server, publication, run, paths, amount } = await publishCheckRun(
      requests === 1 ? 40 : 230,
      ({ method }, nth) => (isLost(method, nth) ? 'lost' : null),
    );
    expect(publication).toEqual({ kind: 'written' });
    expect(server.checkRuns).toHaveLength(1);
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(paths.size).toBe(amount);
    expect(amount).toBe(requests === 1 ? 40 : 230);
    expect(server.writes()).toHaveLength(requests);
  });

  it('is made where the first attempt did not arrive', async () => {
    const { server, publication } = await publishCheckRun(51, ({ method }, nth) =>
      method === 'POST' && nth === 1 ? { status: 502, body: {} } : null,
    );
    expect(publication).toEqual({ kind: 'written' });
    expect(server.checkRuns).toHaveLength(1);
  });

  it.each<[string, NonNullable<PublishingScene['fault']>, number]>([
    ['only read', ({ method }) => (method === 'GET' ? null : READ_ONLY), 1],
    ['not even read', () => READ_ONLY, 0],
  ])('is not written where the token may %s', async (_title, fault, writes) => {
    const { server, publication } = await publishCheckRun(230, fault);
    expect(publication).toMatchObject({ kind: 'failed', reason: 'denied' });
    expect(server.writes()).toHaveLength(writes);
  });

  const OTHER_JOB = aPublisher({ run: 21, job: 'other' });

  it.each<[string, CheckRunText, CheckRunText, Publication['kind'], readonly string[]]>([
    ['an earlier run', withFindings(1), clean(aPublisher({ run: 21 })), 'written', ['failure', 'success']],
    ['a later run', withFindings(1, aPublisher({ run: 21 })), clean(), 'left-to-later-run', ['failure']],
    [
      'a later run, before this one was repeated',
      withFindings(1, aPublisher({ run: 21 })),
      clean(aPublisher({ attempt: 2 })),
      'written',
      ['failure', 'success'],
    ],
    ['another leg of a matrix that failed', withFindings(1), clean(), 'left-to-graver-step', ['failure']],
    ['another leg of a matrix that passed', clean(), withFindings(1), 'written', ['success', 'failure']],
    ['a later run of another job', withFindings(1, OTHER_JOB), clean(), 'written', ['failure', 'success']],
  ])('takes no place that is not its own after %s', async (_title, theirs, ours, kind, conclusions) => {
    const server = await startPublishingServer();
    await writeCheckRun({ ...theirs, name: ours.name }, HEAD, connect(server), NEVER);
    await expect(writeCheckRun(ours, HEAD, connect(server), NEVER)).resolves.toEqual({ kind });
    expect(server.checkRuns.map(({ conclusion }) => conclusion)).toEqual(conclusions);
  });
});

describe('what the action publishes', () => {
  const superseded: Outcome = { kind: 'error', error: new OperationalError('superseded', HEAD) };
  const failed: Outcome = { kind: 'error', error: new OperationalError('fetch-failed') };
  const found: Outcome = { kind: 'report', report: aReport() };
  const pullRequest = parsePullRequest(
    'pull_request',
    aPayload('pull_request', { 'pull_request.head.sha': HEAD }, ({ action }) => action === 'synchronize'),
  );
  const TIP = range({ kind: 'tip', ref: 'refs/heads/topic' });
  const COMMITTED = range({ kind: 'commit', sha: LATER });

  async function publishOn(target: Target, outcome: Outcome, { cancelled = false, token = 'a-token' } = {}) {
    const server = await startPublishingServer();
    const said: string[] = [];
    const note = (prefix: string) => (text: string) => {
      said.push(`${prefix}${text}`);
    };
    const runner = readRunner({
      GITHUB_WORKSPACE: '/w',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_JOB: 'agent-ownership',
      GITHUB_RUN_ID: '20',
      INPUT_TOKEN: token,
      INPUT_COMMENT: 'true',
      'INPUT_CHECK-RUN': 'true',
    });
    await publish(
      { runner, target, outcome },
      {
        toolkit: { notice: note('notice: '), info: note('') } as Toolkit,
        signal: cancelled ? AbortSignal.abort() : NEVER,
        createOctokit: () => server.github.octokit,
      },
    );
    const heads = server.checkRuns.map(({ head_sha, conclusion }) => `${conclusion ?? ''} ${head_sha}`);
    return { said, comments: server.comments.length, heads };
  }

  it.each<[string, Target, Outcome, number, readonly string[]]>([
    ['a verdict on a pull request, by its own head', pullRequest, found, 1, [`failure ${HEAD}`]],
    ['that a pull request could not be checked', pullRequest, failed, 1, [`failure ${HEAD}`]],
    ['no comment of an outdated head', pullRequest, superseded, 0, [`failure ${HEAD}`]],
    ['no comment on a merge group', group, found, 0, [`failure ${LATER}`]],
    ['a verdict on a range', TIP, found, 0, [`failure ${HEAD}`]],
    ['that a commit could not be checked', COMMITTED, failed, 0, [`failure ${LATER}`]],
    ['nothing where it is not known about which commit', TIP, failed, 0, []],
  ])('is %s', async (_title, target, outcome, comments, heads) => {
    const { said, ...published } = await publishOn(target, outcome);
    expect(published).toEqual({ comments, heads });
    expect(said).toHaveLength(2);
    expect(said.filter((text) => text.startsWith('notice'))).toEqual([]);
  });

  it('is nothing where the job was cancelled, or has no token', async () => {
    await expect(publishOn(pullRequest, failed, { cancelled: true })).resolves.toMatchObject({
      said: [expect.stringContaining('cancelled'), expect.stringContaining('cancelled')],
      comments: 0,
      heads: [],
    });
    await expect(publishOn(pullRequest, found, { token: '' })).resolves.toMatchObject({
      said: [expect.stringMatching(/^notice.*`token`/), expect.stringMatching(/^notice.*`token`/)],
      comments: 0,
    });
  });
});
