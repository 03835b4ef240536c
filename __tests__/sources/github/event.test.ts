import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperationalError } from '../../../src/operational-error.js';
import { parseEvent } from '../../../src/sources/github/event.js';
import { numberInRef } from '../../../src/sources/github/merge-group-event.js';
import type { RangeInputs, Target } from '../../../src/sources/github/target.js';
import { aPayload, examplesOf, schemaErrorsOf, type Payload } from '../../support/webhooks.js';

const SHA = '0123456789'.repeat(4);
const OTHER_SHA = 'abcdef01'.repeat(5);
const NO_SHA = '0'.repeat(40);

const parse = (event: string, payload: unknown, inputs: Partial<RangeInputs> = {}): Target =>
  parseEvent(event, payload, { sha: OTHER_SHA }, { base: '', head: '', ...inputs });

const unsupported = (subject: string) => expect.objectContaining({ code: 'unsupported-event', subject });
const unreadable = (subject: string) => expect.objectContaining({ code: 'unreadable-event', subject });

const PULL_REQUEST = {
  number: 7,
  'pull_request.number': 7,
  'pull_request.base.ref': 'main',
  'pull_request.base.sha': SHA,
  'pull_request.head.sha': OTHER_SHA,
  'pull_request.commits': 3,
};

const aPullRequest = (changes: Payload = {}): Payload =>
  aPayload('pull_request', { ...PULL_REQUEST, ...changes }, ({ action }) => action === 'synchronize');

const aMergeGroup = (changes: Payload = {}): Payload =>
  aPayload('merge_group', {
    'merge_group.base_ref': 'refs/heads/main',
    'merge_group.base_sha': SHA,
    'merge_group.head_ref': `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`,
    'merge_group.head_sha': OTHER_SHA,
    ...changes,
  });

const aPush = (changes: Payload = {}): Payload =>
  aPayload('push', {
    ref: 'refs/heads/main',
    before: SHA,
    after: OTHER_SHA,
    'repository.default_branch': 'main',
    ...changes,
  });

const aDispatch = (): Payload => aPayload('workflow_dispatch', { 'repository.default_branch': 'main' });

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

describe('the event merge_group', () => {
  it('says which branch the group is for, where it starts and where it ends', () => {
    const payload = aMergeGroup();
    expect(schemaErrorsOf('merge_group', payload)).toEqual([]);
    expect(parse('merge_group', payload)).toEqual({
      kind: 'merge-group',
      branch: 'main',
      baseSha: SHA,
      headSha: OTHER_SHA,
      headRef: `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`,
      defaultBranch: 'main',
    });
  });

  it('has nothing to judge when the group is taken apart', () => {
    expect(() => parse('merge_group', aMergeGroup({ action: 'destroyed' }))).toThrow(
      unsupported('merge_group (destroyed)'),
    );
  });

  it.each<[field: string, payload: unknown]>([
    ['action', {}],
    ['merge_group.base_ref', { action: 'checks_requested' }],
    ['merge_group.base_ref', aMergeGroup({ 'merge_group.base_ref': 'main' })],
    ['merge_group.base_ref', aMergeGroup({ 'merge_group.base_ref': 'refs/tags/v1' })],
    ['merge_group.base_ref', aMergeGroup({ 'merge_group.base_ref': 'refs/heads/a b' })],
    ['merge_group.base_sha', aMergeGroup({ 'merge_group.base_sha': '--all' })],
    ['merge_group.head_sha', aMergeGroup({ 'merge_group.head_sha': null })],
    ['merge_group.head_ref', aMergeGroup({ 'merge_group.head_ref': '--upload-pack=x' })],
  ])('is unreadable without a sound %s', (field, payload) => {
    expect(() => parse('merge_group', payload)).toThrow(unreadable(field));
  });

  it.each([
    ['main', `refs/heads/gh-readonly-queue/main/pr-104-${SHA}`, 104],
    ['release/1.x', `refs/heads/gh-readonly-queue/release/1.x/pr-7-${SHA}`, 7],
    ['main', `refs/heads/gh-readonly-queue/release/pr-7-${SHA}`, null],
    ['main', `refs/heads/gh-readonly-queue/main/pr-0-${SHA}`, null],
    ['main', `refs/heads/gh-readonly-queue/main/pr-7`, null],
    ['main', `refs/heads/gh-readonly-queue/main/x/pr-7-${SHA}`, null],
    ['main', `refs/heads/gh-readonly-queue/main/pr-${'9'.repeat(30)}-${SHA}`, null],
    ['main', 'refs/heads/other', null],
  ])('for %s names in %s the pull request %j', (branch, headRef, number) => {
    expect(numberInRef({ branch, headRef })).toBe(number);
  });
});

describe('the event push', () => {
  const range = { kind: 'range', requested: false, defaultBranch: 'main' };
  const tip = { kind: 'tip', ref: 'refs/heads/main' };
  const commit = (sha: string) => ({ kind: 'commit', sha });

  it.each<[title: string, changes: Payload, expected: object]>([
    ['the new commits of the default branch', {}, { base: commit(SHA), head: commit(OTHER_SHA) }],
    [
      'what a forced push brings to the default branch',
      { forced: true },
      { base: commit(SHA), head: commit(OTHER_SHA) },
    ],
    [
      'all of another branch, not only its last push',
      { ref: 'refs/heads/topic' },
      { base: tip, head: commit(OTHER_SHA) },
    ],
    [
      'all of a new branch',
      { ref: 'refs/heads/topic', before: NO_SHA, created: true },
      { base: tip, head: commit(OTHER_SHA) },
    ],
    [
      'nothing of a deleted branch',
      { ref: 'refs/heads/topic', after: NO_SHA, deleted: true },
      { base: tip, head: tip },
    ],
    [
      'nothing of a merge queue’s branch that is deleted',
      { ref: `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`, after: NO_SHA, deleted: true },
      { base: tip, head: tip },
    ],
  ])('judges %s', (_title, changes, expected) => {
    const payload = aPush(changes);
    expect(schemaErrorsOf('push', payload)).toEqual([]);
    expect(parse('push', payload)).toEqual({ ...range, ...expected });
  });

  it.each<[title: string, changes: Payload, subject: string]>([
    ['a tag', { ref: 'refs/tags/v1' }, 'push (refs/tags/v1)'],
    ['a note', { ref: 'refs/notes/commits' }, 'push (refs/notes/commits)'],
    [
      'a branch of a merge queue, whose squashes tell no agent',
      { ref: `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`, before: NO_SHA, created: true },
      `push (refs/heads/gh-readonly-queue/main/pr-7-${SHA})`,
    ],
    ['the first commit of the default branch', { before: NO_SHA }, 'push (new refs/heads/main)'],
  ])('cannot judge %s', (_title, changes, subject) => {
    expect(() => parse('push', aPush(changes))).toThrow(unsupported(subject));
  });

  it.each<[field: string, payload: unknown]>([
    ['ref', {}],
    ['ref', aPush({ ref: 'main' })],
    ['ref', aPush({ ref: 'refs/heads/--x..y' })],
    ['before', aPush({ before: null })],
    ['after', aPush({ after: 'HEAD' })],
    ['repository.default_branch', aPush({ 'repository.default_branch': '-x' })],
    ['repository.default_branch', aPush({ repository: null })],
  ])('is unreadable without a sound %s', (field, payload) => {
    expect(() => parse('push', payload)).toThrow(unreadable(field));
  });
});

describe.each(['workflow_dispatch', 'schedule'])('the event %s', (event) => {
  // A schedule has no published schema: the runner passes on the repository and the cron line.
  const payload = event === 'schedule' ? { schedule: '0 3 * * *' } : aDispatch();

  it.each<[title: string, inputs: Partial<RangeInputs>, base: object, head: object]>([
    [
      'a branch against the run’s own commit',
      { base: 'main' },
      { kind: 'tip', ref: 'refs/heads/main' },
      { kind: 'commit', sha: OTHER_SHA },
    ],
    [
      'two commits',
      { base: SHA, head: OTHER_SHA },
      { kind: 'commit', sha: SHA },
      { kind: 'commit', sha: OTHER_SHA },
    ],
    [
      'full names',
      { base: 'refs/tags/v1', head: 'refs/heads/next' },
      { kind: 'tip', ref: 'refs/tags/v1' },
      { kind: 'tip', ref: 'refs/heads/next' },
    ],
  ])('judges what its inputs say: %s', (_title, inputs, base, head) => {
    expect(parse(event, payload, inputs)).toMatchObject({ kind: 'range', base, head, requested: true });
  });

  it('needs the input base', () => {
    expect(() => parse(event, payload)).toThrow(
      expect.objectContaining({ code: 'missing-input', subject: 'base' }),
    );
  });

  it.each([null, ''])('needs the input head where the run has no commit: %j', (sha) => {
    expect(() => parseEvent(event, payload, { sha }, { base: 'main', head: '' })).toThrow(
      expect.objectContaining({ code: 'missing-input', subject: 'head' }),
    );
  });

  it.each([
    '-x',
    '--all',
    'main~1',
    'main^{tree}',
    'a..b',
    ':/fix',
    'a b',
    'main\n',
    '@{u}',
    '^main',
    NO_SHA,
  ])('takes no expression and no option: %j', (text) => {
    const refusal = expect.objectContaining({ code: 'unknown-revision', subject: text });
    expect(() => parse(event, payload, { base: text })).toThrow(refusal);
    expect(() => parse(event, payload, { base: 'main', head: text })).toThrow(refusal);
  });
});

describe('any event', () => {
  it.each(['issue_comment', 'workflow_run', 'create', 'delete', 'release', '', 'constructor', '__proto__'])(
    'but these is refused with its name: %j',
    (name) => {
      expect(() => parse(name, {})).toThrow(unsupported(name));
    },
  );

  it('with any payload gives a sound target or one of our own errors', () => {
    const names = fc.constantFrom('pull_request', 'merge_group', 'push', 'workflow_dispatch', 'schedule');
    fc.assert(
      fc.property(names, fc.anything(), fc.string(), fc.string(), (name, payload, base, head) => {
        try {
          const target = parse(name, payload, { base, head });
          expect(JSON.stringify(target)).not.toMatch(
            /"(?:ref|sha|headRef|baseRef)":"(?!refs\/|[0-9a-f]{40})/,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(OperationalError);
        }
      }),
    );
  });
});
