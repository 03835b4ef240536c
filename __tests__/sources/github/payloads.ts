import { parseEvent } from '../../../src/sources/github/event.js';
import type { RangeInputs, Target } from '../../../src/sources/github/target.js';
import { expect } from '@jest/globals';
import { aPayload, type Payload } from '../../support/webhooks.js';
export const SHA = '0123456789'.repeat(4);
export const OTHER_SHA = 'abcdef01'.repeat(5);
export const NO_SHA = '0'.repeat(40);

export const parse = (event: string, payload: unknown, inputs: Partial<RangeInputs> = {}): Target =>
  parseEvent(event, payload, { sha: OTHER_SHA }, { base: '', head: '', ...inputs });

export const unsupported = (subject: string) =>
  expect.objectContaining({ code: 'unsupported-event', subject });
export const unreadable = (subject: string) => expect.objectContaining({ code: 'unreadable-event', subject });

export const PULL_REQUEST = {
  number: 7,
  'pull_request.number': 7,
  'pull_request.base.ref': 'main',
  'pull_request.base.sha': SHA,
  'pull_request.head.sha': OTHER_SHA,
  'pull_request.commits': 3,
};

export const aPullRequest = (changes: Payload = {}): Payload =>
  aPayload('pull_request', { ...PULL_REQUEST, ...changes }, ({ action }) => action === 'synchronize');

export const aMergeGroup = (changes: Payload = {}): Payload =>
  aPayload('merge_group', {
    'merge_group.base_ref': 'refs/heads/main',
    'merge_group.base_sha': SHA,
    'merge_group.head_ref': `refs/heads/gh-readonly-queue/main/pr-7-${SHA}`,
    'merge_group.head_sha': OTHER_SHA,
    ...changes,
  });

export const aPush = (changes: Payload = {}): Payload =>
  aPayload('push', {
    ref: 'refs/heads/main',
    before: SHA,
    after: OTHER_SHA,
    'repository.default_branch': 'main',
    ...changes,
  });

export const aDispatch = (): Payload =>
  aPayload('workflow_dispatch', { 'repository.default_branch': 'main' });
