import { describe, expect, it } from '@jest/globals';
import { aPayload, examplesOf, schemaErrorsOf, type Payload } from '../../support/webhooks.js';
import { SHA, OTHER_SHA, parse, unsupported, unreadable, aPullRequest } from './payloads.js';

describe.each(['pull_request', 'pull_request_target'])('the event %s', (event) => {
  it('says what is to be judged', () => {
    const payload = aPullRequest();
    expect(schemaErrorsOf('pull_request', payload)).toEqual([]);
    expect(parse(event, payload)).toEqual({
      kind: 'pull-request',
      number: 7,
      baseRef: 'refs/heads/main',
      baseSha: SHA,
      headSha: OTHER_SHA,
      headRef: 'refs/pull/7/head',
      commits: 3,
      labelling: null,
      defaultBranch: 'master',
      squashMessage: null,
    });
  });

  it.each([
    [true, 'PR_BODY', 'PR_BODY'],
    [true, 'BLANK', 'BLANK'],
    [true, 'COMMIT_MESSAGES', null],
    [true, undefined, null],
    [true, 'SOMETHING_NEW', null],
    [true, 7, null],
    [false, 'PR_BODY', null],
    [undefined, 'PR_BODY', null],
  ])(
    'knows what a squash writes in place of messages: allowed %j, setting %j',
    (allowed, setting, expected) => {
      const changes = {
        'pull_request.base.repo.allow_squash_merge': allowed,
        'pull_request.base.repo.squash_merge_commit_message': setting,
      };
      expect(parse(event, aPullRequest(changes))).toMatchObject({ squashMessage: expected });
    },
  );

  it('may leave open which branch is the default one', () => {
    for (const branch of [undefined, null, '', '-x', 'a..b', 7])
      expect(parse(event, aPullRequest({ 'repository.default_branch': branch }))).toMatchObject({
        defaultBranch: null,
      });
  });

  it.each(
    examplesOf('pull_request')
      .filter(({ action }) => action !== 'closed')
      .map((payload, index) => [String(payload['action']), index, payload] as const),
  )('is judged on %s, as in GitHub’s example %i', (_action, _index, payload) => {
    const { head } = payload['pull_request'] as { head: { sha: string } };
    expect(parse(event, payload)).toMatchObject({ kind: 'pull-request', headSha: head.sha });
  });

  it.each<[title: string, changes: Payload, labelling: unknown]>([
    ['says so', {}, { label: 'ok', actorId: 22, head: OTHER_SHA, at: '2026-11-22T11:00:00Z' }],
    ['has no sender', { 'sender.id': undefined }, null],
    ['has a garbled time', { 'pull_request.updated_at': 'yesterday' }, null],
    ['has no label', { label: undefined }, null],
    ['is about something else', { action: 'unlabeled' }, null],
  ])('proves who applied a label where it %s', (_title, changes, labelling) => {
    const labelled = aPullRequest({
      action: 'labeled',
      label: { name: 'ok' },
      'sender.id': 22,
      'pull_request.updated_at': '2026-11-22T11:00:00Z',
      ...changes,
    });
    expect(parse(event, labelled)).toMatchObject({ labelling });
  });

  it('is judged when the base branch is changed', () => {
    const payload = aPullRequest({
      action: 'edited',
      before: undefined,
      after: undefined,
      changes: { base: { ref: { from: 'old' }, sha: { from: SHA } } },
    });
    expect(schemaErrorsOf('pull_request', payload)).toEqual([]);
    expect(parse(event, payload)).toMatchObject({ baseRef: 'refs/heads/main' });
  });

  it('has nothing left to judge once it is closed', () => {
    const closed = aPayload('pull_request', {}, ({ action }) => action === 'closed');
    expect(() => parse(event, closed)).toThrow(unsupported(`${event} (closed)`));
  });

  it.each(['labeled', 'edited', 'synchronize'])(
    'has nothing left to judge on %s once it is merged',
    (action) => {
      const merged = aPullRequest({ action, 'pull_request.state': 'closed', 'pull_request.merged': true });
      expect(() => parse(event, merged)).toThrow(unsupported(`${event} (${action}, merged)`));
    },
  );

  it('is judged while it is closed without being merged', () => {
    const closed = aPullRequest({ 'pull_request.state': 'closed', 'pull_request.merged': false });
    expect(parse(event, closed)).toMatchObject({ kind: 'pull-request', headSha: OTHER_SHA });
  });

  it.each([undefined, null])('need not say how many commits there are: %j', (commits) => {
    expect(parse(event, aPullRequest({ 'pull_request.commits': commits }))).toMatchObject({ commits: null });
  });

  it('may have object names of SHA-256', () => {
    const sha = 'ab'.repeat(32);
    expect(parse(event, aPullRequest({ 'pull_request.head.sha': sha }))).toMatchObject({ headSha: sha });
  });

  it.each(['main', 'release/1.x', 'über', 'a-b', '1', 'a@b', 'x.y', 'refs/heads/main'])(
    'may have the base branch %j',
    (ref) => {
      expect(parse(event, aPullRequest({ 'pull_request.base.ref': ref }))).toMatchObject({
        baseRef: `refs/heads/${ref}`,
      });
    },
  );

  it.each<[field: string, payload: unknown]>([
    ['pull_request.number', undefined],
    ['pull_request.number', null],
    ['pull_request.number', 'text'],
    ['pull_request.number', []],
    ['pull_request.number', {}],
    ['pull_request.number', { pull_request: 7 }],
    ['pull_request.number', Object.create({ pull_request: { number: 7 } })],
    ...['7', 0, -7, 0.5, 7n].map((number): [string, unknown] => [
      'pull_request.number',
      aPullRequest({ 'pull_request.number': number }),
    ]),
    ['action', aPullRequest({ action: undefined })],
    ['pull_request.base.ref', aPullRequest({ 'pull_request.base': undefined })],
    ...[
      undefined,
      7,
      '',
      '-x',
      '--output=x',
      'a b',
      'a..b',
      'a\nb',
      'a\0',
      'x.lock',
      'a/.b',
      '/a',
      'a/',
      'a//b',
      '@',
      'a@{b',
      'a:b',
      'a*',
      'a\\b',
      'a.',
      '[a]',
      'a~1',
      'a^',
      'a'.repeat(2000),
    ].map((ref): [string, unknown] => [
      'pull_request.base.ref',
      aPullRequest({ 'pull_request.base.ref': ref }),
    ]),
    ['pull_request.base.sha', aPullRequest({ 'pull_request.base': { ref: 'main' } })],
    ...[SHA.slice(1), `${SHA}\n`, '--output=x', SHA.replace('0', 'g'), OTHER_SHA.toUpperCase()].map(
      (sha): [string, unknown] => ['pull_request.head.sha', aPullRequest({ 'pull_request.head.sha': sha })],
    ),
    ['pull_request.commits', aPullRequest({ 'pull_request.commits': '3' })],
    ['pull_request.commits', aPullRequest({ 'pull_request.commits': -1 })],
  ])('is unreadable without a sound %s', (field, payload) => {
    expect(() => parse(event, payload)).toThrow(unreadable(field));
  });
});
