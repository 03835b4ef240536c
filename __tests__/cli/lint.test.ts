import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseWorkflowCommands } from '../../src/cli/demo/workflow-commands.js';
import { aPullRequest, DEFINITIONS, definitionText } from '../support/pull-request.js';
import { createRepository, makePipe, temporaryDirectory } from '../support/repository.js';
import { errorsOfLint, errorsOfSarif } from '../support/schemas.js';
import { runMain } from '../support/terminal.js';

interface LintJson {
  readonly agents: readonly { readonly name: string; readonly file: string; readonly root: string }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly line: number | null;
  }[];
}

const SEED = join(import.meta.dirname, '../fixtures/definitions/backend-django.md');
const BROKEN = '.claude/agents/broken.md';
const BROKEN_TEXT = definitionText('broken', { 'CANNOT TOUCH': ['src/[ab', '{{DB}}/**', 'infra/'] });

const isBroken = ({ file }: { readonly file: string }): boolean => file === BROKEN;

async function lintJson(directory: string, ...args: readonly string[]): Promise<LintJson> {
  const { stdout } = await runMain(directory, ['lint', '--format', 'json', ...args]);
  expect(errorsOfLint(stdout)).toEqual([]);
  return JSON.parse(stdout) as LintJson;
}

describe('lint', () => {
  it('finds no error in the seed', async () => {
    const { exitCode, stdout } = await runMain(temporaryDirectory(), [
      'lint',
      '--definition',
      SEED,
      '--format=json',
    ]);

    expect(errorsOfLint(stdout)).toEqual([]);
    expect([exitCode, (JSON.parse(stdout) as LintJson).problems]).toEqual([0, []]);
  });

  it('ends with status 1 on an error, whatever the format', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [BROKEN]: BROKEN_TEXT });
    for (const format of ['text', 'json', 'github', 'sarif'])
      expect((await runMain(repository.directory, ['lint', '--format', format])).exitCode).toBe(1);
  });

  it('gives every format of the same problems', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, [BROKEN]: BROKEN_TEXT });
    const run = async (format: string) =>
      (await runMain(repository.directory, ['lint', '--format', format])).stdout;
    const { problems } = await lintJson(repository.directory);
    const sarif = await run('sarif');

    expect(problems.filter(isBroken).map(({ code, line }) => [code, line])).toEqual(
      expect.arrayContaining([
        ['invalid-pattern', 10],
        ['unresolved-placeholder', 11],
      ]),
    );
    expect(errorsOfSarif(sarif)).toEqual([]);
    expect((JSON.parse(sarif) as { runs: [{ results: unknown[] }] }).runs[0].results).toHaveLength(
      problems.length,
    );
    expect(parseWorkflowCommands(await run('github'))).toHaveLength(problems.length);
    expect(await run('text')).toContain('invalid-pattern');
  });

  it('reads a commit where one is named, and the disk otherwise', async () => {
    const { repository } = aPullRequest();
    repository.write(BROKEN, BROKEN_TEXT);

    expect((await lintJson(repository.directory)).agents.map(({ name }) => name)).toContain('broken');
    expect((await lintJson(repository.directory, '--at', 'HEAD')).agents.map(({ name }) => name)).toEqual([
      'backend-django',
      'database',
    ]);
    expect((await runMain(repository.directory, ['lint', '--at', 'HEAD'])).exitCode).toBe(0);
  });

  it('reads the whole repository from a directory below', async () => {
    const { repository } = aPullRequest({ ...DEFINITIONS, 'apps/blog/models.py': 'x\n' });
    const below = join(repository.directory, 'apps/blog');

    expect(await lintJson(below)).toEqual(await lintJson(repository.directory));
  });

  it('needs a commit in a bare repository', async () => {
    const { directory } = aPullRequest().repository.clone('--bare');

    expect(await runMain(directory, ['lint'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no-working-tree') as unknown,
    });
    expect((await lintJson(directory, '--at', 'HEAD')).agents).toHaveLength(2);
  });

  it('says where it looked in a repository without definitions, and ends with status 0', async () => {
    const repository = createRepository();
    repository.write('README.md').commit();
    const { exitCode, stdout } = await runMain(repository.directory, ['lint']);

    expect(exitCode).toBe(0);
    expect(stdout).toContain('`.claude/agents/**/*.md`');
    expect(await lintJson(repository.directory)).toEqual({ agents: [], problems: [] });
  });

  it('counts the files that the definitions are held against: not deleted, not ignored, links and submodules', async () => {
    const { repository } = aPullRequest();
    repository.write('.gitignore', '*.log\n').write('x.log').write('new.py').remove('README.md');
    repository.symlink('link', 'new.py');
    const { stdout } = await runMain(repository.directory, ['lint']);

    // Two definitions, .gitignore, new.py and the link.
    expect(stdout).toContain('held against 5 files');
    expect((await runMain(repository.directory, ['lint', '--at', 'HEAD'])).stdout).toContain(
      'held against 3 files',
    );
  });

  it('writes the report to a file, without colours', async () => {
    const { repository } = aPullRequest();
    const args = ['lint', '--output', 'lint.txt'];
    const { stdout } = await runMain(repository.directory, args, { colour: true, columns: 100 });

    expect(stdout).toBe('');
    expect(readFileSync(join(repository.directory, 'lint.txt'), 'utf8')).toBe(
      (await runMain(repository.directory, ['lint', '--at', 'HEAD'])).stdout,
    );
  });

  it('lays the text out for the terminal', async () => {
    const { repository } = aPullRequest();
    const lines = async (columns: number) =>
      (await runMain(repository.directory, ['lint'], { columns })).stdout.split('\n');

    expect(Math.max(...(await lines(60)).map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect((await lines(100))[1]?.length).toBeGreaterThan(((await lines(60))[1] ?? '').length);
  });

  it('holds for hostile names', async () => {
    const repository = createRepository();
    const hostile = '.claude/agents/a\n::error::x\u202e##[error]`|.md';
    repository.write(hostile, `---\nname: "x\\n::error::y\\e[31m"\n---\n## CANNOT TOUCH\n- {{X}}/**\n`);
    repository.write(
      Buffer.concat([Buffer.from('.claude/agents/caf'), Buffer.of(0xe9), Buffer.from('.md')]),
      'x\0',
    );
    repository.commit();
    const { problems } = await lintJson(repository.directory);
    const sarif = await runMain(repository.directory, ['lint', '--format', 'sarif']);
    const github = await runMain(repository.directory, ['lint', '--format', 'github']);

    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unresolved-placeholder', 'unreadable-definition']),
    );
    expect(errorsOfSarif(sarif.stdout)).toEqual([]);
    expect(parseWorkflowCommands(github.stdout)).toHaveLength(problems.length);
  });
});

describe('lint of a definition that was replaced by a pipe', () => {
  it('says that it cannot be read, and waits for no one to write to it', async () => {
    const { repository } = aPullRequest();
    makePipe(join(repository.directory, '.claude/agents/database.md'));
    const { problems } = await lintJson(repository.directory);
    expect(problems.map(({ code }) => code)).toContain('unreadable-definition');
  });
});

describe('lint --definition', () => {
  it('lints files outside of any repository, each once, and says what it cannot tell', async () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'a.md'), BROKEN_TEXT);
    const args = ['lint', '--definition', '../a.md', '--definition', join(folder, 'a.md')];
    const { exitCode, stdout } = await runMain(join(folder, 'below'), args);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 definition,');
    expect(stdout).toContain('No repository was read');
    expect(stdout).not.toContain('dead-pattern');
  });

  it.each([
    ['a file that is missing', ['--definition', 'missing.md'], 'unreadable-file'],
    ['a directory', ['--definition', '.'], 'unreadable-file'],
    ['a commit besides', ['--definition', SEED, '--at', 'HEAD'], 'usage'],
    ['another format', ['--format', 'xml'], 'usage'],
  ])('refuses %s with status 2', async (_, args, code) => {
    const { exitCode, stdout, stderr } = await runMain(temporaryDirectory(), ['lint', ...args]);

    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(code);
  });
});

it.each([
  ['explain', ['explain', 'x', '--format', 'sarif']],
  ['explain', ['explain', 'x', '--format', 'github']],
])('%s offers no format of lint alone', async (_, args) => {
  expect((await runMain(temporaryDirectory(), args)).exitCode).toBe(2);
});
