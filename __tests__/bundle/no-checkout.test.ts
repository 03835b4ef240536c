import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { NODE_BINARIES, runOnPullRequest } from '../support/action-runner.js';
import { aPullRequest, commitAs } from '../support/pull-request.js';
import { aPullRequestEvent } from '../support/pull-request-event.js';
import { temporaryDirectory, type TestRepository } from '../support/repository.js';
import { serve, SERVED_NAME, type Served } from '../support/served-repository.js';

const TOKEN = 'ghs_secretOfThisJob';
const ENCODED = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');

interface Scene {
  readonly repository: TestRepository;
  readonly served: Served;
}

/** One violation by `backend-django`, on a server that wants the token. */
async function aScene(path = 'apps/blog/models.py'): Promise<Scene> {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], { [path]: 'x\n' });
  const { repository } = pullRequest;
  return { repository, served: await serve(repository, { main: 'main', head: 'topic', token: TOKEN }) };
}

function run(
  { repository, served }: Scene,
  workspace: string,
  step: Parameters<typeof runOnPullRequest>[2] | object = {},
) {
  const head = repository.sha('topic');
  const base = repository.sha('main');
  const event = aPullRequestEvent({
    base: { ref: 'main', sha: base },
    head: { ref: 'topic', sha: head },
    repository: SERVED_NAME,
  });
  const { variables, ...others } = step as { variables?: Record<string, string> };
  return runOnPullRequest(event, head, {
    workspace,
    inputs: { token: TOKEN },
    ...others,
    variables: { GITHUB_SERVER_URL: served.server.url, AGENT_OWNERSHIP_TEST_HTTP: 'loopback', ...variables },
  });
}

/** Every file with its content. */
const listing = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(directory, name);
      const { mtimeMs, mode } = statSync(path);
      return statSync(path).isFile() ? `${name} ${mode} ${mtimeMs} ${readFileSync(path, 'base64')}` : name;
    });

const expectFailure = ({ exitCode, outputs, stderr }: StepResult) => {
  expect({ exitCode, stderr, ...outputs }).toMatchObject({
    exitCode: 1,
    stderr: '',
    conclusion: 'failure',
    violations: '1',
  });
};

describe.each(NODE_BINARIES)('the built action without a checkout step on %s', (_, nodePath) => {
  it('judges in an empty workspace, which stays empty', async () => {
    const scene = await aScene();
    const workspace = temporaryDirectory();
    const result = await run(scene, workspace, { nodePath });
    expectFailure(result);
    expect(readdirSync(workspace)).toEqual([]);
    expect(result.commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['group', 'endgroup']));
  });

  it('passes what is clean', async () => {
    const result = await run(await aScene('apps/blog/views.py'), temporaryDirectory(), { nodePath });
    expect({ exitCode: result.exitCode, ...result.outputs }).toMatchObject({
      exitCode: 0,
      conclusion: 'success',
    });
  });
});

describe('the built action', () => {
  it.each<[string, (scene: Scene) => string]>([
    ['is not there', () => join(temporaryDirectory(), 'absent')],
    ['is shallow', ({ repository }) => repository.clone('--depth=1', '--branch=topic').directory],
    [
      'has no blobs',
      ({ repository }) => {
        repository.git('config', 'uploadpack.allowFilter', 'true');
        const clone = repository.clone('--filter=blob:none', '--no-checkout');
        clone.git('config', 'remote.origin.url', '/nowhere');
        return clone.directory;
      },
    ],
    ['lacks the head', ({ repository }) => repository.clone('--branch=main', '--single-branch').directory],
    [
      'is damaged',
      ({ repository }) => {
        const { directory } = repository.clone();
        writeFileSync(join(directory, '.git/config'), '[core\n');
        return directory;
      },
    ],
    ['holds all', ({ repository }) => repository.clone().directory],
  ])('judges where the workspace %s, and leaves it as it is', async (_, make) => {
    const scene = await aScene();
    const workspace = make(scene);
    const exists = !workspace.endsWith('absent');
    const before = exists ? listing(workspace) : [];
    // The folder in which a step starts exists.
    const variables = exists ? undefined : { GITHUB_WORKSPACE: workspace };
    expectFailure(await run(scene, exists ? workspace : temporaryDirectory(), { variables }));
    if (exists) expect(listing(workspace)).toEqual(before);
  });

  it('takes the tip that the base branch has now, not the one that was checked out', async () => {
    const scene = await aScene();
    const clone = scene.repository.clone();
    // Meanwhile the work was merged: nothing of it is left in the range, which is no verdict.
    execFileSync('git', [
      '--git-dir',
      scene.served.directory,
      'update-ref',
      'refs/heads/main',
      'refs/pull/1/head',
    ]);
    for (const workspace of [clone.directory, temporaryDirectory()]) {
      const { outputs, annotations } = await run(scene, workspace);
      expect(outputs).toMatchObject({ conclusion: 'unknown' });
      expect(annotations.map(({ message }) => message).join()).toContain('empty-range');
    }
  });

  it('judges what is checked out where the server cannot be asked for the tip, and says so', async () => {
    const scene = await aScene();
    scene.served.server.misbehave(() => ({ kind: 'status', status: 503 }));
    const result = await run(scene, scene.repository.clone().directory);
    expectFailure(result);
    expect(result.stdout).toContain('could not be asked');
  });

  it.each([
    [401, 'not-allowed'],
    [403, 'not-allowed'],
    [404, 'not-allowed'],
    [302, 'fetch-failed'],
  ])('fails with a code and a sentence where the server answers %d', async (status, code) => {
    const scene = await aScene('apps/blog/views.py');
    scene.served.server.misbehave(() => ({ kind: 'status', status }));
    const { exitCode, outputs, annotations, summary } = await run(scene, temporaryDirectory());
    expect({ exitCode, ...outputs }).toMatchObject({ exitCode: 1, conclusion: 'unknown' });
    expect(annotations.map(({ message }) => message).join()).toContain(`Could not check (${code})`);
    expect(summary).toContain(code);
  });

  it('shows the token in no argument, no log and no file', async () => {
    const scene = await aScene();
    const folder = temporaryDirectory();
    const record = join(folder, 'record');
    const real = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    mkdirSync(join(folder, 'bin'));
    const wrapper = join(folder, 'bin', 'git');
    // Searched for by file: as an argument of `grep`, another process of git's would see it in the list of processes.
    const secrets = join(folder, 'secrets');
    writeFileSync(secrets, `${TOKEN}\n${ENCODED}\n`);
    writeFileSync(
      wrapper,
      `#!/bin/sh\nprintf '%s\\n' "$@" >>${record}\ncat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' >>${record}\n${real} "$@"\ncode=$?\ngrep -rlaF -f ${secrets} "$RUNNER_FILES" && echo LEAK >>${record}\nexit $code\n`.replace(
        '$RUNNER_FILES',
        join(folder, 'runner'),
      ),
    );
    chmodSync(wrapper, 0o755);
    const runnerFolder = join(folder, 'runner');
    mkdirSync(runnerFolder);
    const result = await run(scene, temporaryDirectory(), {
      runnerFolder: join(folder, 'step'),
      variables: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, RUNNER_TEMP: runnerFolder },
    });
    expectFailure(result);
    const seen = [
      readFileSync(record, 'utf8'),
      result.stdout,
      result.stderr,
      result.summary,
      ...listing(runnerFolder),
    ].join('\n');
    expect(seen).toContain('fetch');
    for (const secret of [TOKEN, ENCODED, 'LEAK']) expect(seen).not.toContain(secret);
    expect(readdirSync(runnerFolder)).toEqual(['agent-ownership']);
    expect(
      scene.served.server.requests.some(({ authorization }) => authorization === `basic ${ENCODED}`),
    ).toBe(true);
  });
});
