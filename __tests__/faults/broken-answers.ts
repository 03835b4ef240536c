import { join } from 'node:path';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { createGit } from '../../src/sources/git/run.js';
import { createApi } from '../../src/sources/github/api.js';
import { runActionBundle } from '../support/action-runner.js';
import type { Fault } from '../support/git-server.js';
import { startGitHub, type Answer } from '../support/github-server.js';
import { aQueue } from '../support/merge-group.js';
import { answerGraphql, type QueueNode } from '../support/merge-queue.js';
import { aPullRequest, commitAs } from '../support/pull-request.js';
import { createRepository, makePipe, temporaryDirectory } from '../support/repository.js';
import { git, serve, SERVED_NAME, type Served } from '../support/served-repository.js';
import { aPayload, type Payload } from '../support/webhooks.js';
import { fetchServed, loopback, QUICK } from '../sources/fetch/fetching.js';
import { withProgram } from './broken-worlds.js';

interface Scene {
  readonly served: Served;
  readonly event: Payload;
}

/** A served pull request with one finding. */
async function aScene(): Promise<Scene> {
  const pullRequest = aPullRequest();
  const { repository, base } = pullRequest;
  commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'models\n' });
  const served = await serve(repository, { main: 'main', head: 'topic' });
  const event = aPayload(
    'pull_request',
    {
      'pull_request.number': 1,
      'pull_request.base.ref': 'main',
      'pull_request.base.sha': base,
      'pull_request.head.sha': repository.sha('topic'),
      'pull_request.commits': 1,
    },
    ({ action }) => action === 'synchronize',
  );
  return { served, event };
}

interface Step {
  readonly eventName?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Without a checkout step. */
const run = ({ served, event }: Scene, { variables, ...step }: Step = {}): Promise<StepResult> =>
  runActionBundle({
    workspace: temporaryDirectory(),
    event,
    inputs: { token: 'ghs_x' },
    variables: {
      GITHUB_REPOSITORY: SERVED_NAME,
      GITHUB_SERVER_URL: served.server.url,
      AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
      ...variables,
    },
    ...step,
  });

async function withFault(fault: Fault): Promise<StepResult> {
  const scene = await aScene();
  scene.served.server.misbehave(() => fault);
  return run(scene);
}

/** A merge group of two pull requests, and an API that answers as told. */
async function withApi(answer: (body: string, nodes: readonly QueueNode[]) => Answer | Promise<Answer>) {
  const queue = aQueue();
  const { repository, base } = queue;
  const pulls = [7, 8].map((number) => {
    const begun = queue.begin(number);
    queue.commit(['backend-django'], { [`apps/blog/${number}/models.py`]: 'x\n' });
    return begun;
  });
  const entries = pulls.map((pull) => queue.enqueue(pull, 'squash'));
  const headRef = `refs/heads/gh-readonly-queue/main/pr-8-${base}`;
  const refs = { [headRef]: 'group', 'refs/pull/7/head': 'pr-7', 'refs/pull/8/head': 'pr-8' };
  const served = await serve(repository, { main: 'main', head: 'main', refs });
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
  const { url } = await startGitHub(({ body }) => answer(body, nodes));
  const variables = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
  return run({ served, event }, { eventName: 'merge_group', variables });
}

/** What the built action gets from a server that does not answer as it should. */
export const BROKEN_ANSWERS: Readonly<Record<string, () => Promise<StepResult>>> = {
  'network-wrong': () => withFault({ kind: 'garbage' }),
  'network-hostile': () =>
    withFault({ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/x/info/refs' } }),
  'network-not-there': () => withFault({ kind: 'status', status: 404 }),
  'network-other': async () => {
    const scene = await aScene();
    const main = git('--git-dir', scene.served.directory, 'rev-parse', 'refs/heads/main');
    git('--git-dir', scene.served.directory, 'update-ref', 'refs/pull/1/head', main);
    return run(scene);
  },
  'api-other': () => withApi(() => ({ status: 200, body: { data: { repository: { mergeQueue: 7 } } } })),
  'api-denied': () => withApi(() => ({ status: 403, body: { message: 'Resource not accessible' } })),
  'api-hostile': () => withApi((body, nodes) => answerGraphql(body, nodes.slice(1))),
};

const QUESTION = { route: 'GET /repos/{owner}/{repo}/branches', permission: 'contents: read' } as const;

async function askApi(answer: Answer): Promise<unknown> {
  const { octokit } = await startGitHub(() => answer);
  const sleep = () => Promise.resolve();
  return createApi({ octokit, repository: SERVED_NAME, sleep, timeout: 500 }).get(QUESTION);
}

async function fetchWith(fault: Fault): Promise<unknown> {
  const { served } = await aScene();
  served.server.misbehave(() => fault);
  return fetchServed(served, {
    patience: { ...QUICK, command: fault.kind === 'drip' ? 400 : QUICK.command },
  });
}

/** The same where the real patience would take minutes: asked of the sources, with less of it. */
export const IMPATIENT: Readonly<Record<string, () => Promise<unknown>>> = {
  'git-slow': () => {
    const PATH = `${withProgram('git', 'exec sleep 60')}:/usr/bin:/bin`;
    return createGit({ environment: { ...loopback, PATH }, cwd: temporaryDirectory(), timeout: 200 }).run([
      'log',
    ]);
  },
  'disk-slow': () => {
    const repository = createRepository();
    const commit = repository.commit();
    const object = join(repository.directory, '.git/objects', commit.slice(0, 2), commit.slice(2));
    makePipe(object);
    const gitDir = join(repository.directory, '.git');
    return createGit({ environment: process.env, cwd: repository.directory, gitDir, timeout: 500 }).run([
      'log',
      commit,
    ]);
  },
  'network-absent': () => fetchWith({ kind: 'reset' }),
  'network-slow': () => fetchWith({ kind: 'drip' }),
  'network-cut-off': () => fetchWith({ kind: 'cut-off' }),
  'api-absent': () => askApi('refused'),
  'api-slow': () => askApi('hung'),
  'api-wrong': () => askApi('garbage'),
  'api-cut-off': () => askApi('cut off'),
};
