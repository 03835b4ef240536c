import { describe, expect, it } from '@jest/globals';
import { NO_BRANCHES } from '../../src/check/branches.js';
import { checkRange } from '../../src/check/check-range.js';
import type { Report } from '../../src/core/report.js';
import { borrow } from '../sources/git/reading.js';
import { inForce } from '../support/policies.js';
import { aPullRequest, commitAs, definitionText } from '../support/pull-request.js';
import { judge } from './attributing.js';

const said = ({ attributions, violations }: Report) => ({
  commits: attributions.map(({ kind, agents }) => [kind, agents.join()]),
  codes: violations.map((violation) => [violation.code, 'agent' in violation ? violation.agent : '']),
});

describe('a commit made by git', () => {
  it('by merge --squash is joint work, and each path goes to its owner', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    repository.checkout('work', 'main');
    commitAs(pullRequest, ['backend-django'], { 'apps/a/views.py': 'x\n' });
    commitAs(pullRequest, ['database'], { 'apps/a/models.py': 'x\n' });
    repository.checkout('topic');
    repository.git('merge', '--squash', '-q', 'work');
    repository.git('commit', '-q', '--no-edit');
    expect(said(await judge(repository, base))).toEqual({
      commits: [['joint', 'database,backend-django']],
      codes: [
        ['misplaced-trailer', 'backend-django'],
        ['misplaced-trailer', 'database'],
        ['joint-attribution', 'backend-django'],
      ],
    });
  });

  it('as GitHub squashes is no work of the last commit’s agent alone', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    repository.write('apps/a/views.py').write('apps/a/models.py').write('tests/a.py');
    repository.commit('Blog (#7)\n\n* One\n\nAgent: backend-django\n\n* Two\n\nAgent: database\n');
    expect(said(await judge(repository, base))).toEqual({
      commits: [['joint', 'database,backend-django']],
      codes: [
        ['misplaced-trailer', 'backend-django'],
        ['joint-attribution', 'backend-django'],
        ['forbidden-path', 'backend-django'],
      ],
    });
  });

  it('by revert is nobody’s, and by cherry-pick the agent’s', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    repository.checkout('work', 'main');
    commitAs(pullRequest, ['database'], { 'apps/a/models.py': 'x\n' });
    repository.checkout('topic');
    repository.git('cherry-pick', '-x', 'work');
    repository.git('revert', '--no-edit', 'HEAD');
    expect(said(await judge(repository, base)).commits).toEqual([
      ['agent', 'database'],
      ['person', ''],
    ]);
  });
});

describe('an agent that the base does not define', () => {
  const search = { '.claude/agents/search.md': definitionText('search', { 'CANNOT TOUCH': ['docs/**'] }) };
  const work = { 'docs/a.md': 'x\n' };

  it('is judged by the definition of the merge base, with a notice once', async () => {
    const pullRequest = aPullRequest(search);
    const { repository, base } = pullRequest;
    commitAs(pullRequest, ['search'], work);
    commitAs(pullRequest, ['search'], { 'a.txt': 'x\n' });
    const topic = repository.sha();
    repository.checkout('main');
    repository.remove('.claude/agents/search.md').commit('Retire');
    const range = { base: repository.sha(), head: topic, shallow: false };
    const report = await checkRange(await borrow(repository.directory), range, inForce({}));
    expect(said(report).codes).toEqual([
      ['retired-agent', 'search'],
      ['forbidden-path', 'search'],
    ]);
    expect(base).not.toBe(range.base);
  });

  it('is judged by the definition of the default branch', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    commitAs(pullRequest, ['search'], work);
    const head = repository.sha();
    repository
      .checkout('later', 'main')
      .write('.claude/agents/search.md', search['.claude/agents/search.md']);
    const tip = repository.commit('Define');
    const asked: string[] = [];
    const branches = {
      ...NO_BRANCHES,
      defaultBranch: 'later',
      tip: (branch: string) => {
        asked.push(branch);
        return Promise.resolve(tip);
      },
    };
    const range = { base, head, shallow: false };
    const report = await checkRange(await borrow(repository.directory), range, inForce({}), branches);
    expect(said(report).codes).toEqual([
      ['retired-agent', 'search'],
      ['forbidden-path', 'search'],
    ]);
    expect(asked).toEqual(['later']);
  });

  it('asks no server for the sake of prose', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    repository.write('a.txt').commit('S\n\nAgent: fix the thing\n\nText\n');
    const branches = { ...NO_BRANCHES, defaultBranch: 'x', tip: () => Promise.reject(new Error('asked')) };
    const range = { base, head: repository.sha(), shallow: false };
    const report = await checkRange(await borrow(repository.directory), range, inForce({}), branches);
    expect(said(report).commits).toEqual([['person', '']]);
  });

  it('is provisional where only the head defines it, also by a line that is no trailer', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    commitAs(pullRequest, [], search);
    repository.write('docs/a.md').commit('S\nAgent: search\n');
    expect(said(await judge(repository, base)).codes).toEqual([
      ['misplaced-trailer', 'search'],
      ['provisional-agent', 'search'],
      ['forbidden-path', 'search'],
    ]);
  });
});

describe('work of an AI without a name', () => {
  it('is said once, with the number of commits and what shows it', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    for (const name of ['a', 'b']) {
      repository.write(name).commit(`${name}\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n`);
    }
    commitAs(pullRequest, ['codex'], { c: 'c\n' });
    const report = await judge(repository, base);
    expect(report.attributions.map(({ kind }) => kind)).toEqual(['anonymous', 'anonymous', 'anonymous']);
    expect(report.conclusion).toBe('success');
    expect(report.violations).toMatchObject([
      {
        code: 'anonymous-agent',
        severity: 'notice',
        commits: 3,
        marks: [
          { kind: 'co-author', value: 'Claude <noreply@anthropic.com>' },
          { kind: 'claim', value: 'codex' },
        ],
      },
    ]);
  });
});
