import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VERSION } from '../../src/version.js';
import { CLI_BUNDLE, runCommandLine } from '../support/command-line.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import { createRepository, temporaryDirectory } from '../support/repository.js';

const ROOT = join(import.meta.dirname, '../..');

function aBranch(agents: readonly string[], path: string) {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, agents, { [path]: 'x\n' });
  return pullRequest.repository;
}

const parse = (text: string): unknown => JSON.parse(text);

describe('agent-ownership', () => {
  it.each([
    [['--help'], 0],
    [[], 2],
  ])('tells its commands for %j, with status %i: nothing was checked', (args, status) => {
    const { exitCode, stdout, stderr } = runCommandLine(ROOT, args);
    expect(exitCode).toBe(status);
    for (const command of ['check', 'explain', 'lint', 'demo'])
      expect(status === 0 ? stdout : stderr).toContain(command);
  });

  it('tells the version of package.json', () => {
    const manifest = parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(VERSION);
    expect(runCommandLine(ROOT, ['--version']).stdout).toBe(`${VERSION}\n`);
  });

  it.each([
    [['chek']],
    [['check', '--bse', 'main']],
    [['check', '--format', 'xml']],
    [['check', 'extra']],
    [['explain']],
  ])('refuses %j with exit status 2 and a sentence', (args) => {
    const { exitCode, stdout, stderr } = runCommandLine(ROOT, args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error\[usage\]: /);
  });
});

describe('agent-ownership chek', () => {
  it('suggests the command that was meant', () => {
    expect(runCommandLine(ROOT, ['chek']).stderr).toContain('check');
  });
});

describe('check', () => {
  it.each([
    ['clean', ['backend-django'], 'apps/blog/views.py', 0, 'success'],
    ['a violation', ['backend-django'], 'tests/a.py', 1, 'failure'],
    ['a warning', ['backend-django'], 'requirements.txt', 0, 'success'],
  ])('ends with the status of %s', (_, agents, path, status, conclusion) => {
    const { directory } = aBranch(agents, path);
    const { exitCode, stdout } = runCommandLine(directory, ['check', '--format', 'json']);
    expect(exitCode).toBe(status);
    expect(parse(stdout)).toMatchObject({ schemaVersion: 1, conclusion, mode: 'enforce' });
    expect(runCommandLine(directory, ['check']).exitCode).toBe(status);
  });

  it('has the shape that others rely on', () => {
    const repository = aBranch(['backend-django'], 'tests/a.py');
    const report = parse(runCommandLine(repository.directory, ['check', '--format', 'json']).stdout);
    expect(report).toMatchObject({
      range: { base: repository.sha('main'), head: repository.sha() },
      violations: [
        {
          code: 'forbidden-path',
          severity: 'error',
          agent: 'backend-django',
          path: 'tests/a.py',
          status: 'A',
          commit: repository.sha(),
          rule: {
            section: 'cannot-touch',
            pattern: 'tests/**/*',
            remark: null,
            file: '.claude/agents/backend-django.md',
          },
          owners: [],
          waivedBy: null,
          undoneBy: null,
          remedy: { kind: 'restore', commands: ['git rm -- tests/a.py'] },
        },
      ],
      problems: [],
      attributions: [
        {
          commit: repository.sha(),
          subject: 'Change the blog',
          kind: 'agent',
          agents: ['backend-django'],
          provisional: false,
        },
      ],
      coverage: { definitions: 2, commits: 1, files: 1 },
    });
  });

  it('says that there is nothing to judge', () => {
    const { repository } = aPullRequest();
    const { exitCode, stdout } = runCommandLine(repository.directory, ['check']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Nothing to judge')]);
    expect(stdout).toContain('help: Only commits are judged.');
  });

  it('takes base and head as they are given', () => {
    const repository = aBranch(['backend-django'], 'tests/a.py');
    expect(
      runCommandLine(repository.directory, ['check', '--base', 'topic', '--head', 'main']).exitCode,
    ).toBe(0);
    expect(
      runCommandLine(repository.directory, ['check', '--base', 'main~0', '--head', 'topic']).exitCode,
    ).toBe(1);
  });

  it.each([
    ['unknown-revision', ['--base', 'nowhere']],
    ['unknown-revision', ['--head', '--upload-pack=touch x']],
    ['no-default-base', []],
    ['no-merge-base', ['--base', 'orphan']],
  ])('ends with %s and status 2 where it could not check', (code, args) => {
    const pullRequest = aPullRequest();
    const { repository } = pullRequest;
    repository.checkout('orphan', '');
    commitAs(pullRequest, [], { other: 'x\n' });
    repository.checkout('topic');
    if (code === 'no-default-base') {
      repository.git('update-ref', '-d', 'refs/remotes/origin/main');
      repository.git('branch', '-D', 'main');
    }
    const { exitCode, stdout } = runCommandLine(repository.directory, ['check', ...args, '--format=json']);
    expect(exitCode).toBe(2);
    expect(parse(stdout)).toMatchObject({ schemaVersion: 1, conclusion: 'unknown', error: { code } });
  });

  it('ends with status 2 outside a repository, and says so on standard error', () => {
    const { exitCode, stdout, stderr } = runCommandLine(temporaryDirectory(), ['check']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('not-a-repository');
  });

  it('ends with status 2 where the working directory was removed, and where nothing is committed', () => {
    const gone = spawnSync(
      'sh',
      ['-c', 'rmdir "$PWD" && exec "$0" "$@"', process.execPath, CLI_BUNDLE, 'check'],
      { cwd: temporaryDirectory(), encoding: 'utf8' },
    );
    expect([gone.status, gone.stderr]).toEqual([2, expect.stringContaining('not-a-repository')]);
    const empty = runCommandLine(createRepository().directory, ['check']);
    expect([empty.exitCode, empty.stderr]).toEqual([2, expect.stringContaining('unknown-revision')]);
  });

  it('writes the report to a file', () => {
    const { directory } = aBranch(['backend-django'], 'tests/a.py');
    const result = runCommandLine(directory, ['check', '--format', 'json', '--output', 'report.json']);
    expect([result.exitCode, result.stdout]).toEqual([1, '']);
    expect(parse(readFileSync(join(directory, 'report.json'), 'utf8'))).toMatchObject({
      conclusion: 'failure',
    });
    expect(runCommandLine(directory, ['check', '--output', 'no/such/folder/x']).exitCode).toBe(2);
  });
});

describe('explain', () => {
  const { repository } = aPullRequest({ ...DEFINITIONS, 'apps/blog/models.py': 'x\n' });
  const explain = (args: readonly string[], input?: string, folder = '') =>
    runCommandLine(
      join(repository.directory, folder),
      ['explain', '--format', 'json', ...args],
      input === undefined ? {} : { input },
    );

  it('says who may touch a path, by which line', () => {
    const { exitCode, stdout } = explain(['apps/blog/models.py']);
    expect(exitCode).toBe(0);
    expect(parse(stdout)).toEqual([
      {
        path: 'apps/blog/models.py',
        protected: false,
        shared: null,
        agents: [
          {
            agent: 'backend-django',
            verdict: 'cannot-touch',
            rule: {
              section: 'cannot-touch',
              pattern: 'apps/**/models.py',
              remark: 'Models (database agent)',
              file: '.claude/agents/backend-django.md',
              line: 21,
            },
          },
          {
            agent: 'database',
            verdict: 'owns',
            rule: expect.objectContaining({ section: 'owns' }) as object,
          },
        ],
      },
    ]);
  });

  it.each([
    ['a path relative to the working directory', ['models.py'], 'apps/blog', 'apps/blog/models.py'],
    ['a path above the working directory', ['../../config/new.py'], 'apps/blog', 'config/new.py'],
    ['a directory with a slash', ['apps/'], '', 'apps'],
    ['an absolute path', [join(repository.directory, 'manage.py')], '', 'manage.py'],
  ])('reads %s', (_, args, folder, path) => {
    expect(parse(explain(args, undefined, folder).stdout)).toMatchObject([{ path }]);
  });

  it('reads paths from standard input', () => {
    expect(parse(explain(['-'], 'a.py\nb c.py\n').stdout)).toMatchObject([
      { path: 'a.py' },
      { path: 'b c.py' },
    ]);
  });

  it('shows one agent, by the rules of a commit', () => {
    const { stdout } = explain(['--agent', 'Database', '--at', 'main', 'x']);
    expect(parse(stdout)).toMatchObject([{ agents: [{ agent: 'database', verdict: 'none', rule: null }] }]);
  });

  it.each([[['--agent', 'databse', 'x']], [['../../outside']], [['--at', 'nowhere', 'x']]])(
    'refuses %j',
    (args) => {
      expect(explain(args).exitCode).toBe(2);
    },
  );
});

describe('lint', () => {
  it('shows what was understood in the shape that others rely on', () => {
    const { repository } = aPullRequest();
    const { exitCode, stdout } = runCommandLine(repository.directory, ['lint', '--format', 'json']);
    expect(exitCode).toBe(0);
    expect(parse(stdout)).toMatchObject({
      agents: [
        {
          name: 'backend-django',
          file: '.claude/agents/backend-django.md',
          root: '',
          owns: [
            { pattern: 'apps/**/views.py', remark: 'DRF views', condition: null },
            { pattern: 'config/**/*', remark: null },
          ],
          reads: [{ pattern: 'requirements.txt' }],
          cannotTouch: [{ pattern: 'apps/**/models.py' }, { pattern: 'tests/**/*' }],
        },
        { name: 'database' },
      ],
    });
    // The tree holds none of the files that the patterns name, which is worth a notice and no more.
    const { problems } = parse(stdout) as { problems: readonly { severity: string }[] };
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });

  it('lints files by their path outside any repository', () => {
    const folder = temporaryDirectory();
    const seed = join(ROOT, '__tests__/fixtures/definitions/backend-django.md');
    const { exitCode, stdout } = runCommandLine(folder, ['lint', '--definition', seed, '--format=json']);
    const { agents, problems } = parse(stdout) as {
      agents: Record<string, unknown[]>[];
      problems: unknown[];
    };
    expect(exitCode).toBe(0);
    expect(problems).toEqual([]);
    expect(
      [agents[0]?.['owns'], agents[0]?.['reads'], agents[0]?.['cannotTouch']].map((list) => list?.length),
    ).toEqual([10, 4, 4]);
  });

  it('ends with status 1 on an error and with 2 where the file is missing', () => {
    const { repository } = aPullRequest();
    repository.write(
      '.claude/agents/testing.md',
      '---\nname: testing\ndescription: d\n---\n## CANNOT TOUCH\n```\nsrc/[ab\n```\n',
    );
    expect(runCommandLine(repository.directory, ['lint']).exitCode).toBe(1);
    expect(runCommandLine(repository.directory, ['lint', '--at', 'HEAD']).exitCode).toBe(0);
    expect(runCommandLine(repository.directory, ['lint', '--definition', 'missing.md']).exitCode).toBe(2);
  });
});

describe('demo', () => {
  it('builds a repository, runs the action on it and ends with status 0', () => {
    const { exitCode, stdout, stderr } = runCommandLine(temporaryDirectory(), ['demo']);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const part of ['backend-django', 'apps/blog/models.py', 'CANNOT TOUCH', 'Failed'])
      expect(stdout).toContain(part);
    // Its folder is gone by now.
    expect(stdout).not.toContain('report.sarif');
  });
});
