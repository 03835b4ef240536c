import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { temporaryDirectory, type TestRepository } from '../../support/repository.js';
import { aRepository, has, init, read, run } from './scenes.js';

/** A command line in the place of ours: stamps a message, lists what a push brings, or ends with `FAKE_EXIT`. */
const FAKE = `#!/usr/bin/env node
import { appendFileSync, readFileSync } from 'node:fs';
const [, , group, hook, ...args] = process.argv;
if (group !== 'git-hook') process.exit(99);
if (hook === 'prepare-commit-msg') appendFileSync(args[0], '\\nAgent: ' + (process.env.AGENT_NAME ?? 'nobody') + '\\n');
if (hook === 'pre-push') appendFileSync(process.env.FAKE_LOG, JSON.stringify({ args, input: readFileSync(0, 'utf8') }) + '\\n');
process.exit(Number(process.env.FAKE_EXIT ?? 0));
`;

function aProgram(name = 'agent-ownership'): { readonly folder: string; readonly file: string } {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, `it's.js`), FAKE);
  chmodSync(join(folder, `it's.js`), 0o755);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(folder, `it's.js`), join(folder, 'bin', name));
  return { folder, file: join(folder, `it's.js`) };
}

interface Pushed {
  readonly status: number | null;
  readonly stderr: string;
}

function git(
  repository: TestRepository,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Pushed {
  const { status, stderr } = spawnSync('git', [...args], {
    cwd: repository.directory,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: repository.directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      ...variables,
    },
  });
  return { status, stderr };
}

const commit = (repository: TestRepository, variables = {}) =>
  git(repository, ['commit', '--allow-empty', '-q', '-m', 'Change'], variables);

const messageOf = (repository: TestRepository): string => repository.git('log', '-1', '--format=%B');

function aRemote(repository: TestRepository): string {
  const remote = join(temporaryDirectory(), 'remote.git');
  repository.git('init', '-q', '--bare', remote);
  repository.git('remote', 'add', 'origin', remote);
  return remote;
}

async function withHooks(repository: TestRepository) {
  const program = aProgram();
  const log = join(program.folder, 'log');
  const result = await run(repository, ['init', '--yes', '--git-hooks'], {
    programUrl: pathToFileURL(program.file).href,
  });
  expect(result).toMatchObject({ exitCode: 0 });
  return { ...program, log, variables: { FAKE_LOG: log, AGENT_NAME: 'database' } };
}

const existing = (repository: TestRepository, name: string, content: string) =>
  repository.write(`.git/hooks/${name}`, content).setExecutable(`.git/hooks/${name}`, true);

describe('the hooks of a clone', () => {
  it('start this very program, stamp a commit and see what a push brings', async () => {
    const repository = aRepository();
    const remote = aRemote(repository);
    const { log, variables, folder } = await withHooks(repository);
    expect(commit(repository, variables).status).toBe(0);
    expect(messageOf(repository)).toBe('Change\n\nAgent: database\n');
    expect(git(repository, ['push', '-q', 'origin', 'main'], variables).status).toBe(0);
    const [line = ''] = read({ directory: folder }, 'log').split('\n');
    expect(JSON.parse(line)).toEqual({
      args: ['origin', remote],
      input: `refs/heads/main ${repository.sha()} refs/heads/main ${'0'.repeat(40)}\n`,
    });
    expect(has({ directory: folder }, 'log')).toBe(true);
    expect(git(repository, ['push', '-q', 'origin', 'main'], variables).status).toBe(0);
    expect(read({ directory: folder }, 'log').split('\n')).toHaveLength(2);
    expect(log).not.toBe('');
  });

  it.each([1, 2, 7])('stop commit and push by its exit status %d', async (status) => {
    const repository = aRepository();
    aRemote(repository);
    const { variables } = await withHooks(repository);
    const failing = { ...variables, FAKE_EXIT: String(status) };
    expect(commit(repository, failing).status).toBe(1);
    expect(git(repository, ['push', '-q', 'origin', 'main'], failing).status).toBe(1);
  });

  it.each([
    '#!/bin/sh',
    '#!/bin/sh -eu',
    '#!/bin/bash\nset -euo pipefail',
    '#!/usr/bin/env bash',
    '#!/bin/dash',
  ])('leave what a hook that begins with %j reads and answers as it was', async (start) => {
    const repository = aRepository();
    aRemote(repository);
    const body = `${start}\nwhile read -r local object remote old; do echo "saw $local" >&2; done\nexit "$ANSWER"\n`;
    existing(repository, 'pre-push', body);
    const { variables, folder } = await withHooks(repository);
    const push = (branch: string, answer: string) =>
      git(repository, ['push', 'origin', branch], { ...variables, ANSWER: answer });
    expect(push('main', '3')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('saw refs/heads/main\n'),
    });
    expect(push('main', '0').status).toBe(0);
    const again = push('main', '0');
    expect(again.status).toBe(0);
    expect(again.stderr).not.toContain('saw');
    expect(read({ directory: folder }, 'log').trim().split('\n')).toHaveLength(2);
  });

  it('run before a hook that ends early or hands over to another program', async () => {
    const repository = aRepository();
    existing(repository, 'prepare-commit-msg', '#!/bin/sh\nexec true\n');
    const { variables } = await withHooks(repository);
    commit(repository, variables);
    expect(messageOf(repository)).toContain('Agent: database');
  });

  it('hand many refs on', async () => {
    const repository = aRepository();
    aRemote(repository);
    existing(repository, 'pre-push', '#!/bin/sh\necho "saw $(wc -l)" >&2\n');
    const { variables } = await withHooks(repository);
    const refs = Array.from(
      { length: 700 },
      (_, index) => `create refs/heads/b${index} ${repository.sha()}\n`,
    );
    repository.gitWithInput(refs.join(''), 'update-ref', '--stdin');
    const { status, stderr } = git(
      repository,
      ['push', '--dry-run', 'origin', 'refs/heads/b*:refs/heads/b*'],
      variables,
    );
    expect(status).toBe(0);
    expect(stderr).toContain('saw 700');
  });

  it('say in one line that the program is gone, and let commit and push go', async () => {
    const repository = aRepository();
    aRemote(repository);
    const { folder, variables } = await withHooks(repository);
    rmSync(folder, { recursive: true });
    const { status, stderr } = commit(repository, variables);
    expect(status).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^agent-ownership: .* no Agent trailer\.$/),
    ]);
    expect(messageOf(repository)).toBe('Change\n');
    const pushed = git(repository, ['push', '-q', 'origin', 'main'], variables);
    expect(pushed.status).toBe(0);
    expect(pushed.stderr).toMatch(/^agent-ownership: .* not checked\.$/m);
  });
});

/** husky itself, as `npm install` starts it. */
function startHusky(repository: TestRepository): void {
  const husky = join(import.meta.dirname, '../../../node_modules/husky/bin.js');
  const { status } = spawnSync(process.execPath, [husky], {
    cwd: repository.directory,
    env: { PATH: process.env['PATH'], HOME: repository.directory },
  });
  expect(status).toBe(0);
}

describe('hooks that a team shares', () => {
  const SHARED: readonly (readonly [string, string, (repository: TestRepository) => void])[] = [
    ['husky', '.husky', startHusky],
    [
      'husky with hooks',
      '.husky',
      (r) => {
        startHusky(r);
        r.write('.husky/prepare-commit-msg', 'true\n');
      },
    ],
    [
      'a directory of the repository',
      '.githooks',
      (r) => {
        r.git('config', 'core.hooksPath', '.githooks');
      },
    ],
  ];

  it.each(SHARED)('by %s find the command on the PATH, and nobody’s place', async (_, folder, arrange) => {
    const repository = aRepository();
    arrange(repository);
    const program = aProgram();
    expect((await init(repository, '--git-hooks')).exitCode).toBe(0);
    expect(has(repository, '.git/hooks/prepare-commit-msg')).toBe(false);
    expect(read(repository, `${folder}/prepare-commit-msg`)).not.toContain(process.execPath);
    const PATH = [join(program.folder, 'bin'), process.env['PATH']].join(delimiter);
    expect(commit(repository, { PATH, AGENT_NAME: 'database' }).status).toBe(0);
    expect(messageOf(repository)).toContain('Agent: database');
  });

  it.each(SHARED)(
    'by %s are silent for who has no command, unless an agent is named',
    async (_, _folder, arrange) => {
      const repository = aRepository();
      aRemote(repository);
      arrange(repository);
      await init(repository, '--git-hooks');

      expect(commit(repository)).toMatchObject({ status: 0, stderr: '' });
      expect(git(repository, ['push', '-q', 'origin', 'main'])).toMatchObject({
        status: 0,
        stderr: '',
      });
      const named = commit(repository, { AGENT_NAME: 'database' });
      expect(named.status).toBe(0);
      expect(named.stderr).toContain('agent-ownership: the command was not found');
    },
  );

  it('by a config of the user count too', async () => {
    const repository = aRepository();
    repository.write('.gitconfig', `[core]\n\thooksPath = ${temporaryDirectory()}\n`);
    const { exitCode, stderr } = await init(repository, '--git-hooks');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[hooks-outside]');
  });
});
