import { describe, expect, it } from '@jest/globals';
import { accountForGroup, type MergeGroup } from '../../src/check/account-for-group.js';
import { NO_BRANCHES } from '../../src/check/branches.js';
import { checkMergeGroup } from '../../src/check/check-merge-group.js';
import { commitSha } from '../../src/core/vocabulary.js';
import { aQueue, type Method, type Queue } from '../support/merge-group.js';
import { borrow } from '../sources/git/reading.js';
import { BY_DEFAULT, inForce } from '../support/policies.js';

const METHODS: readonly Method[] = ['merge', 'squash', 'rebase'];
const MODELS = 'apps/blog/models.py';

async function check({ repository }: Queue, group: MergeGroup) {
  const opened = await borrow(repository.directory);
  return checkMergeGroup(opened, group, opened, BY_DEFAULT);
}

async function account({ repository }: Queue, group: MergeGroup): Promise<readonly number[]> {
  const chain = await accountForGroup(await borrow(repository.directory), group);
  return chain.map(({ number }) => number);
}

const unaccounted = (subject: string) => ({ code: 'unaccounted-commit', subject });

/** Two pull requests of two commits each. */
function twoPullRequests(method: Method) {
  const queue = aQueue();
  const first = queue.begin(1);
  queue.commit(['backend-django'], { 'apps/blog/views.py': 'One\n' });
  queue.commit(['backend-django'], { 'config/urls.py': 'One\n' });
  const second = queue.begin(2);
  queue.commit(['database'], { [MODELS]: 'Two\n' });
  queue.commit([], { 'notes.txt': 'Two\n' });
  const entries = [queue.enqueue(first, method), queue.enqueue(second, method)];
  return { queue, first, second, entries };
}

describe.each(METHODS)('a merge group by %s', (method) => {
  it('passes with the own commits of each pull request', async () => {
    const { queue, entries } = twoPullRequests(method);
    const group = queue.group(...entries);
    const { report, pullRequests } = await check(queue, group);
    expect(report).toMatchObject({
      conclusion: 'success',
      range: { base: group.base, head: group.head },
      violations: [],
      coverage: { definitions: 2, commits: 4, files: 4, trusted: 0 },
    });
    expect(pullRequests.map(({ number, head, report: own }) => [number, head, own.coverage.commits])).toEqual(
      [
        [1, queue.repository.sha('pr-1'), 2],
        [2, queue.repository.sha('pr-2'), 2],
      ],
    );
  });

  it('fails with the finding of one pull request, and says whose it is', async () => {
    const queue = aQueue();
    const good = queue.begin(1);
    queue.commit(['database'], { [MODELS]: 'One\n' });
    const bad = queue.begin(2);
    const commit = queue.commit(['backend-django'], { 'tests/test_views.py': 'Two\n' });
    queue.commit(['backend-django'], { 'apps/blog/views.py': 'Two\n' });
    const entries = [queue.enqueue(good, method), queue.enqueue(bad, method)];
    const { report, pullRequests } = await check(queue, queue.group(...entries));
    expect(report.conclusion).toBe('failure');
    expect(report.violations).toMatchObject([
      { code: 'forbidden-path', agent: 'backend-django', path: 'tests/test_views.py', commit },
    ]);
    expect(report.agents).toMatchObject([
      { agent: 'backend-django', commits: 2, changedPaths: 2, forbiddenPaths: 1 },
      { agent: 'database', commits: 1, changedPaths: 1, forbiddenPaths: 0 },
    ]);
    expect(pullRequests.map(({ number, report: own }) => [number, own.conclusion])).toEqual([
      [1, 'success'],
      [2, 'failure'],
    ]);
  });

  it('may merge both sides of one file', async () => {
    const queue = aQueue();
    queue.repository.checkout('main').write('config/long.py', 'a\nb\nc\nd\ne\nf\ng\n');
    const base = queue.repository.commit('Add a file');
    queue.repository.git('branch', '-qf', 'group', base);
    const first = queue.begin(1);
    queue.commit([], { 'config/long.py': 'A\nb\nc\nd\ne\nf\ng\n' });
    const second = queue.begin(2);
    queue.commit([], { 'config/long.py': 'a\nb\nc\nd\ne\nf\nG\n' });
    const entries = [queue.enqueue(first, method), queue.enqueue(second, method)];
    await expect(account(queue, { ...queue.group(...entries), base })).resolves.toEqual([1, 2]);
  });

  it('takes a pull request that is behind, and one that merged the base branch', async () => {
    const queue = aQueue();
    const { repository } = queue;
    const first = queue.begin(1);
    queue.commit([], { 'a.txt': '1\n' });
    repository.checkout('main').write('b.txt');
    const base = repository.commit('Move the base on');
    repository.git('branch', '-qf', 'group', base);
    const second = queue.begin(2, 'pr-1');
    repository.merge('main', { message: 'Merge main' });
    queue.commit([], { 'c.txt': '2\n' });
    const entries = [queue.enqueue(first, method), queue.enqueue(second, method)];
    const group = { ...queue.group(...entries), base };
    await expect(account(queue, group)).resolves.toEqual([1, 2]);
    const { report } = await check(queue, group);
    expect(report.coverage.commits).toBe(3);
  });

  it('may start at the entry before, whose checks are its own', async () => {
    const { queue, entries } = twoPullRequests(method);
    const [before, own] = entries;
    const group = { ...queue.group(...entries.slice(1)), base: before?.groupCommit ?? queue.base };
    await expect(account(queue, group)).resolves.toEqual([own?.number]);
  });

  it('may end before entries that wait behind it', async () => {
    const { queue, entries } = twoPullRequests(method);
    const group = { ...queue.group(...entries), head: entries[0]?.groupCommit ?? queue.base };
    await expect(account(queue, group)).resolves.toEqual([1]);
  });

  it('fails where an entry of it is unknown', async () => {
    const { queue, entries } = twoPullRequests(method);
    const second = entries[1];
    // Without the first, the second would have to account for both.
    await expect(account(queue, queue.group(...entries.slice(1)))).rejects.toMatchObject(
      unaccounted(second?.groupCommit ?? ''),
    );
    await expect(account(queue, queue.group(...entries.slice(0, 1)))).rejects.toMatchObject(
      unaccounted(queue.repository.sha('group')),
    );
  });

  it('fails where a pull request is for another branch', async () => {
    const { queue, entries } = twoPullRequests(method);
    const group = queue.group(...entries.map((entry) => ({ ...entry, branch: 'release' })));
    await expect(account(queue, group)).rejects.toMatchObject({ code: 'unaccounted-commit' });
  });

  it('fails where the pull request moved on after it was queued', async () => {
    const { queue, first, entries } = twoPullRequests(method);
    queue.repository.checkout(first.branch);
    const headSha = queue.commit([], { 'later.txt': '1\n' });
    const [stale, ...others] = entries.map((entry, index) => (index === 0 ? { ...entry, headSha } : entry));
    if (stale === undefined) throw new Error('no entry');
    await expect(account(queue, queue.group(stale, ...others))).rejects.toMatchObject(
      unaccounted(stale.groupCommit),
    );
  });

  it('fails where two pull requests claim one step', async () => {
    const { queue, entries } = twoPullRequests(method);
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('no entries');
    const twice = { ...first, groupCommit: second.groupCommit };
    await expect(account(queue, queue.group(first, second, twice))).rejects.toMatchObject(
      unaccounted(second.groupCommit),
    );
  });

  it('fails with a commit that was slipped in between or on top', async () => {
    const queue = aQueue();
    const { repository } = queue;
    const first = queue.begin(1);
    queue.commit([], { 'a.txt': '1\n' });
    const second = queue.begin(2);
    queue.commit([], { 'b.txt': '2\n' });
    const below = queue.enqueue(first, method);
    repository.write('tests/slipped.py', 'x\n').commit('Slip in');
    const above = queue.enqueue(second, method);
    await expect(account(queue, queue.group(below, above))).rejects.toMatchObject(
      unaccounted(above.groupCommit),
    );
    const top = repository.write('tests/more.py', 'x\n').commit('Slip on top');
    await expect(account(queue, queue.group(below, above))).rejects.toMatchObject(unaccounted(top));
  });

  it('fails with a change that was slipped into the queue’s own commit', async () => {
    const queue = aQueue();
    const { repository } = queue;
    const only = queue.begin(1);
    queue.commit([], { 'a.txt': '1\n' });
    const entry = queue.enqueue(only, method);
    repository.write('tests/slipped.py', 'x\n').git('add', '-A');
    repository.git('commit', '-q', '--amend', '--no-edit');
    const groupCommit = repository.sha('group');
    await expect(account(queue, queue.group({ ...entry, groupCommit }))).rejects.toMatchObject(
      unaccounted(groupCommit),
    );
  });
});

describe('a merge group', () => {
  it('does not judge again what a trusted branch holds, and counts it once', async () => {
    const queue = aQueue();
    const lower = queue.begin(1);
    const commit = queue.commit(['backend-django'], { 'tests/x.py': '1\n' });
    const upper = queue.begin(2, 'pr-1');
    queue.commit(['backend-django'], { 'apps/blog/views.py': '1\n' });
    const group = queue.group(queue.enqueue(lower, 'merge'), queue.enqueue(upper, 'merge'));
    const opened = await borrow(queue.repository.directory);
    const branches = { ...NO_BRANCHES, held: () => Promise.resolve(new Set([commit])) };
    const law = inForce({ trustedBranches: ['develop'] });
    const { report } = await checkMergeGroup(opened, group, opened, law, branches);
    expect(report).toMatchObject({ conclusion: 'success', coverage: { commits: 1, trusted: 1 } });
  });

  it('judges the own commits of a squashed one that a pull request holds', async () => {
    const queue = aQueue();
    const { repository, base } = queue;
    repository.checkout('inner', 'main');
    const inner = queue.commit(['database'], { [MODELS]: 'x\n' });
    const outer = queue.begin(1);
    repository.git('merge', '-q', '--squash', 'inner');
    const squashed = repository.commit('Change the models (#9)\n\nAgent: backend-django\n');
    const other = queue.begin(2);
    queue.commit([], { 'notes.txt': 'x\n' });
    const group = queue.group(queue.enqueue(outer, 'merge'), queue.enqueue(other, 'merge'));
    const opened = await borrow(repository.directory);
    const asItStands = await checkMergeGroup(opened, group, opened, BY_DEFAULT);
    expect(asItStands.report.conclusion).toBe('failure');
    const squashes = [{ commit: squashed, head: inner }];
    const { report } = await checkMergeGroup(opened, group, { shallow: false, squashes }, BY_DEFAULT);
    expect(report).toMatchObject({
      conclusion: 'success',
      range: { base },
      coverage: { commits: 2, files: 2 },
    });
    expect(report.attributions.map(({ commit }) => commit)).toContain(inner);
  });

  it('judges a commit that two pull requests share once', async () => {
    const queue = aQueue();
    const lower = queue.begin(1);
    const commit = queue.commit(['backend-django'], { 'tests/x.py': '1\n' });
    const upper = queue.begin(2, 'pr-1');
    queue.commit(['backend-django'], { 'tests/x.py': null });
    const entries = [queue.enqueue(lower, 'merge'), queue.enqueue(upper, 'merge')];
    const { report } = await check(queue, queue.group(...entries));
    expect(report.coverage.commits).toBe(2);
    expect(report.conclusion).toBe('failure');
    expect(
      report.violations.filter((violation) => 'commit' in violation && violation.commit === commit),
    ).toMatchObject([{ path: 'tests/x.py', undoneBy: null }]);
  });

  it('fails with history that hides behind a clean tree', async () => {
    const queue = aQueue();
    const { repository } = queue;
    queue.begin(1);
    queue.commit([], { 'a.txt': '1\n' });
    repository.checkout('hidden', 'pr-1');
    queue.commit(['backend-django'], { 'tests/hidden.py': 'x\n' });
    const stowaway = queue.commit(['backend-django'], { 'tests/hidden.py': null });
    const entry = queue.enqueue({ number: 1, branch: 'hidden' }, 'merge', {
      headSha: repository.sha('pr-1'),
    });
    await expect(account(queue, queue.group(entry))).rejects.toMatchObject(unaccounted(stowaway));
  });

  it('fails where the group does not stand on its base', async () => {
    const { queue, entries } = twoPullRequests('merge');
    queue.repository.checkout('elsewhere', '').write('x').commit('Elsewhere');
    const base = queue.repository.sha('elsewhere');
    const group = queue.group(...entries);
    await expect(account(queue, { ...group, base })).rejects.toMatchObject(unaccounted(group.head));
    await expect(account(queue, { ...group, head: group.base })).rejects.toMatchObject({
      code: 'unaccounted-commit',
    });
  });

  it('fails where the pull request shares no history with it', async () => {
    const { queue, entries } = twoPullRequests('merge');
    queue.repository.checkout('elsewhere', '').write('x').commit('Elsewhere');
    const headSha = queue.repository.sha('elsewhere');
    const [first] = entries;
    if (first === undefined) throw new Error('no entry');
    const group = queue.group({ ...first, headSha }, ...entries.slice(1));
    await expect(account(queue, group)).rejects.toMatchObject(unaccounted(first.groupCommit));
  });

  it('fails where a commit is not at hand', async () => {
    const { queue, entries } = twoPullRequests('squash');
    const group = queue.group(...entries.map((entry) => ({ ...entry, headSha: commitSha('9'.repeat(40)) })));
    await expect(account(queue, group)).rejects.toMatchObject({ code: 'incomplete-history' });
    await expect(
      account(queue, { ...queue.group(...entries), head: commitSha('9'.repeat(40)) }),
    ).rejects.toMatchObject({ code: 'incomplete-history' });
  });

  it('fails without pull requests', async () => {
    const { queue } = twoPullRequests('merge');
    await expect(check(queue, queue.group())).rejects.toMatchObject({ code: 'unaccounted-commit' });
  });
});
