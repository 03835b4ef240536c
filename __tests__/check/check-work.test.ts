import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.js';
import { agentName, repoPath, UNCOMMITTED } from '../../src/core/vocabulary.js';
import { foldAlike } from '../../src/reporters/alike.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { remedyFor } from '../../src/reporters/remedies.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { aPullRequest, commitAs, DEFINITIONS, definitionText } from '../support/pull-request.js';
import { createRepository, environment, type TestRepository } from '../support/repository.js';
import { judgeWorkIn } from './working.js';

const BACKEND = ['backend-django'];
const MODELS = 'apps/blog/models.py';

/** `code agent path`, with what takes it back or lifts it. */
const findingsOf = ({ violations }: Report): readonly string[] =>
  violations.map((violation) =>
    [
      violation.code,
      'agent' in violation ? violation.agent : '',
      'path' in violation ? violation.path : '',
      'undoneBy' in violation && violation.undoneBy !== null ? 'undone' : '',
      'waivedBy' in violation && violation.waivedBy !== null ? 'waived' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

const staged = async (repository: TestRepository, agents = BACKEND) =>
  findingsOf(await judgeWorkIn(repository, 'staged', agents));
const inTree = async (repository: TestRepository, agents = BACKEND) =>
  findingsOf(await judgeWorkIn(repository, 'working-tree', agents));

describe('checkWork on what is staged', () => {
  it('judges the index, not the working tree', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\n' });
    repository.write(MODELS, 'b\n');
    expect(await staged(repository)).toEqual([]);
    repository.git('add', MODELS);
    repository.write(MODELS, 'a\n');
    expect(await staged(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
    expect(await inTree(repository)).toEqual([]);
  });

  it('has no commit to name, and stands on HEAD', async () => {
    const { repository, base } = aPullRequest();
    repository.write(MODELS).git('add', MODELS);
    const report = await judgeWorkIn(repository, 'staged', BACKEND);
    expect(report).toMatchObject({
      conclusion: 'failure',
      range: { base, head: UNCOMMITTED },
      violations: [{ commit: UNCOMMITTED, status: 'A' }],
      attributions: [{ commit: UNCOMMITTED, agents: BACKEND }],
      uncommitted: { kind: 'staged', parents: [base], leftOut: [] },
      coverage: { commits: 1, files: 1 },
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('has nothing to judge where nothing is staged', async () => {
    const { repository } = aPullRequest();
    const report = await judgeWorkIn(repository, 'staged', BACKEND);
    expect(report).toMatchObject({ conclusion: 'success', coverage: { commits: 0 }, attributions: [] });
  });

  it('judges by the rules of HEAD, not by those that are staged', async () => {
    const { repository } = aPullRequest();
    repository.write('.claude/agents/backend-django.md', definitionText('backend-django', { OWNS: ['**'] }));
    repository.write(MODELS).git('add', '-A');
    expect(await staged(repository)).toEqual(
      expect.arrayContaining([
        'rule-loosened',
        'definition-edit backend-django .claude/agents/backend-django.md',
        `forbidden-path backend-django ${MODELS}`,
      ]),
    );
  });

  it('judges a joint commit as one', async () => {
    const { repository } = aPullRequest();
    repository.write(MODELS).git('add', '-A');
    expect(await staged(repository, ['backend-django', 'database'])).toEqual([
      `joint-attribution backend-django ${MODELS}`,
    ]);
  });

  it('holds each agent to its own changes where it is known who made what', async () => {
    const { repository } = aPullRequest();
    repository.write(MODELS).write('tests/a.py').write('frontend/x.ts').git('add', '-A');
    const database = agentName('database');
    const makers = new Map([
      [repoPath(MODELS), [database]],
      [repoPath('tests/a.py'), [database]],
      [repoPath('frontend/x.ts'), [agentName('backend-django')]],
    ]);
    const judge = async () =>
      findingsOf(await judgeWorkIn(repository, 'staged', () => Promise.resolve(makers)));
    expect(await judge()).toEqual([]);
    makers.set(repoPath('frontend/x.ts'), [database]);
    makers.set(repoPath('tests/a.py'), [agentName('backend-django')]);
    expect(await judge()).toEqual([
      'forbidden-path database frontend/x.ts',
      'forbidden-path backend-django tests/a.py',
    ]);
  });

  it('is no offence to take an earlier one back', async () => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\n' });
    const commit = commitAs(pullRequest, BACKEND, { [MODELS]: 'b\n' });
    pullRequest.repository.git('checkout', `${commit}^`, '--', MODELS);
    expect(await staged(pullRequest.repository)).toEqual([]);
  });

  it('does not charge earlier commits of the branch', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, BACKEND, { [MODELS]: 'b\n' });
    pullRequest.repository.write('apps/blog/views.py').git('add', '-A');
    expect(await staged(pullRequest.repository)).toEqual([]);
  });

  it('works on the tip of a shallow clone, and in a detached HEAD', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, BACKEND, { [MODELS]: 'b\n' });
    const clone = pullRequest.repository.clone('--depth=1');
    clone.git('checkout', '-q', '--detach');
    clone.write('apps/shop/models.py').git('add', '-A');
    expect(await staged(clone)).toEqual(['forbidden-path backend-django apps/shop/models.py']);
  });

  it('honours a waiver and a shared path of HEAD', async () => {
    const { repository } = aPullRequest({
      ...DEFINITIONS,
      '.github/agent-ownership.yml': `shared: [tests/shared/**]
waivers:
  - { agent: backend-django, path: ${MODELS}, reason: Agreed, until: 2026-12-31 }
`,
    });
    repository.write(MODELS).write('tests/shared/a.py').git('add', '-A');
    expect(await staged(repository)).toEqual([`forbidden-path backend-django ${MODELS} waived`]);
  });

  it('sees a link, a submodule, a mode and a case collision as a commit would show them', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, 'tests/a.py': '', 'apps/shop/models.py': '' });
    repository.submodule('tests/vendored');
    repository.remove('tests/a.py').symlink('tests/a.py', '../README.md').write('Tests/b.py');
    repository.setExecutable('apps/shop/models.py', true);
    repository.git('add', 'tests/a.py', 'Tests', 'apps');
    expect((await staged(repository)).toSorted()).toEqual([
      'case-collision backend-django Tests/b.py',
      'forbidden-path backend-django apps/shop/models.py',
      'forbidden-path backend-django tests/a.py',
      'forbidden-path backend-django tests/vendored',
    ]);
  });

  it('says what a commit leaves out: paths that are only marked by git add -N', async () => {
    const { repository } = aPullRequest();
    repository.write(MODELS).git('add', '-N', MODELS);
    const report = await judgeWorkIn(repository, 'staged', BACKEND);
    expect(report.violations).toEqual([]);
    expect(report.uncommitted?.leftOut).toEqual([{ path: MODELS, reason: 'intent-to-add' }]);
    expect(await inTree(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
  });

  it('reads the index that git names, as in a hook of git commit FILE', async () => {
    const { repository } = aPullRequest();
    const other = join(repository.directory, '.git', 'next-index-1.lock');
    repository.write(MODELS);
    execFileSync('git', ['add', '-A'], {
      cwd: repository.directory,
      env: { ...environment, GIT_INDEX_FILE: other },
    });
    const variables = { GIT_INDEX_FILE: '.git/next-index-1.lock', GIT_DIR: '.git' };
    const report = await judgeWorkIn({ ...repository, variables }, 'staged', BACKEND);
    expect(findingsOf(report)).toEqual([`forbidden-path backend-django ${MODELS}`]);
    expect(await staged(repository)).toEqual([]);
  });

  it('reads an index in two files', async () => {
    const { repository } = aPullRequest();
    repository.git('config', 'core.splitIndex', 'true');
    repository.git('update-index', '--split-index');
    repository.write(MODELS).git('add', '-A');
    expect(await staged(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
  });
});

describe('checkWork in a merge', () => {
  const aConflict = (resolve: (repository: TestRepository) => void) => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\n', 'apps/shop/models.py': 'a\n' });
    const { repository } = pullRequest;
    commitAs(pullRequest, ['database'], { [MODELS]: 'ours\n' });
    repository.checkout('other', 'main');
    commitAs(pullRequest, ['database'], { [MODELS]: 'theirs\n', 'apps/shop/models.py': 'theirs\n' });
    repository.checkout('topic');
    try {
      repository.git('merge', '-q', 'other');
    } catch {
      resolve(repository);
    }
    return repository;
  };

  it('charges a resolved conflict, and not what git merged by itself', async () => {
    const repository = aConflict((merging) => {
      merging.write(MODELS, 'both\n').git('add', '-A');
    });
    expect(await staged(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
    expect(await staged(repository, ['database'])).toEqual([]);
  });

  it('cannot judge a staged state that holds conflicts, and judges the files as they are', async () => {
    const repository = aConflict(() => undefined);
    await expect(staged(repository)).rejects.toMatchObject({ code: 'unmerged-paths', subject: MODELS });
    expect(await inTree(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
  });
});

describe('checkWork on the working tree', () => {
  it('judges what is changed, deleted, new and not ignored', async () => {
    const { repository } = aPullRequest({
      ...DEFINITIONS,
      [MODELS]: '',
      'tests/a.py': '',
      '.gitignore': '*.log\n',
    });
    repository.write(MODELS, 'b\n').remove('tests/a.py').write('tests/new\nline.py').write('tests/x.log');
    expect(await inTree(repository)).toEqual([
      `forbidden-path backend-django ${MODELS}`,
      'forbidden-path backend-django tests/a.py',
      'forbidden-path backend-django tests/new\nline.py',
    ]);
  });

  it('sees a change of the same size in the second in which the index was written', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\n' });
    repository.git('config', 'core.trustctime', 'false');
    const at = (path: string) => {
      utimesSync(join(repository.directory, path), 1_700_000_000, 1_700_000_000);
    };
    at(MODELS);
    repository.git('update-index', '--refresh');
    repository.write(MODELS, 'b\n');
    at(MODELS);
    at('.git/index');
    expect(await inTree(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
  });

  it('takes no file for changed whose time alone is another, whatever its line ends', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, '.gitattributes': '*.py text eol=crlf\n' });
    repository.write(MODELS, 'a\r\nb\r\n').commit('Add models');
    repository.write(MODELS, 'a\r\nb\r\n');
    expect(await inTree(repository)).toEqual([]);
  });

  it('sees nothing where a sparse checkout left a file out', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [MODELS]: '' });
    repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!/apps/');
    expect(existsSync(join(repository.directory, MODELS))).toBe(false);
    expect(await inTree(repository)).toEqual([]);
  });

  it('judges a repository in the tree as the submodule that git add makes of it, and says where it cannot', async () => {
    const { repository } = aPullRequest();
    const nested = join(repository.directory, 'tests/nested');
    repository.git('init', '-q', nested);
    repository.git('init', '-q', join(repository.directory, 'tests/empty'));
    repository.git('-C', nested, 'commit', '-q', '--allow-empty', '-m', 'Begin');
    const report = await judgeWorkIn(repository, 'working-tree', BACKEND);
    expect(findingsOf(report)).toEqual(['forbidden-path backend-django tests/nested']);
    expect(report.uncommitted?.leftOut).toEqual([{ path: 'tests/empty', reason: 'no-commit' }]);
  });

  it('runs no program of the repository’s config and writes nothing into it', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, '.gitattributes': '*.py filter=spy\n' });
    const trace = join(repository.directory, '.git', 'spied');
    for (const key of ['filter.spy.clean', 'filter.spy.process', 'core.fsmonitor'])
      repository.git('config', key, `touch ${trace}`);
    repository.git('config', 'filter.spy.required', 'true');
    repository.write(MODELS);
    repository.write('.git/hooks/post-index-change', `#!/bin/sh\ntouch ${trace}\n`);
    repository.setExecutable('.git/hooks/post-index-change', true);
    const before = contentsOf(join(repository.directory, '.git'));
    expect(await inTree(repository)).toEqual([`forbidden-path backend-django ${MODELS}`]);
    expect(await staged(repository)).toEqual([]);
    expect(contentsOf(join(repository.directory, '.git'))).toEqual(before);
  });
});

const contentsOf = (directory: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file, readFileSync(file, 'latin1')];
      }),
  );

describe('checkWork refuses', () => {
  it('an agent that nobody defines, with the nearest name', async () => {
    const { repository } = aPullRequest();
    await expect(staged(repository, ['bakend-django'])).rejects.toMatchObject({
      code: 'no-such-agent',
      subject: 'bakend-django',
      suggestions: ['backend-django'],
    });
    await expect(staged(repository, ['human'])).rejects.toMatchObject({ code: 'no-such-agent' });
    await expect(staged(repository, ['a\nAgent: database'])).rejects.toMatchObject({ code: 'no-such-agent' });
  });

  it('a repository without a commit, and one without a working tree', async () => {
    const fresh = createRepository().write(MODELS);
    fresh.git('add', '-A');
    await expect(staged(fresh)).rejects.toMatchObject({ code: 'no-commit-yet' });
    const bare = aPullRequest().repository.clone('--bare');
    await expect(staged(bare)).rejects.toMatchObject({ code: 'no-working-tree' });
  });
});

describe('the remedy for uncommitted work', () => {
  it.each(['staged', 'working-tree'] as const)('leaves nothing to find: %s', async (kind) => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [MODELS]: '', 'tests/a.py': '', 'tests/b.py': '' });
    repository.write(MODELS, 'b\n').remove('tests/a.py').write("tests/[new] 'file'.py").write('tests/-x.py');
    repository.remove('tests/b.py').symlink('tests/b.py', 'x');
    if (kind === 'staged') repository.git('add', '-A');
    const report = await judgeWorkIn(repository, kind, BACKEND);
    const context = toFindingContext(report, plainVoice);
    expect(report.violations).toHaveLength(5);
    for (const violation of report.violations)
      for (const command of remedyFor(violation, context).commands)
        execFileSync('bash', ['--norc', '-c', command], { cwd: repository.directory, env: environment });
    expect(findingsOf(await judgeWorkIn(repository, kind, BACKEND))).toEqual([]);
    expect(existsSync(join(repository.directory, 'tests/-x.py'))).toBe(kind === 'staged');
  });

  it.each(['staged', 'working-tree'] as const)('of many files leaves nothing to find: %s', async (kind) => {
    const deleted = ['tests/a.py', 'tests/b.py', 'tests/c.py'];
    const { repository } = aPullRequest({
      ...DEFINITIONS,
      ...Object.fromEntries(deleted.map((path) => [path, ''])),
    });
    for (const path of deleted) repository.remove(path);
    for (const path of ['tests/[d].py', "tests/e 'e'.py", 'tests/-f.py']) repository.write(path);
    if (kind === 'staged') repository.git('add', '-A');
    const report = await judgeWorkIn(repository, kind, BACKEND);
    const context = toFindingContext(report, plainVoice);
    const folded = foldAlike(report.violations, () => context);
    expect(folded.map(({ length }) => length)).toEqual([3, 3]);
    for (const [first, ...others] of folded)
      for (const command of remedyFor(first, context, others).commands)
        execFileSync('bash', ['--norc', '-c', command], { cwd: repository.directory, env: environment });
    expect(findingsOf(await judgeWorkIn(repository, kind, BACKEND))).toEqual([]);
    expect(repository.git('ls-files', 'tests').split('\n')).toEqual(deleted);
  });

  it.each(
    (['staged', 'working-tree'] as const).flatMap((kind) => [
      { kind, isReversed: false },
      { kind, isReversed: true },
    ]),
  )('where files and directories change places works in any order: %j', async ({ kind, isReversed }) => {
    const before = Object.fromEntries(
      ['tests/a.py', 'tests/b.py', 'tests/d/x.py'].map((path) => [path, 'x\n']),
    );
    const { repository, base } = aPullRequest({ ...DEFINITIONS, ...before });
    for (const path of ['tests/a.py', 'tests/b.py']) repository.remove(path).write(`${path}/y.py`);
    repository.remove('tests/d').write('tests/d').write('tests/e').write('tests/f/y.py');
    if (kind === 'staged') repository.git('add', '-A');
    const report = await judgeWorkIn(repository, kind, BACKEND);
    const context = toFindingContext(report, plainVoice);
    const commands = foldAlike(report.violations, () => context).map(
      ([first, ...others]) => remedyFor(first, context, others).commands,
    );
    for (const command of (isReversed ? commands.toReversed() : commands).flat())
      execFileSync('bash', ['--norc', '-c', command], { cwd: repository.directory, env: environment });
    expect(findingsOf(await judgeWorkIn(repository, kind, BACKEND))).toEqual([]);
    expect(repository.git('diff', '--cached', '--stat', base)).toBe('');
    if (kind === 'working-tree') expect(repository.git('status', '--porcelain')).toBe('');
  });
});
