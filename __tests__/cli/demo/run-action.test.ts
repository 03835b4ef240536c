import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pullRequestVariables } from '../../../src/cli/demo/run-action.js';
import { runActionBundle } from '../../support/action-runner.js';
import { aPullRequestEvent } from '../../support/pull-request-event.js';

const ACTION = `
import { appendFileSync, readFileSync } from 'node:fs';
console.log('::error file=a.py,line=2::from stdout');
console.error('##[warning]from stderr');
appendFileSync(process.env.GITHUB_OUTPUT, 'event<<end\\n' + readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8') + '\\nend\\n');
appendFileSync(process.env.GITHUB_OUTPUT, 'environment=' + JSON.stringify(process.env) + '\\n');
appendFileSync(process.env.GITHUB_OUTPUT, 'folder=' + process.cwd() + '\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Summary\\n');
process.exitCode = 3;
`;

describe('runAction', () => {
  let workspace: string;

  beforeAll(async () => {
    workspace = await mkdtemp(path.join(tmpdir(), 'run-action-'));
    await writeFile(path.join(workspace, 'action.mjs'), ACTION);
    await writeFile(path.join(workspace, 'endless.mjs'), 'process.kill(process.pid, "SIGKILL");');
  });

  afterAll(async () => {
    await rm(workspace, { recursive: true, force: true });
  });

  const step = (overrides = {}) => ({
    workspace,
    actionPath: path.join(workspace, 'action.mjs'),
    event: { number: 1 },
    ...overrides,
  });

  it('answers with all that a step leaves behind', async () => {
    const result = await runActionBundle(step());
    expect(result).toMatchObject({
      exitCode: 3,
      annotations: [
        { level: 'error', message: 'from stdout', path: 'a.py', startLine: 2 },
        { level: 'warning', message: 'from stderr' },
      ],
      outputs: { event: '{"number":1}', folder: workspace },
      summary: '# Summary\n',
    });
  });

  it('lets nothing of its own environment through but PATH', async () => {
    const environment = { PATH: process.env['PATH'], SECRET: 'x', GIT_DIR: '/x', NODE_OPTIONS: '--bad' };
    const { outputs } = await runActionBundle(step({ environment, variables: { EXTRA: 'y' } }));
    const seen = JSON.parse(outputs['environment'] ?? '') as Record<string, string>;
    expect(seen).toMatchObject({
      PATH: process.env['PATH'],
      EXTRA: 'y',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: workspace,
    });
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['SECRET']));
    expect(
      Object.keys(seen).filter((name) => !/^(GITHUB_|RUNNER_|PATH$|HOME$|CI$|LANG$|EXTRA$)/.test(name)),
    ).toEqual([]);
  });

  it('names the variables of inputs as the runner does', async () => {
    const { outputs } = await runActionBundle(step({ inputs: { 'approval-label': 'ok', 'two words': 'x' } }));
    expect(JSON.parse(outputs['environment'] ?? '')).toMatchObject({
      'INPUT_APPROVAL-LABEL': 'ok',
      INPUT_TWO_WORDS: 'x',
    });
  });

  it('writes an event that is a string as it is', async () => {
    expect((await runActionBundle(step({ event: '{broken' }))).outputs['event']).toBe('{broken');
  });

  it('leaves the variables in a file', async () => {
    const { outputs } = await runActionBundle(step());
    const { GITHUB_OUTPUT = '' } = JSON.parse(outputs['environment'] ?? '') as Record<string, string>;
    const file = await readFile(path.join(path.dirname(GITHUB_OUTPUT), 'step.env'), 'utf8');
    expect(file).toContain(`GITHUB_WORKSPACE='${workspace}'\n`);
  });

  it('throws where the action is killed', async () => {
    await expect(runActionBundle(step({ actionPath: path.join(workspace, 'endless.mjs') }))).rejects.toThrow(
      'SIGKILL',
    );
  });
});

describe('pullRequestVariables', () => {
  it('says of a fork where the pull request goes, not where it comes from', () => {
    const event = aPullRequestEvent({ number: 9, headRepository: 'octocat/octo-repo' });
    expect(event.pull_request.head.repo.full_name).toBe('octocat/octo-repo');
    expect(pullRequestVariables(event, 'f'.repeat(40))).toMatchObject({
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
      GITHUB_REF: 'refs/pull/9/merge',
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'topic',
      GITHUB_SHA: 'f'.repeat(40),
    });
  });
});
