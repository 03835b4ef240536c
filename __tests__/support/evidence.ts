import type { Account, PullRequest, PullRequestEvent, Push } from '../../src/core/approval/evidence.js';
import { commitSha } from '../../src/core/vocabulary.js';

/** Builders for what GitHub says about an approval: `lea` opened the pull request, `rui` approves it. */
export const LABEL = 'boundary-approved';
export const LEA: Account = { id: 11, login: 'lea' };
export const RUI: Account = { id: 22, login: 'rui' };
export const APPROVED_HEAD = commitSha('a9'.repeat(20));
export const EARLIER_HEAD = commitSha('e4'.repeat(20));

/** A time on the day of the tests; in the story the push is at 10:00 and the label at 11:00. */
export const at = (time: string): string => `2026-11-22T${time}Z`;
export const PUSHED = at('10:00:00');
export const LABELLED = at('11:00:00');

export const anEvent = (overrides: Partial<PullRequestEvent> = {}): PullRequestEvent => ({
  kind: 'labeled',
  label: LABEL,
  actor: { ...RUI, isPerson: true },
  at: LABELLED,
  ...overrides,
});

export const aPullRequestFact = (overrides: Partial<PullRequest> = {}): PullRequest => ({
  author: LEA,
  head: APPROVED_HEAD,
  labels: ['bug', LABEL],
  source: { repository: 'octo-org/octo-repo', branch: 'topic' },
  ...overrides,
});

export const aPush = (overrides: Partial<Push> = {}): Push => ({
  by: LEA,
  after: APPROVED_HEAD,
  at: PUSHED,
  ...overrides,
});
