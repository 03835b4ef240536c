import { describe, expect, it } from '@jest/globals';
import { parsePullRequestEvent } from '../../../src/sources/github/event.js';

const SHA = '0123456789'.repeat(4);
const OTHER_SHA = 'abcdef01'.repeat(5);

/** The fields that are read, among a few of the many others. */
const aPayload = (changes: Readonly<Record<string, unknown>> = {}): unknown => ({
  action: 'synchronize',
  number: 7,
  pull_request: {
    number: 7,
    state: 'open',
    base: { label: 'owner:main', ref: 'main', sha: SHA, repo: { id: 1 } },
    head: { label: 'owner:side', ref: 'side', sha: OTHER_SHA },
    commits: 3,
    ...changes,
  },
});

describe('a pull request event', () => {
  it('says what is to be judged', () => {
    expect(parsePullRequestEvent('pull_request', aPayload())).toEqual({
      number: 7,
      baseRef: 'main',
      baseSha: SHA,
      headSha: OTHER_SHA,
      commits: 3,
    });
  });

  it.each([undefined, null])('need not say how many commits there are: %j', (commits) => {
    expect(parsePullRequestEvent('pull_request', aPayload({ commits })).commits).toBeNull();
  });

  it('may have object names of SHA-256', () => {
    const sha = 'ab'.repeat(32);
    expect(parsePullRequestEvent('pull_request', aPayload({ head: { sha } })).headSha).toBe(sha);
  });

  it.each(
    ['main', 'release/1.x', 'feature/[a]', 'über', 'a-b', '1', 'a@b', 'x.y'].filter(
      (ref) => !ref.includes('['),
    ),
  )('may have the base branch %j', (ref) => {
    expect(parsePullRequestEvent('pull_request', aPayload({ base: { ref, sha: SHA } })).baseRef).toBe(ref);
  });

  it.each(['push', 'pull_request_target', 'merge_group', 'issue_comment', ''])('is not %j', (name) => {
    expect(() => parsePullRequestEvent(name, aPayload())).toThrow(
      expect.objectContaining({ code: 'unsupported-event', subject: name }),
    );
  });

  const base = (ref: unknown) => ({ base: { ref, sha: SHA } });

  it.each<[subject: string, payload: unknown]>([
    ['pull_request.number', undefined],
    ['pull_request.number', null],
    ['pull_request.number', 'text'],
    ['pull_request.number', []],
    ['pull_request.number', {}],
    ['pull_request.number', { pull_request: 7 }],
    ['pull_request.number', aPayload({ number: '7' })],
    ['pull_request.number', aPayload({ number: 0.5 })],
    ['pull_request.base.ref', aPayload({ base: undefined })],
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
    ].map((ref): [string, unknown] => ['pull_request.base.ref', aPayload(base(ref))]),
    ['pull_request.base.sha', aPayload({ base: { ref: 'main' } })],
    ['pull_request.base.sha', aPayload({ base: { ref: 'main', sha: SHA.slice(1) } })],
    ['pull_request.base.sha', aPayload({ base: { ref: 'main', sha: `${SHA}\n` } })],
    ['pull_request.head.sha', aPayload({ head: { sha: '--output=x' } })],
    ['pull_request.head.sha', aPayload({ head: { sha: SHA.replace('0', 'g') } })],
    ['pull_request.head.sha', aPayload({ head: { sha: OTHER_SHA.toUpperCase() } })],
    ['pull_request.commits', aPayload({ commits: '3' })],
    ['pull_request.commits', aPayload({ commits: -1 })],
  ])('is unreadable without a sound %s: %j', (subject, payload) => {
    expect(() => parsePullRequestEvent('pull_request', payload)).toThrow(
      expect.objectContaining({ code: 'unreadable-event', subject }),
    );
  });
});
