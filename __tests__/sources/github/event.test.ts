import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperationalError } from '../../../src/operational-error.js';
import { parseEvent } from '../../../src/sources/github/event.js';
import { numberInRef } from '../../../src/sources/github/merge-group-event.js';
import type { RangeInputs } from '../../../src/sources/github/target.js';
import { schemaErrorsOf, type Payload } from '../../support/webhooks.js';
import {
  SHA,
  OTHER_SHA,
  NO_SHA,
  parse,
  unsupported,
  unreadable,
  aMergeGroup,
  aPush,
  aDispatch,
} from './payloads.js';

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
    const pushed = String(payload['ref']).replace('refs/heads/', '');
    expect(parse('push', payload)).toEqual({ ...range, pushed, ...expected });
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
