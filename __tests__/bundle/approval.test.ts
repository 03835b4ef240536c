import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runActionBundle } from '../support/action-runner.js';
import { anIssueEvent, startApprovalServer, type ApprovalScene } from '../support/approval-server.js';
import { LABEL } from '../support/evidence.js';
import { aPullRequest, commitAs } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { serve, SERVED_NAME } from '../support/served-repository.js';
import { aPayload } from '../support/webhooks.js';

/** The built action, without a checkout step, on a pull request with one forbidden change and the input given. */
async function run(overrides: Partial<ApprovalScene>, label = LABEL) {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], { 'tests/test_views.py': 'x\n' });
  const { repository, base } = pullRequest;
  const head = repository.sha('topic');
  const { server } = await serve(repository, { main: 'main', head: 'topic' });
  const github = await startApprovalServer(() => ({ head, ...overrides }));
  const event = aPayload(
    'pull_request',
    {
      'pull_request.number': 1,
      'pull_request.base.ref': 'main',
      'pull_request.base.sha': base,
      'pull_request.head.sha': head,
      'pull_request.commits': 1,
    },
    ({ action }) => action === 'synchronize',
  );
  const result = await runActionBundle({
    workspace: temporaryDirectory(),
    event,
    inputs: { token: 'ghs_x', 'approval-label': label },
    variables: {
      GITHUB_REPOSITORY: SERVED_NAME,
      GITHUB_SERVER_URL: server.url,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
    },
  });
  const report = JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as Record<string, unknown>;
  return { result, report, asked: github.exchanges.length };
}

describe('the built action with an approval label', () => {
  it('passes what a person approved, and names the person', async () => {
    const { result, report } = await run({});
    expect({ ...result.outputs, exitCode: result.exitCode, stderr: result.stderr }).toMatchObject({
      exitCode: 0,
      stderr: '',
      conclusion: 'success',
      violations: '0',
    });
    expect(report).toMatchObject({
      violations: [{ code: 'forbidden-path', waivedBy: { kind: 'approval', by: 'rui', reason: LABEL } }],
      approval: { label: LABEL, outcomes: [{ pullRequest: 1, state: 'granted', by: 'rui' }] },
    });
    expect(result.summary).toContain('rui');
  });

  it('fails with the reason where the label does not count', async () => {
    const { result, report } = await run({
      events: [anIssueEvent('labeled', { by: { id: 5, login: 'renovate[bot]' }, type: 'Bot' })],
    });
    expect({ ...result.outputs, exitCode: result.exitCode }).toMatchObject({
      exitCode: 1,
      conclusion: 'failure',
      violations: '1',
    });
    expect(report).toMatchObject({ approval: { outcomes: [{ state: 'refused', refusal: 'by-bot' }] } });
    expect(result.summary).toContain('does not count');
  });

  it('asks GitHub nothing where the input is empty', async () => {
    const { report, asked } = await run({}, '');
    expect(report).toMatchObject({ conclusion: 'failure', approval: null });
    expect(asked).toBe(0);
  });
});
