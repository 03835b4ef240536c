import type { StepResult } from '../../src/cli/demo/run-action.js';
import { runActionBundle } from '../support/action-runner.js';
import {
  anActivityItem,
  anIssueEvent,
  startApprovalServer,
  type ApprovalScene,
} from '../support/approval-server.js';
import { LABEL, LEA } from '../support/evidence.js';
import { startGitHub } from '../support/github-server.js';
import { aQueue } from '../support/merge-group.js';
import { answerGraphql, type QueueNode } from '../support/merge-queue.js';
import { aPullRequest, commitAs, type PullRequest } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { git, serve, SERVED_NAME, type Served } from '../support/served-repository.js';
import { aPayload, type Payload } from '../support/webhooks.js';
import { AGENT, MODELS } from './evasion.js';

interface Scene extends PullRequest {
  readonly served: Served;
}

async function aScene(): Promise<Scene> {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, [AGENT], { [MODELS]: 'changed\n' });
  const refs = { 'refs/heads/topic': 'topic' };
  return {
    ...pullRequest,
    served: await serve(pullRequest.repository, { main: 'main', head: 'topic', refs }),
  };
}

const pullRequestEvent = ({ repository, base }: PullRequest, changes: Payload = {}): Payload =>
  aPayload(
    'pull_request',
    {
      'pull_request.number': 1,
      'pull_request.base.ref': 'main',
      'pull_request.base.sha': base,
      'pull_request.head.sha': repository.sha('topic'),
      'pull_request.commits': 1,
      ...changes,
    },
    ({ action }) => action === 'synchronize',
  );

type Step = Partial<Parameters<typeof runActionBundle>[0]>;

const run = ({ served }: Pick<Scene, 'served'>, event: Payload, { inputs, variables, ...step }: Step = {}) =>
  runActionBundle({
    workspace: temporaryDirectory(),
    event,
    inputs: { token: 'ghs_x', ...inputs },
    variables: {
      GITHUB_REPOSITORY: SERVED_NAME,
      GITHUB_SERVER_URL: served.server.url,
      AGENT_OWNERSHIP_TEST_HTTP: 'loopback',
      ...variables,
    },
    ...step,
  });

/** The approval label is on the pull request, and this is what GitHub tells of it. */
const labelled = (overrides: Partial<ApprovalScene>) => async () => {
  const scene = await aScene();
  const { url } = await startApprovalServer(() => ({ head: scene.repository.sha('topic'), ...overrides }));
  const variables = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
  return run(scene, pullRequestEvent(scene), { inputs: { 'approval-label': LABEL }, variables });
};

/** What the event of the run, the server and the API could be made to say; run through the built action. */
export const EVENT_EVASIONS: Readonly<Record<string, () => Promise<StepResult>>> = {
  'labelled-by-its-author': labelled({ events: [anIssueEvent('labeled', { by: LEA })] }),
  'labelled-by-a-bot': labelled({
    events: [anIssueEvent('labeled', { by: { id: 5, login: 'renovate[bot]' }, type: 'Bot' })],
  }),
  'labelled-without-permission': labelled({ permission: 'read' }),
  'labelled-before-the-push': labelled({
    pushes: [anActivityItem('9'.repeat(40)), anActivityItem('8'.repeat(40))],
  }),
  'pushed-by-force': async () => {
    const scene = await aScene();
    git('--git-dir', scene.served.directory, 'update-ref', 'refs/pull/1/head', scene.base);
    return run(scene, pullRequestEvent(scene));
  },
  'base-of-the-event': async () => {
    const scene = await aScene();
    // An event whose base is the head: the tip that the server has for the branch counts.
    return run(scene, pullRequestEvent(scene, { 'pull_request.base.sha': scene.repository.sha('topic') }));
  },
  'base-moved-in-the-workspace': async () => {
    const scene = await aScene();
    scene.repository.git('update-ref', 'refs/remotes/origin/main', 'topic');
    return run(scene, pullRequestEvent(scene), { workspace: scene.repository.directory });
  },
  'fewer-commits-than-stated': async () => {
    const scene = await aScene();
    return run(scene, pullRequestEvent(scene, { 'pull_request.commits': 2 }));
  },
  'closed-before-the-run': async () => {
    const scene = await aScene();
    return run(scene, { ...pullRequestEvent(scene), action: 'closed' });
  },
  'pushed-as-a-new-branch': async () => {
    const scene = await aScene();
    const event = aPayload('push', {
      ref: 'refs/heads/topic',
      before: scene.repository.sha('topic'),
      after: scene.repository.sha('topic'),
      'repository.default_branch': 'main',
    });
    return run(scene, event, { eventName: 'push' });
  },
  'pushed-as-a-tag': async () => {
    const scene = await aScene();
    const event = aPayload('push', {
      ref: 'refs/tags/v1',
      before: scene.base,
      after: scene.repository.sha('topic'),
      'repository.default_branch': 'main',
    });
    return run(scene, event, { eventName: 'push' });
  },
  'squashed-by-the-queue': async () => {
    const queue = aQueue();
    const { repository, base } = queue;
    const pull = queue.begin(7);
    queue.commit([AGENT], { [MODELS]: 'changed\n' });
    const entry = queue.enqueue(pull, 'squash');
    const headRef = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
    const refs = { [headRef]: 'group', 'refs/pull/7/head': 'pr-7' };
    const served = await serve(repository, { main: 'main', head: 'main', refs });
    const node: QueueNode = {
      position: 1,
      headCommit: { oid: entry.groupCommit },
      pullRequest: { number: 7, headRefOid: entry.headSha, baseRefName: 'main' },
    };
    const { url } = await startGitHub(({ body }) => answerGraphql(body, [node]));
    const event = aPayload('merge_group', {
      action: 'checks_requested',
      'merge_group.base_ref': 'refs/heads/main',
      'merge_group.base_sha': base,
      'merge_group.head_ref': headRef,
      'merge_group.head_sha': repository.sha('group'),
    });
    const variables = { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` };
    return run({ served }, event, { eventName: 'merge_group', variables });
  },
};
