import { beforeAll, describe, expect, it } from '@jest/globals';
import { NODE_BINARIES, runActionBundle } from '../support/action-runner.js';
import {
  preparePublishingServer,
  READ_ONLY,
  SOMEBODY,
  startPublishingServer,
  type PublishingScene,
  type PublishingServer,
} from '../support/publishing-server.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { serve, SERVED_NAME } from '../support/served-repository.js';
import { aPayload } from '../support/webhooks.js';

const [NODE = process.execPath] = NODE_BINARIES.map(([, nodePath]) => nodePath).slice(-1);

interface Step {
  readonly eventName?: string;
  readonly event?: unknown;
  /** What the base branch is served as. */
  readonly main?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The built action, without a checkout step, on the head of the pull request. */
async function runOn(
  { repository, base }: PullRequest,
  { github }: Pick<PublishingServer, 'github'>,
  { inputs = {}, variables = {}, eventName = 'pull_request', main = 'main', event: given }: Step = {},
) {
  const { server } = await serve(repository, { main, head: 'topic' });
  const head = repository.sha('topic');
  const event =
    given ??
    aPayload(
      'pull_request',
      {
        'pull_request.number': 1,
        'pull_request.base.ref': 'main',
        'pull_request.base.sha': base,
        'pull_request.head.sha': head,
        'pull_request.commits': Number(repository.git('rev-list', '--count', 'main..topic')),
      },
      ({ action }) => action === 'synchronize',
    );
  const result = await runActionBundle({
    nodePath: NODE,
    workspace: temporaryDirectory(),
    event,
    eventName,
    inputs: { token: 'ghs_secret', comment: 'true', 'check-run': 'true', ...inputs },
    variables: {
      GITHUB_REPOSITORY: SERVED_NAME,
      GITHUB_SERVER_URL: server.url,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
      ...variables,
    },
  });
  expect(result.stdout + result.stderr + result.summary).not.toContain('ghs_secret');
  return { ...result, head };
}

function aForbiddenPullRequest(files: Readonly<Record<string, string>> = {}): PullRequest {
  const pullRequest = aPullRequest({ ...DEFINITIONS, ...files });
  commitAs(pullRequest, ['backend-django'], { 'tests/test_views.py': 'x\n' });
  return pullRequest;
}

const firstLine = (body: string | undefined): string | undefined => body?.split('\n')[1];
const notices = (commands: readonly { readonly name: string; readonly message: string }[]) =>
  commands.filter(({ name }) => name === 'notice').map(({ message }) => message);

beforeAll(preparePublishingServer, 300_000);

describe('the built action with a comment and a check run', () => {
  it('comments what is wrong, then turns it green, and touches nobody else’s comment', async () => {
    const theirs = { id: 3, body: 'LGTM', user: SOMEBODY };
    const server = await startPublishingServer({ comments: [theirs] });
    const pullRequest = aForbiddenPullRequest();

    const red = await runOn(pullRequest, server);
    expect(red).toMatchObject({ exitCode: 1, stderr: '', outputs: { conclusion: 'failure' } });
    expect(notices(red.commands)).toEqual([]);
    expect(server.comments.map(({ id }) => id)).toEqual([3, 1001]);
    expect(firstLine(server.comments[1]?.body)).toBe('### ❌ Failed: 1 error (1 forbidden-path)');
    expect(server.checkRuns).toMatchObject([
      {
        head_sha: red.head,
        status: 'completed',
        conclusion: 'failure',
        annotations: [{ path: 'tests/test_views.py', start_line: 1, annotation_level: 'failure' }],
      },
    ]);

    commitAs(pullRequest, ['backend-django'], { 'tests/test_views.py': null });
    const green = await runOn(pullRequest, server, { variables: { GITHUB_RUN_ID: '2' } });
    expect(green).toMatchObject({ exitCode: 0, stderr: '', outputs: { conclusion: 'success' } });
    expect(server.comments[0]).toEqual(theirs);
    expect(server.comments).toHaveLength(2);
    expect(firstLine(server.comments[1]?.body)).toMatch(/^### ✅ Passed/);
    expect(server.checkRuns[1]).toMatchObject({
      head_sha: green.head,
      conclusion: 'success',
      annotations: [],
    });
  });

  it('keeps its verdict, and says what is missing, with a token that may only read', async () => {
    const fault: PublishingScene['fault'] = ({ method, kind }) =>
      method === 'GET' || kind === 'graphql' ? null : READ_ONLY;
    const server = await startPublishingServer({ fault });
    const result = await runOn(aForbiddenPullRequest(), server);

    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure', violations: '1' } });
    expect(result.summary).toContain('forbidden-path');
    expect(result.stdout.indexOf('No comment')).toBeGreaterThan(result.stdout.indexOf('::error'));
    expect(notices(result.commands)).toEqual([
      expect.stringMatching(/comment.*Resource not accessible by integration.*`pull-requests: write`/),
      expect.stringMatching(/check run.*Resource not accessible by integration.*`checks: write`/),
    ]);
  });

  it('passes with such a token where nothing is wrong', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'x\n' });
    const server = await startPublishingServer({ fault: () => READ_ONLY });
    const result = await runOn(pullRequest, server);
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success' } });
    expect(notices(result.commands)).toHaveLength(2);
  });

  it('leaves no verdict standing where it could not check, and fails the check run', async () => {
    const server = await startPublishingServer();
    const pullRequest = aForbiddenPullRequest();
    await runOn(pullRequest, server, { inputs: { 'check-run': 'false' } });
    const result = await runOn(pullRequest, server, {
      inputs: { floor: 'mode: [' },
      variables: { GITHUB_RUN_ID: '2' },
    });

    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'unknown' } });
    expect(server.comments.map(({ body }) => firstLine(body))).toEqual([
      '### ❌ Could not check (invalid-floor)',
    ]);
    expect(server.checkRuns).toMatchObject([
      {
        name: 'Agent Ownership: findings',
        head_sha: result.head,
        conclusion: 'failure',
        output: { title: 'Could not check (invalid-floor)' },
        annotations: [],
      },
    ]);
  });

  it('concludes as the policy does that only reports', async () => {
    const pullRequest = aForbiddenPullRequest({ '.github/agent-ownership.yml': 'mode: report-only\n' });
    const server = await startPublishingServer();
    const result = await runOn(pullRequest, server);
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success' } });
    expect(server.checkRuns).toMatchObject([
      { conclusion: 'success', annotations: [{ annotation_level: 'failure' }] },
    ]);
    expect(firstLine(server.comments[0]?.body)).toMatch(/^### ⚠️ Report only: 1 error would fail/);
  });

  it('asks GitHub nothing where neither is asked for, and takes no other word for a boolean', async () => {
    const server = await startPublishingServer();
    const off = await runOn(aForbiddenPullRequest(), server, {
      inputs: { comment: '', 'check-run': 'false' },
    });
    const wrong = await runOn(aForbiddenPullRequest(), server, { inputs: { comment: 'yes' } });
    expect(off.outputs['conclusion']).toBe('failure');
    expect(wrong).toMatchObject({ exitCode: 1, outputs: { conclusion: 'unknown' } });
    expect(wrong.summary).toContain('invalid-input');
    expect(server.github.exchanges).toEqual([]);
  });

  it('says that a push has no pull request to comment on, and gives its commit a check run', async () => {
    const pullRequest = aForbiddenPullRequest();
    const after = pullRequest.repository.sha('topic');
    const server = await startPublishingServer();
    const event = aPayload('push', {
      ref: 'refs/heads/main',
      before: pullRequest.base,
      after,
      'repository.default_branch': 'main',
    });
    const result = await runOn(pullRequest, server, { eventName: 'push', event, main: 'topic' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
    expect(result.stdout).toContain('No comment is written: this event has no pull request.');
    expect(server.writes()).toEqual(['POST /check-runs']);
    expect(server.checkRuns).toMatchObject([{ head_sha: after, conclusion: 'failure' }]);
  });
});
