import { describe, expect, it } from '@jest/globals';
import { createApprove } from '../../src/check/approve.js';
import type { Labelling } from '../../src/core/approval/evidence.js';
import type { Report } from '../../src/core/report.js';
import { createApi } from '../../src/sources/github/api.js';
import {
  anActivityItem,
  anIssueEvent,
  startApprovalServer,
  type ApprovalScene,
  type Asked,
} from '../support/approval-server.js';
import { APPROVED_HEAD, at, EARLIER_HEAD, LABEL, LABELLED, LEA, RUI } from '../support/evidence.js';
import { hasOpenapi } from '../support/openapi.js';
import { schemaErrorsOfQuery } from '../support/merge-queue.js';
import { commitPeopleQuery } from '../../src/sources/github/commit-people.js';
import { aReport, aViolation, COMMIT } from '../support/report-builders.js';
import type { Answer } from '../support/github-server.js';

const scene = (overrides: Partial<ApprovalScene> = {}): ApprovalScene => ({
  head: APPROVED_HEAD,
  ...overrides,
});

interface Options {
  readonly report?: Report;
  readonly labelling?: Labelling | null;
  readonly allowSelf?: boolean;
}

async function approve(
  sceneAt: (requests: number) => ApprovalScene,
  { report = aReport(), labelling = null, allowSelf = false }: Options = {},
) {
  const { octokit, exchanges } = await startApprovalServer(sceneAt);
  const api = createApi({
    octokit,
    repository: 'octo-org/octo-repo',
    sleep: () => Promise.resolve(),
    timeout: 2000,
  });
  const run = createApprove({ label: LABEL, allowSelf, api });
  const approved = await run(report, { number: 1, head: APPROVED_HEAD, labelling });
  return { report: approved, outcome: approved.approval?.outcomes[0], exchanges };
}

const byBot = { by: { id: 5, login: 'renovate[bot]' }, type: 'Bot' };

describe('an approval', () => {
  it('counts where all of it is proved, and says whose it is', async () => {
    const { report, outcome } = await approve(() => scene());
    expect(report).toMatchObject({
      conclusion: 'success',
      violations: [{ waivedBy: { kind: 'approval', reason: LABEL, by: 'rui', until: null } }],
    });
    expect(outcome).toMatchObject({ state: 'granted', by: 'rui', at: LABELLED, head: APPROVED_HEAD });
  });

  it('is not asked for where nothing stands', async () => {
    const { outcome, exchanges } = await approve(() => scene(), { report: aReport({ violations: [] }) });
    expect(outcome).toMatchObject({ state: 'not-needed' });
    expect(exchanges).toEqual([]);
  });

  it.each<[refusal: string, title: string, overrides: Partial<ApprovalScene>]>([
    ['not-labelled', 'nobody applied it', { labels: [], events: [] }],
    ['by-bot', 'a bot applied it', { events: [anIssueEvent('labeled', byBot)] }],
    ['no-write-access', 'a reader applied it', { permission: 'read' }],
    ['by-author', 'the author applied it', { author: RUI }],
    ['by-author', 'an author of the commit applied it', { authors: { [COMMIT]: [LEA, RUI] } }],
    [
      'unknown-author',
      'it may be the work of who applied it',
      { authors: { [COMMIT]: [null] }, pushes: [anActivityItem(APPROVED_HEAD, { by: RUI })] },
    ],
    ['other-head', 'the pull request has moved on', { head: EARLIER_HEAD }],
    [
      'other-head',
      'something was pushed after it',
      { pushes: [anActivityItem(APPROVED_HEAD, { at: at('11:00:01') })] },
    ],
    [
      'other-head',
      'the branch was pushed by force after it',
      { events: [anIssueEvent('labeled'), anIssueEvent('head_ref_force_pushed', { at: at('11:30:00') })] },
    ],
    [
      'other-base',
      'the base branch was changed after it',
      { events: [anIssueEvent('labeled'), anIssueEvent('base_ref_changed', { at: at('11:30:00') })] },
    ],
    ['unproved-head', 'the log is behind', { pushes: [anActivityItem(EARLIER_HEAD)] }],
    ['unknown-labeller', 'it was renamed', { events: [anIssueEvent('labeled', { label: 'old' })] }],
  ])('is refused as %s where %s', async (refusal, _title, overrides) => {
    const { report, outcome } = await approve(() => scene(overrides));
    expect(report).toMatchObject({ conclusion: 'failure', violations: [{ waivedBy: null }] });
    expect(outcome).toMatchObject({ state: 'refused', refusal });
  });

  it('counts for agents without an account where somebody else pushed', async () => {
    const { outcome } = await approve(() => scene({ authors: { [COMMIT]: [null] } }));
    expect(outcome).toMatchObject({ state: 'granted' });
  });

  it('may be the author’s own where the config of the base says so', async () => {
    const { outcome } = await approve(() => scene({ author: RUI, authors: { [COMMIT]: [RUI] } }), {
      allowSelf: true,
    });
    expect(outcome).toMatchObject({ state: 'granted' });
  });

  it('is asked for in a pull request, with a token, only', async () => {
    const run = createApprove({ label: LABEL, allowSelf: false, api: null });
    const head = { number: 1, head: APPROVED_HEAD, labelling: null };
    await expect(run(aReport(), head)).resolves.toMatchObject({
      approval: { outcomes: [{ refusal: 'no-token' }] },
    });
    await expect(run(aReport(), null)).resolves.toMatchObject({
      approval: { outcomes: [{ refusal: 'no-pull-request' }] },
    });
    const off = createApprove({ label: null, allowSelf: false, api: null });
    await expect(off(aReport(), head)).resolves.toEqual(aReport());
  });

  it('asks about many commits in batches', async () => {
    const violations = Array.from({ length: 60 }, (_, index) =>
      aViolation({ commit: `${index + 10}`.repeat(20) as typeof COMMIT }),
    );
    const { outcome, exchanges } = await approve(() => scene(), { report: aReport({ violations }) });
    expect(outcome).toMatchObject({ state: 'granted' });
    expect(exchanges.filter(({ path }) => path === '/graphql')).toHaveLength(2);
  });
});

describe('an approval that changes while it is asked for', () => {
  /** The first round asks five questions; what comes after is the second look. */
  const later = (overrides: Partial<ApprovalScene>) => (requests: number) =>
    requests <= 5 ? scene() : scene(overrides);

  it.each<[refusal: string, title: string, overrides: Partial<ApprovalScene>]>([
    ['not-labelled', 'is removed', { labels: [] }],
    ['other-head', 'is followed by a push', { head: EARLIER_HEAD }],
    [
      'unproved-head',
      'is applied anew by somebody else',
      {
        events: [
          anIssueEvent('labeled'),
          anIssueEvent('unlabeled', { at: at('11:10:00') }),
          anIssueEvent('labeled', { by: { id: 33, login: 'ann' }, at: at('11:11:00') }),
        ],
      },
    ],
    ['no-answer', 'can no longer be asked for', { faults: { pull: { status: 404, body: {} } } }],
  ])('is refused as %s where it %s', async (refusal, _title, overrides) => {
    const { outcome } = await approve(later(overrides));
    expect(outcome).toMatchObject({ state: 'refused', refusal });
  });
});

const QUESTIONS: readonly Asked[] = ['pull', 'events', 'permission', 'activity', 'graphql'];
const FAULTS: readonly (readonly [string, Answer])[] = [
  ...[401, 403, 404, 429, 500, 502, 503].map(
    (status) => [`HTTP ${status}`, { status, body: { message: 'No' } }] as const,
  ),
  ['an empty object', { status: 200, body: {} }],
  ['a list of nothing that is known', { status: 200, body: [{}] }],
  ['null', { status: 200, body: null }],
  ['garbage', 'garbage'],
  ['a cut-off body', 'cut off'],
  ['a refused connection', 'refused'],
];

describe.each(QUESTIONS)('where the question for %s goes wrong', (question) => {
  it.each(FAULTS)('nothing is lifted, and the check goes on: %s', async (_title, answer) => {
    const { report, outcome } = await approve(() => scene({ faults: { [question]: answer } }));
    expect(report).toMatchObject({ conclusion: 'failure', violations: [{ waivedBy: null }] });
    expect(outcome?.state).toBe('refused');
    expect(['no-answer', 'unproved-head', 'not-labelled']).toContain(outcome?.refusal);
  });
});

describe('the words of a fault', () => {
  it.each<[Asked, Answer, string]>([
    ['events', { status: 403, body: {} }, 'HTTP 403 (pull-requests: read)'],
    ['permission', { status: 403, body: {} }, 'HTTP 403 (metadata: read)'],
    ['pull', { status: 502, body: {} }, 'HTTP 502'],
    ['graphql', 'garbage', 'GraphQL: no JSON'],
  ])('name status and permission: %s', async (question, answer, detail) => {
    const { outcome } = await approve(() => scene({ faults: { [question]: answer } }));
    expect(outcome).toMatchObject({ refusal: 'no-answer', detail });
  });
});

describe('a fork whose log cannot be read', () => {
  const denied = scene({ faults: { activity: { status: 403, body: {} } } });
  const labelling: Labelling = { label: LABEL, actorId: RUI.id, head: APPROVED_HEAD, at: LABELLED };

  it('is approved by the run that the label starts', async () => {
    await expect(approve(() => denied, { labelling })).resolves.toMatchObject({
      outcome: { state: 'granted' },
    });
  });

  it('is not approved by another run', async () => {
    await expect(approve(() => denied)).resolves.toMatchObject({ outcome: { refusal: 'unproved-head' } });
  });
});

describe('the questions', () => {
  it('meet GitHub’s published schema', () => {
    expect(schemaErrorsOfQuery(commitPeopleQuery(2))).toEqual([]);
  });

  (hasOpenapi ? it : it.skip)('meet GitHub’s OpenAPI description (AGENT_OWNERSHIP_OPENAPI)', async () => {
    const { exchanges } = await approve(() => scene());
    expect(exchanges.map(({ path }) => path.split('?')[0]).toSorted()).toEqual(
      [
        '/graphql',
        '/repos/octo-org/octo-repo/activity',
        '/repos/octo-org/octo-repo/collaborators/rui/permission',
        ...Array.from({ length: 2 }, () => '/repos/octo-org/octo-repo/issues/1/events'),
        ...Array.from({ length: 2 }, () => '/repos/octo-org/octo-repo/pulls/1'),
      ].toSorted(),
    );
  });
});
