import { describe, expect, it } from '@jest/globals';
import { aPullRequest, commitAs, DEFINITIONS, definitionText } from '../support/pull-request.js';
import { runMain } from '../support/terminal.js';

const FILE = '.github/agent-ownership.yml';
const BAD = 'mode: enforce\nmood: strict\n';

const json = async (directory: string, args: readonly string[]) => {
  const { exitCode, stdout } = await runMain(directory, [...args, '--format', 'json']);
  return { exitCode, output: JSON.parse(stdout) as unknown };
};
const directoryWith = (files: Readonly<Record<string, string>>) =>
  aPullRequest({ ...DEFINITIONS, ...files }).repository.directory;

describe('lint with a config', () => {
  it('looks for definitions and headings as it says', async () => {
    const directory = directoryWith({
      'agents/x.md': definitionText('x', { Territory: ['src/'] }),
      [FILE]: 'definitions: [agents/*.md]\nheadings: { owns: [Territory] }\n',
    });
    for (const args of [['lint'], ['lint', '--at', 'HEAD']])
      expect(await json(directory, args)).toMatchObject({
        exitCode: 0,
        output: { agents: [{ name: 'x', owns: [{ pattern: 'src/' }] }] },
      });
  });

  it.each([
    ['raises a problem', 'dead-pattern: error', 1, 'error'],
    ['lowers a problem', 'dead-pattern: warning', 0, 'warning'],
    ['takes a problem away', 'dead-pattern: off', 0, undefined],
  ])('%s', async (_, severity, exitCode, level) => {
    const directory = directoryWith({ [FILE]: `severity:\n  ${severity}\n` });
    const { output, exitCode: code } = await json(directory, ['lint']);
    const { problems } = output as { problems: { code: string; severity: string }[] };
    expect(code).toBe(exitCode);
    expect(problems.find((problem) => problem.code === 'dead-pattern')?.severity).toBe(level);
  });

  it('weighs problems of one agent in every format', async () => {
    const directory = directoryWith({
      [FILE]: 'agents: { database: { severity: { dead-pattern: error } } }\n',
    });
    for (const [format, sign] of [
      ['text', 'error  dead-pattern'],
      ['github', '::error file=.claude/agents/database.md,line=10,title=Pattern that matches no file'],
      ['sarif', '"level":"error"'],
    ] as const) {
      const { stdout, exitCode } = await runMain(directory, ['lint', '--format', format]);
      expect(stdout).toContain(sign);
      expect(exitCode).toBe(1);
    }
  });

  it('tells what is wrong with the config, and goes on with the defaults', async () => {
    const directory = directoryWith({ [FILE]: BAD });
    const { exitCode, output } = await json(directory, ['lint']);
    expect(exitCode).toBe(1);
    expect(output).toMatchObject({ agents: [{ name: 'backend-django' }, { name: 'database' }] });
    expect((output as { problems: unknown[] }).problems).toContainEqual(
      expect.objectContaining({ code: 'invalid-config', file: FILE, line: 2 }),
    );
  });

  it('reads the config of the commit at a commit, that of the disk without', async () => {
    const { repository } = aPullRequest();
    repository.write(FILE, BAD);
    expect(await json(repository.directory, ['lint', '--at', 'HEAD'])).toMatchObject({ exitCode: 0 });
    expect(await json(repository.directory, ['lint'])).toMatchObject({ exitCode: 1 });
  });

  it('takes no config beside a file by its path', async () => {
    const args = ['lint', '--definition', '.claude/agents/database.md', '--config', FILE];
    expect(await runMain(directoryWith({}), args)).toMatchObject({ exitCode: 2 });
  });
});

describe('explain with a config', () => {
  it('tells what is protected and what is shared', async () => {
    const directory = directoryWith({ [FILE]: 'protected: [infra/, a.lock]\nshared: ["*.lock"]\n' });
    const { output } = await json(directory, ['explain', 'infra/x', 'b.lock', 'a.lock', 'config/x', FILE]);
    expect(output).toMatchObject([
      { protected: true, shared: null },
      { protected: false, shared: '*.lock' },
      { protected: true, shared: null },
      { protected: false, shared: null },
      { protected: true, shared: null },
    ]);
    expect((await runMain(directory, ['explain', 'b.lock'])).stdout).toContain('shared (*.lock)');
  });

  it('names agents of other definitions', async () => {
    const directory = directoryWith({
      'agents/x.md': definitionText('x', { OWNS: ['src/'] }),
      'ci/policy.yml': 'definitions: [agents/*.md]\n',
    });
    expect(await json(directory, ['explain', 'src/a', '--config', 'ci/policy.yml'])).toMatchObject({
      output: [{ agents: [{ agent: 'x', verdict: 'owns' }] }],
    });
  });
});

it('explain names the agents that come near one that nobody has', async () => {
  const { exitCode, stderr } = await runMain(directoryWith({}), ['explain', 'a', '--agent', 'Databse']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/no-such-agent.*`database`/);
});

describe('a config that cannot be used', () => {
  it.each([
    ['explain', ['explain', 'a'], ''],
    ['explain of a commit', ['explain', 'a', '--at', 'HEAD'], ''],
    ['check', ['check'], ''],
  ])('ends %s with the place and the sentence', async (_, args) => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, [FILE]: BAD });
    commitAs(pullRequest, [], { 'a.txt': 'x\n' });
    const { directory } = pullRequest.repository;
    const { exitCode, stderr } = await runMain(directory, args);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[unusable-config]');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`${FILE}:2`);
    expect(await json(directory, args)).toMatchObject({
      exitCode: 2,
      output: { conclusion: 'unknown', error: { code: 'unusable-config' } },
    });
  });
});

describe('check with a config', () => {
  it('judges by the base’s, and by another one where it is named', async () => {
    const pullRequest = aPullRequest({
      ...DEFINITIONS,
      [FILE]: 'mode: report-only\n',
      'ci/policy.yml': 'severity: { forbidden-path: off }\n',
    });
    commitAs(pullRequest, ['backend-django'], { 'tests/a.py': 'x\n', [FILE]: 'mode: enforce\n' });
    const { directory } = pullRequest.repository;

    expect(await json(directory, ['check'])).toMatchObject({ exitCode: 0, output: { mode: 'report-only' } });
    expect(await json(directory, ['check', '--config', 'ci/policy.yml'])).toMatchObject({
      exitCode: 1,
      output: { violations: [{ code: 'definition-edit' }] },
    });
  });

  it.each([['check'], ['lint'], ['explain', 'a']])(
    'fails where the named one is not there: %s',
    async (...args) => {
      const { repository } = aPullRequest();
      const { exitCode, stderr } = await runMain(repository.directory, [...args, '--config', 'none.yml']);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('error[missing-config]');
    },
  );

  it('takes no path outside of the repository', async () => {
    const { repository } = aPullRequest();
    expect(await runMain(repository.directory, ['check', '--config', '../x.yml'])).toMatchObject({
      exitCode: 2,
    });
  });
});
