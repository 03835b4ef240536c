import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { runActionBundle } from '../support/action-runner.js';
import { aBranch, aComparison } from '../support/github-answers.js';
import { startGitHub } from '../support/github-server.js';
import { aQueue } from '../support/merge-group.js';
import { answerGraphql, type QueueNode } from '../support/merge-queue.js';
import { aPullRequest, commitAs, type PullRequest } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { git, serve, SERVED_NAME, type Served } from '../support/served-repository.js';
import { aPayload, schemaErrorsOf, type Payload } from '../support/webhooks.js';

const TOKEN = 'ghs_secretOfThisJob';
const NO_SHA = '0'.repeat(40);
const FORBIDDEN = { 'tests/test_views.py': 'x\n' };

interface Scene extends PullRequest {
  readonly served: Served;
}

/** One finding on the branch `topic`, which is pull request 1. */
async function aScene(): Promise<Scene> {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], FORBIDDEN);
  const refs = { 'refs/heads/topic': 'topic' };
  const served = await serve(pullRequest.repository, { main: 'main', head: 'topic', refs, token: TOKEN });
  return { ...pullRequest, served };
}

interface Step {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Without a checkout step, as the runner starts it. */
function run(
  { served }: Pick<Scene, 'served'>,
  eventName: string,
  event: Payload,
  { inputs, variables }: Step = {},
): Promise<StepResult> {
  expect(schemaErrorsOf(eventName, event)).toEqual([]);
  return runActionBundle({
    workspace: temporaryDirectory(),
    eventName,
    event,
    inputs: { token: TOKEN, ...inputs },
    variables: {
      GITHUB_REPOSITORY: SERVED_NAME,
      GITHUB_SERVER_URL: served.server.url,
      AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
      ...variables,
    },
  });
}

const verdict = ({ exitCode, stderr, outputs, annotations }: StepResult) => ({
  exitCode,
  stderr,
  conclusion: outputs['conclusion'],
  violations: outputs['violations'],
  code: /^Could not check \(([\w-]+)\)/.exec(annotations.at(-1)?.message ?? '')?.[1] ?? null,
});

const FAILED = { exitCode: 1, stderr: '', conclusion: 'failure', violations: '1', code: null };
const PASSED = { exitCode: 0, stderr: '', conclusion: 'success', violations: '0', code: null };
const unchecked = (code: string) => ({
  exitCode: 1,
  stderr: '',
  conclusion: 'unknown',
  violations: undefined,
  code,
});

const rangeOf = ({ outputs }: StepResult): unknown =>
  (JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as { range: unknown }).range;

describe.each(['pull_request', 'pull_request_target'])('the built action on %s', (eventName) => {
  const payload = ({ repository, base }: PullRequest, action = 'synchronize'): Payload =>
    aPayload(
      'pull_request',
      {
        'pull_request.number': 1,
        'pull_request.base.ref': 'main',
        'pull_request.base.sha': base,
        'pull_request.head.sha': repository.sha('topic'),
        'pull_request.commits': 1,
      },
      (example) => example['action'] === action,
    );

  const runOn = (scene: Scene, event: Payload) => {
    expect(schemaErrorsOf('pull_request', event)).toEqual([]);
    return runActionBundle({
      workspace: temporaryDirectory(),
      eventName,
      event,
      inputs: { token: TOKEN },
      variables: {
        GITHUB_REPOSITORY: SERVED_NAME,
        GITHUB_SERVER_URL: scene.served.server.url,
        AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
      },
    });
  };

  it('judges the pull request', async () => {
    const scene = await aScene();
    const result = await runOn(scene, payload(scene));
    expect(verdict(result)).toEqual(FAILED);
    expect(rangeOf(result)).toEqual({ base: scene.base, head: scene.repository.sha('topic') });
    expect(result.summary).toContain(scene.base.slice(0, 7));
  });

  it('fails where its head has moved, and where it is closed', async () => {
    const scene = await aScene();
    expect(verdict(await runOn(scene, payload(scene, 'closed')))).toEqual(unchecked('unsupported-event'));
    git('--git-dir', scene.served.directory, 'update-ref', 'refs/pull/1/head', scene.base);
    expect(verdict(await runOn(scene, payload(scene)))).toEqual(unchecked('superseded'));
  });
});

describe('the built action on push', () => {
  const push = ({ repository, base }: PullRequest, changes: Payload): Payload =>
    aPayload('push', {
      ref: 'refs/heads/topic',
      before: base,
      after: repository.sha('topic'),
      'repository.default_branch': 'main',
      ...changes,
    });

  it.each<[string, Payload, ReturnType<typeof verdict>]>([
    ['judges what comes to the default branch', { ref: 'refs/heads/main' }, FAILED],
    ['judges another branch whole', { before: NO_SHA, created: true }, FAILED],
    ['has nothing to judge where a branch is deleted', { after: NO_SHA, deleted: true }, PASSED],
    ['fails for a tag', { ref: 'refs/tags/v1' }, unchecked('unsupported-event')],
  ])('%s', async (_, changes, expected) => {
    const scene = await aScene();
    expect(verdict(await run(scene, 'push', push(scene, changes)))).toEqual(expected);
  });
});

describe('the built action by hand and by the clock', () => {
  const dispatch = aPayload('workflow_dispatch', { 'repository.default_branch': 'main' });

  it('judges a branch against a branch, and the commit of the run without the input head', async () => {
    const scene = await aScene();
    const sha = scene.repository.sha('topic');
    const both = await run(scene, 'workflow_dispatch', dispatch, { inputs: { base: 'main', head: 'topic' } });
    const one = await run(scene, 'workflow_dispatch', dispatch, {
      inputs: { base: 'main', head: '' },
      variables: { GITHUB_SHA: sha },
    });
    for (const result of [both, one]) {
      expect(verdict(result)).toEqual(FAILED);
      expect(rangeOf(result)).toEqual({ base: scene.base, head: sha });
    }
  });

  it('judges against a commit that GitHub knows on a branch, and against no other', async () => {
    const scene = await aScene();
    for (const [tip, expected] of [
      [scene.base, FAILED],
      ['1'.repeat(40), unchecked('foreign-base')],
    ] as const) {
      const { url, exchanges } = await startGitHub(({ path }) => ({
        status: 200,
        body: path.includes('/compare/') ? aComparison('diverged') : [aBranch('main', tip)],
      }));
      const result = await run(scene, 'workflow_dispatch', dispatch, {
        inputs: { base: scene.base, head: 'topic' },
        variables: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` },
      });
      expect(verdict(result)).toEqual(expected);
      expect(exchanges[0]?.headers.authorization).toBe(`token ${TOKEN}`);
    }
  });

  it('fails where nothing says what to compare with', async () => {
    const scene = await aScene();
    const result = await runActionBundle({
      workspace: temporaryDirectory(),
      eventName: 'schedule',
      event: { schedule: '0 3 * * 1' },
      inputs: { token: TOKEN, base: '', head: '' },
      variables: { GITHUB_REPOSITORY: SERVED_NAME, GITHUB_SHA: scene.base },
    });
    expect(verdict(result)).toEqual(unchecked('missing-input'));
  });
});

describe('the built action on merge_group', () => {
  async function aGroup() {
    const queue = aQueue();
    const { repository, base } = queue;
    const good = queue.begin(7);
    queue.commit(['backend-django'], { 'apps/blog/views.py': 'x\n' });
    const bad = queue.begin(8);
    queue.commit(['backend-django'], FORBIDDEN);
    const entries = [queue.enqueue(good, 'squash'), queue.enqueue(bad, 'squash')];
    const headRef = `refs/heads/gh-readonly-queue/main/pr-8-${base}`;
    const refs = {
      [headRef]: 'group',
      'refs/pull/7/head': 'pr-7',
      'refs/pull/8/head': 'pr-8',
    };
    const served = await serve(repository, { main: 'main', head: 'main', refs, token: TOKEN });
    const nodes = entries.map(({ number, position, headSha, groupCommit }): QueueNode => ({
      position,
      headCommit: { oid: groupCommit },
      pullRequest: { number, headRefOid: headSha, baseRefName: 'main' },
    }));
    const event = aPayload('merge_group', {
      action: 'checks_requested',
      'merge_group.base_ref': 'refs/heads/main',
      'merge_group.base_sha': base,
      'merge_group.head_ref': headRef,
      'merge_group.head_sha': repository.sha('group'),
    });
    return { served, nodes, event };
  }

  it('judges the own commits of each pull request, and names them', async () => {
    const { served, nodes, event } = await aGroup();
    const { url } = await startGitHub(({ body }) => answerGraphql(body, nodes));
    const variables = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
    const result = await run({ served }, 'merge_group', event, { variables });
    expect(verdict(result)).toEqual(FAILED);
    expect(result.summary).toContain(
      `[#7](${served.server.url}/${SERVED_NAME}/pull/7), [#8](${served.server.url}/${SERVED_NAME}/pull/8).`,
    );
  });

  it('fails where a pull request of it is not named, where GitHub refuses, and without a token', async () => {
    const { served, nodes, event } = await aGroup();
    const api = await startGitHub(({ body }) => answerGraphql(body, nodes.slice(1)));
    const variables = { GITHUB_API_URL: api.url, GITHUB_GRAPHQL_URL: `${api.url}/graphql` };
    expect(verdict(await run({ served }, 'merge_group', event, { variables }))).toEqual(
      unchecked('unaccounted-commit'),
    );
    const closed = await startGitHub(() => ({ status: 403, body: { message: 'Resource not accessible' } }));
    expect(
      verdict(await run({ served }, 'merge_group', event, { variables: { GITHUB_API_URL: closed.url } })),
    ).toEqual(unchecked('api-denied'));
    expect(verdict(await run({ served }, 'merge_group', event, { inputs: { token: '' } }))).toEqual(
      unchecked('api-denied'),
    );
  });
});
