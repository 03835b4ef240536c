import { describe, expect, it } from '@jest/globals';
import type { PullRequest, PullRequestEvent } from '../../../src/core/approval/evidence.js';
import { findLabelling, isSameLabel } from '../../../src/core/approval/labelling.js';
import {
  anEvent,
  APPROVED_HEAD,
  aPullRequestFact,
  at,
  EARLIER_HEAD,
  LABEL,
  LABELLED,
  LEA,
  RUI,
} from '../../support/evidence.js';

const find = (
  events: readonly PullRequestEvent[],
  pullRequest: Partial<PullRequest> = {},
  allowSelf = false,
) => findLabelling(aPullRequestFact(pullRequest), events, { label: LABEL, head: APPROVED_HEAD, allowSelf });

const removed = anEvent({ kind: 'unlabeled', at: at('11:30:00') });
const event = (kind: PullRequestEvent['kind'], time: string) =>
  anEvent({ kind, label: '', actor: null, at: at(time) });

describe('a label', () => {
  it.each<[title: string, events: readonly PullRequestEvent[], pullRequest?: Partial<PullRequest>]>([
    ['was applied once', [anEvent()]],
    ['is written in another case in the event', [anEvent({ label: 'Boundary-Approved' })]],
    ['is written in another case on the pull request', [anEvent()], { labels: ['BOUNDARY-APPROVED'] }],
    [
      'was removed and applied again',
      [anEvent({ at: at('10:30:00') }), { ...removed, at: at('10:45:00') }, anEvent()],
    ],
    [
      'was applied again as the times say, in whatever order the events come',
      [anEvent(), { ...removed, at: at('10:45:00') }],
    ],
    ['was applied after a forced push', [event('head-moved', '10:30:00'), anEvent()]],
    ['was applied after the base branch was changed', [event('base-changed', '10:59:59'), anEvent()]],
    ['stands beside another one that was removed', [anEvent(), { ...removed, label: 'bug' }]],
    ['is on a pull request whose author is gone', [anEvent()], { author: null }],
  ])('stands where it %s', (_title, events, pullRequest = {}) => {
    expect(find(events, pullRequest)).toEqual({ kind: 'labelled', by: RUI, at: LABELLED });
  });

  it.each<
    [refusal: string, title: string, events: readonly PullRequestEvent[], pullRequest?: Partial<PullRequest>]
  >([
    ['not-labelled', 'is not on the pull request', [], { labels: [] }],
    ['not-labelled', 'was removed', [anEvent(), removed], { labels: [] }],
    ['not-labelled', 'was removed as the events know already', [anEvent(), removed]],
    ['not-labelled', 'was renamed to something else', [anEvent()], { labels: ['something-else'] }],
    ['unknown-labeller', 'had another name when it was applied', [anEvent({ label: 'old-name' })]],
    ['unknown-labeller', 'was applied by an account that is gone', [anEvent({ actor: null })]],
    ['by-bot', 'was applied by a bot or an App', [anEvent({ actor: { ...RUI, isPerson: false } })]],
    [
      'by-bot',
      'was applied by a person first and by a bot last',
      [anEvent(), removed, anEvent({ actor: { ...RUI, isPerson: false }, at: at('12:00:00') })],
    ],
    ['by-author', 'was applied by the author', [anEvent({ actor: { ...LEA, isPerson: true } })]],
    [
      'by-author',
      'was applied by the author under a new login',
      [anEvent({ actor: { id: LEA.id, login: 'new', isPerson: true } })],
    ],
    [
      'by-author',
      'was applied again by the author',
      [anEvent(), removed, anEvent({ actor: { ...LEA, isPerson: true }, at: at('12:00:00') })],
    ],
    ['other-head', 'stands on a pull request that has moved on', [anEvent()], { head: EARLIER_HEAD }],
    ['other-head', 'was applied before a forced push', [anEvent(), event('head-moved', '11:00:01')]],
    [
      'other-head',
      'was applied in the second of a forced push',
      [event('head-moved', '11:00:00'), anEvent()],
    ],
    [
      'other-base',
      'was applied before the base branch was changed',
      [anEvent(), event('base-changed', '12:00:00')],
    ],
  ])('is refused as %s where it %s', (refusal, _title, events, pullRequest = {}) => {
    expect(find(events, pullRequest)).toMatchObject({ kind: 'refused', refusal });
  });

  it('may be applied by the author where the config of the base says so', () => {
    expect(find([anEvent({ actor: { ...LEA, isPerson: true } })], {}, true)).toMatchObject({ by: LEA });
  });

  it('is named with who applied it where it is refused', () => {
    const known = { kind: 'refused', by: 'rui', at: LABELLED, detail: '' };
    expect(find([anEvent({ actor: { ...RUI, isPerson: false } })])).toEqual({ ...known, refusal: 'by-bot' });
    expect(find([anEvent({ actor: null })])).toEqual({ ...known, refusal: 'unknown-labeller', by: null });
    expect(find([])).toEqual({ ...known, refusal: 'unknown-labeller', by: null, at: null });
  });

  it.each([
    ['other-head', 'head-moved'],
    ['other-base', 'base-changed'],
  ] as const)('is refused as %s with the time of that', (refusal, kind) => {
    expect(find([anEvent(), event(kind, '11:30:00')])).toEqual({
      kind: 'refused',
      refusal,
      by: 'rui',
      at: LABELLED,
      detail: at('11:30:00'),
    });
  });
});

describe('isSameLabel', () => {
  it.each([
    ['approved', 'Approved', true],
    ['\u00e9', 'e\u0301', true],
    [' approved', 'approved', true],
    ['approved', 'approved!', false],
    ['ok', 'o k', false],
  ])('holds %j and %j for the same: %j', (left, right, same) => {
    expect(isSameLabel(left, right)).toBe(same);
  });
});
