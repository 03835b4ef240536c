import { describe, expect, it } from '@jest/globals';
import { NO_BRANCHES, type Branches } from '../../src/check/branches.js';
import { usualSettings } from '../../src/check/settings.js';
import { checkTarget, type Open, type Wanted } from '../../src/check/check-target.js';
import { commitSha } from '../../src/core/vocabulary.js';
import type { OperationalError } from '../../src/operational-error.js';
import { createApi, type Api } from '../../src/sources/github/api.js';
import { parseEvent } from '../../src/sources/github/event.js';
import type { Revision, Target } from '../../src/sources/github/target.js';
import { borrow } from '../sources/git/reading.js';
import { startApprovalServer } from '../support/approval-server.js';
import { LABEL } from '../support/evidence.js';
import { aBranch, aComparison } from '../support/github-answers.js';
import { startGitHub } from '../support/github-server.js';
import { aQueue } from '../support/merge-group.js';
import { answerGraphql, type QueueNode } from '../support/merge-queue.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../support/pull-request.js';
import type { TestRepository } from '../support/repository.js';
import { aPayload, schemaErrorsOf, type Payload } from '../support/webhooks.js';

const NO_SHA = '0'.repeat(40);
const tests = { 'tests/test_views.py': 'x\n' };

/** Everything is at hand in the repository; `headTip` is what a server would say. */
function openIn(
  repository: TestRepository,
  headTip: string | null = null,
  seen: Wanted[] = [],
  branches: Branches = NO_BRANCHES,
): Open {
  const resolve = (revision: Revision) =>
    repository.sha(revision.kind === 'commit' ? revision.sha : revision.ref);
  return async (wanted, use) => {
    seen.push(wanted);
    const opened = await borrow(repository.directory);
    return use({
      repository: opened,
      base: resolve(wanted.base),
      head: resolve(wanted.head),
      shallow: false,
      headTip: headTip === null ? null : commitSha(headTip),
      branches,
    });
  };
}

function target(event: string, payload: Payload, inputs = { base: '', head: '' }): Target {
  expect(schemaErrorsOf(event, payload)).toEqual([]);
  return parseEvent(event, payload, { sha: null }, inputs);
}

const check = (asked: Target, open: Open, api: Api | null = null) =>
  checkTarget(asked, { open, api, settings: usualSettings('2026-11-22'), log: () => undefined });

async function apiWith(
  queue: readonly QueueNode[],
  tips: Readonly<Record<string, string>> = {},
): Promise<Api> {
  const { octokit } = await startGitHub(({ path, body }) => {
    if (path === '/graphql') return answerGraphql(body, queue);
    return {
      status: 200,
      body: path.includes('/compare/')
        ? aComparison('diverged')
        : Object.entries(tips).map(([name, tip]) => aBranch(name, tip)),
    };
  });
  return createApi({ octokit, repository: 'octo-org/octo-repo', sleep: () => Promise.resolve() });
}

const aPush = ({ repository, base }: PullRequest, changes: Payload = {}): Target =>
  target(
    'push',
    aPayload('push', {
      ref: 'refs/heads/topic',
      before: base,
      after: repository.sha('topic'),
      'repository.default_branch': 'main',
      ...changes,
    }),
  );

function pullRequestScene() {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], tests);
  const { repository, base } = pullRequest;
  const head = repository.sha('topic');
  const asked = target(
    'pull_request',
    aPayload(
      'pull_request',
      {
        'pull_request.number': 7,
        'pull_request.base.ref': 'main',
        'pull_request.base.sha': base,
        'pull_request.head.sha': head,
      },
      ({ action }) => action === 'synchronize',
    ),
  );
  return { repository, head, asked };
}

describe('a pull request', () => {
  it.each([false, true])(
    'is judged while its head is where the event says it is: server asked %j',
    async (isAsked) => {
      const { repository, head, asked } = pullRequestScene();
      const seen: Wanted[] = [];
      const { report, pullRequests } = await check(asked, openIn(repository, isAsked ? head : null, seen));
      expect(report).toMatchObject({ conclusion: 'failure', violations: [{ code: 'forbidden-path' }] });
      expect(pullRequests).toMatchObject([{ number: 7, head }]);
      expect(seen).toMatchObject([
        { base: { kind: 'tip', ref: 'refs/heads/main' }, headRef: 'refs/pull/7/head' },
      ]);
    },
  );

  it('is superseded when its head has moved', async () => {
    const { repository, asked } = pullRequestScene();
    await expect(check(asked, openIn(repository, 'f'.repeat(40)))).rejects.toMatchObject({
      code: 'superseded',
    });
  });
});

describe('a pull request that was merged before its run began', () => {
  it('does not pass for having no commits left', async () => {
    const { repository, head, asked } = pullRequestScene();
    repository.git('update-ref', 'refs/heads/main', head);
    await expect(check(asked, openIn(repository, head))).rejects.toMatchObject({ code: 'empty-range' });
  });
});

describe('a merge group', () => {
  it('is judged by the pull requests that the queue names', async () => {
    const queue = aQueue();
    const queued = queue.begin(7);
    queue.commit(['backend-django'], tests);
    const { headSha, groupCommit } = queue.enqueue(queued, 'squash');
    const asked = target(
      'merge_group',
      aPayload('merge_group', {
        'merge_group.base_ref': 'refs/heads/main',
        'merge_group.base_sha': queue.base,
        'merge_group.head_ref': `refs/heads/gh-readonly-queue/main/pr-7-${queue.base}`,
        'merge_group.head_sha': groupCommit,
      }),
    );
    const node: QueueNode = {
      position: 1,
      headCommit: { oid: groupCommit },
      pullRequest: { number: 7, headRefOid: headSha, baseRefName: 'main' },
    };
    const seen: Wanted[] = [];
    const open = openIn(queue.repository, null, seen);
    const { report, pullRequests } = await check(asked, open, await apiWith([node]));
    expect(report).toMatchObject({ conclusion: 'failure', range: { base: queue.base, head: groupCommit } });
    expect(pullRequests).toMatchObject([{ number: 7, head: headSha }]);
    expect(seen).toMatchObject([{ others: [{ sha: headSha, ref: 'refs/pull/7/head' }] }]);

    await expect(check(asked, open)).rejects.toMatchObject({ code: 'api-denied' });
  });
});

describe('an approval label', () => {
  it('is asked for at each pull request of a merge group, and at none of a push', async () => {
    const queue = aQueue();
    const queued = queue.begin(1);
    queue.commit(['backend-django'], tests);
    const { headSha, groupCommit } = queue.enqueue(queued, 'squash');
    const node: QueueNode = {
      position: 1,
      headCommit: { oid: groupCommit },
      pullRequest: { number: 1, headRefOid: headSha, baseRefName: 'main' },
    };
    const { octokit } = await startApprovalServer(() => ({ head: headSha, queue: [node] }));
    const api = createApi({ octokit, repository: 'octo-org/octo-repo', sleep: () => Promise.resolve() });
    const group = target(
      'merge_group',
      aPayload('merge_group', {
        'merge_group.base_ref': 'refs/heads/main',
        'merge_group.base_sha': queue.base,
        'merge_group.head_ref': `refs/heads/gh-readonly-queue/main/pr-1-${queue.base}`,
        'merge_group.head_sha': groupCommit,
      }),
    );
    const settings = { ...usualSettings('2026-11-22'), approvalLabel: LABEL };
    const open = openIn(queue.repository);
    const log = () => undefined;
    await expect(checkTarget(group, { open, api, settings, log })).resolves.toMatchObject({
      report: { conclusion: 'success', approval: { outcomes: [{ pullRequest: 1, state: 'granted' }] } },
    });
    queue.repository.git('branch', '-qf', 'topic', headSha);
    await expect(checkTarget(aPush(queue), { open, api, settings, log })).resolves.toMatchObject({
      report: { conclusion: 'failure', approval: { outcomes: [{ refusal: 'no-pull-request' }] } },
    });
  });
});

describe('a push', () => {
  const codesOf = async (asked: Target, repository: TestRepository) =>
    (await check(asked, openIn(repository))).report.violations.map(({ code }) => code);

  it('to the default branch is judged by what it brings', async () => {
    const scene = aPullRequest();
    const { repository, base } = scene;
    repository.checkout('main');
    const first = commitAs(scene, ['backend-django'], tests);
    const second = commitAs(scene, ['backend-django'], { 'config/a.py': '1\n' });
    const to = (before: string) => aPush(scene, { ref: 'refs/heads/main', before, after: second });
    await expect(codesOf(to(base), repository)).resolves.toEqual(['forbidden-path']);
    await expect(codesOf(to(first), repository)).resolves.toEqual([]);
  });

  it('by force to the default branch is judged by what it brings', async () => {
    const scene = aPullRequest();
    const { repository } = scene;
    const before = commitAs(scene, [], { 'dropped.txt': '1\n' });
    repository.checkout('rewritten', 'main');
    commitAs(scene, ['backend-django'], tests);
    const push = aPush(scene, { ref: 'refs/heads/main', before, after: repository.sha(), forced: true });
    await expect(codesOf(push, repository)).resolves.toEqual(['forbidden-path']);
  });

  it.each(['the commit before', 'nothing, as for a new branch', 'a commit that a forced push dropped'])(
    'to another branch is judged whole, whatever it was before: %s',
    async (before) => {
      const scene = aPullRequest();
      const { repository } = scene;
      repository.checkout('dropped', 'main');
      const dropped = commitAs(scene, [], { 'dropped.txt': '1\n' });
      repository.checkout('topic');
      const first = commitAs(scene, ['backend-django'], tests);
      commitAs(scene, ['backend-django'], { 'config/a.py': '1\n' });
      const sha = before === 'the commit before' ? first : before.startsWith('nothing') ? NO_SHA : dropped;
      await expect(codesOf(aPush(scene, { before: sha }), repository)).resolves.toEqual(['forbidden-path']);
    },
  );

  it('to another branch is not charged with the default branch’s own commits', async () => {
    const scene = aPullRequest();
    const { repository } = scene;
    commitAs(scene, [], { 'notes.txt': '1\n' });
    repository.checkout('main');
    commitAs(scene, ['backend-django'], tests);
    repository.checkout('topic').merge('main');
    await expect(codesOf(aPush(scene), repository)).resolves.toEqual([]);
  });

  it('that deletes a branch has nothing to judge', async () => {
    const scene = aPullRequest();
    const { report } = await check(aPush(scene, { after: NO_SHA, deleted: true }), openIn(scene.repository));
    expect(report).toMatchObject({ conclusion: 'success', coverage: { commits: 0 } });
  });
});

describe('a run by hand', () => {
  function scene() {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['backend-django'], tests);
    return pullRequest;
  }
  const dispatch = (base: string, head: string): Target =>
    target('workflow_dispatch', aPayload('workflow_dispatch', { 'repository.default_branch': 'main' }), {
      base,
      head,
    });

  it('judges a branch against a branch without asking GitHub', async () => {
    const { repository } = scene();
    const { report, pullRequests } = await check(dispatch('main', 'topic'), openIn(repository));
    expect(report.conclusion).toBe('failure');
    expect(pullRequests).toEqual([]);
  });

  it('judges against a commit that lies on a branch', async () => {
    const { repository, base } = scene();
    const api = await apiWith([], { main: base });
    const { report } = await check(dispatch(base, 'topic'), openIn(repository), api);
    expect(report.conclusion).toBe('failure');
  });

  it.each<[title: string, base: (base: string) => string]>([
    ['a commit', (base) => base],
    ['a tag', () => 'refs/tags/v1'],
    ['the head of a pull request', () => 'refs/pull/7/head'],
  ])('refuses rules that lie on no branch: %s', async (_title, baseOf) => {
    const { repository, base } = scene();
    repository.git('update-ref', 'refs/tags/v1', base);
    repository.git('update-ref', 'refs/pull/7/head', base);
    const asked = dispatch(baseOf(base), 'topic');
    const api = await apiWith([], { main: 'e'.repeat(40) });
    await expect(check(asked, openIn(repository), api)).rejects.toMatchObject({ code: 'foreign-base' });
    await expect(check(asked, openIn(repository))).rejects.toMatchObject({ code: 'api-denied' });
  });

  it('does not pass for an empty range', async () => {
    const { repository } = scene();
    const refusal: Partial<OperationalError> = { code: 'empty-range' };
    await expect(check(dispatch('topic', 'main'), openIn(repository))).rejects.toMatchObject(refusal);
  });
});

describe('a push to a trusted branch', () => {
  it.each([
    ['main', 'topic'],
    ['topic', 'topic'],
    ['topic', 'main'],
  ])('is judged where %s is the default branch and %s is trusted', async (defaultBranch, trusted) => {
    const pullRequest = aPullRequest({
      ...DEFINITIONS,
      '.github/agent-ownership.yml': `trusted-branches: [${trusted}]\n`,
    });
    commitAs(pullRequest, ['backend-django'], tests);
    const head = pullRequest.repository.sha();
    // As a server would say it: every branch holds all that was pushed, once it was pushed there.
    const held = (branches: readonly string[]) =>
      Promise.resolve(new Set(branches.includes('topic') ? [head] : []));
    const open = openIn(pullRequest.repository, null, [], { ...NO_BRANCHES, held });
    const { report } = await check(aPush(pullRequest, { 'repository.default_branch': defaultBranch }), open);
    expect(report.conclusion).toBe('failure');
    expect(report.coverage).toMatchObject({ commits: 1, trusted: 0 });
  });
});
