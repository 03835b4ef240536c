import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanEnvironment } from '../../../src/sources/git/environment.js';
import { openObjectReader } from '../../../src/sources/git/objects.js';
import { createGit } from '../../../src/sources/git/run.js';
import { requireGit } from '../../../src/sources/git/version.js';
import { createRepository, environment, temporaryDirectory } from '../../support/repository.js';
import { withCode } from './reading.js';

/** A directory for `PATH` whose `git` is this shell script. */
function fakeGit(script: string): string {
  const directory = temporaryDirectory();
  const program = join(directory, 'git');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return directory;
}

const gitWith = (path: string, timeout?: number) =>
  createGit({
    environment: { PATH: path },
    cwd: temporaryDirectory(),
    ...(timeout === undefined ? {} : { timeout }),
  });

describe('git', () => {
  it('runs in an environment of ours', async () => {
    const git = createGit({
      environment: {
        PATH: fakeGit('/usr/bin/env'),
        GIT_DIR: '/elsewhere',
        GIT_CONFIG_COUNT: '1',
        HOME: '/home/somebody',
        SECRET: 'secret',
      },
      cwd: temporaryDirectory(),
      variables: { EXTRA: 'yes' },
    });
    const { stdout } = await git.run(['version']);
    const names = stdout
      .toString()
      .split('\n')
      .map((line) => line.split('=')[0] ?? '');
    expect(names.filter((name) => !['', 'PWD', 'SHLVL', '_', 'OLDPWD'].includes(name)).sort()).toEqual([
      'EXTRA',
      'GIT_ALLOW_PROTOCOL',
      'GIT_ATTR_NOSYSTEM',
      'GIT_CONFIG_GLOBAL',
      'GIT_CONFIG_NOSYSTEM',
      'GIT_NO_LAZY_FETCH',
      'GIT_NO_REPLACE_OBJECTS',
      'GIT_OPTIONAL_LOCKS',
      'GIT_TERMINAL_PROMPT',
      'LC_ALL',
      'PATH',
    ]);
  });

  it('gets what Windows needs, in whatever case it is written', () => {
    expect(cleanEnvironment({ Path: '/bin', SystemRoot: 'C:\\Windows', APPDATA: 'x' })).toMatchObject({
      PATH: '/bin',
      SystemRoot: 'C:\\Windows',
    });
  });

  it.each([
    ['PATH is empty', ''],
    ['PATH names no directory with git', '/nowhere'],
    ['PATH names the working directory', '.:'],
  ])('is missing where %s', async (_, path) => {
    await expect(gitWith(path).run(['version'])).rejects.toMatchObject(withCode('git-missing'));
  });

  it('is missing where there is no PATH', async () => {
    const git = createGit({ environment: {}, cwd: temporaryDirectory() });
    await expect(requireGit(git)).rejects.toMatchObject(withCode('git-missing'));
    await expect(openObjectReader(git).readInfo(['HEAD'])).rejects.toMatchObject(withCode('git-missing'));
  });

  it('is never taken from the working directory', async () => {
    const git = createGit({ environment: { PATH: '.' }, cwd: fakeGit('echo planted') });
    await expect(git.run(['version'])).rejects.toMatchObject(withCode('git-missing'));
  });

  it.each(['git version 2.30.1', 'git version 2.37.9', 'git version 1.99.0', 'something else', ''])(
    'is too old where it calls itself %j',
    async (text) => {
      await expect(requireGit(gitWith(fakeGit(`echo "${text}"`)))).rejects.toMatchObject(
        withCode('git-too-old', text.replace('git version ', '')),
      );
    },
  );

  it.each([
    'git version 2.38.0',
    'git version 2.52.0.windows.1',
    'git version 2.39.5 (Apple Git-154)',
    'git version 3.0.0',
  ])('is new enough where it calls itself %j', async (text) => {
    await expect(requireGit(gitWith(fakeGit(`echo "${text}"`)))).resolves.toBeUndefined();
  });

  it('fails with its last word', async () => {
    const { directory } = createRepository();
    const git = createGit({ environment, cwd: directory });
    await expect(git.run(['rev-parse', '--verify', 'absent'])).rejects.toMatchObject({
      code: 'git-failed',
      subject: 'rev-parse: fatal: Needed a single revision',
    });
  });

  it('gives an exit code that is an answer', async () => {
    const { directory } = createRepository();
    const git = createGit({ environment, cwd: directory });
    const { exitCode } = await git.run(['config', 'no.such'], { okExitCodes: [0, 1] });
    expect(exitCode).toBe(1);
  });

  it('is stopped when it takes too long', async () => {
    const git = gitWith(fakeGit('exec /bin/sleep 30'), 100);
    await expect(git.run(['log', '-1'])).rejects.toMatchObject(withCode('git-timeout', 'log'));
    await expect(openObjectReader(git).readInfo(['HEAD'])).rejects.toMatchObject(
      withCode('git-timeout', 'cat-file'),
    );
  });

  it('may end without reading what it is given', async () => {
    const git = gitWith(fakeGit('exit 3'));
    await expect(git.run(['log'], { input: 'x'.repeat(10_000_000) })).rejects.toMatchObject(
      withCode('git-failed'),
    );
  });
});

describe('the object reader', () => {
  it('answers questions in order, of any size, also asked at once', async () => {
    const repository = createRepository();
    const contents = ['', 'short\n', 'x'.repeat(3_000_000), 'no newline'];
    const oids = contents.map((content) => repository.gitWithInput(content, 'hash-object', '-w', '--stdin'));
    const reader = openObjectReader(createGit({ environment, cwd: repository.directory }));
    const read: string[] = [];
    const [infos] = await Promise.all([
      reader.readInfo([...oids, '0'.repeat(40)]),
      reader.readEach(oids, (object) => read.push(object?.content.toString() ?? 'absent')),
      reader.readEach(['1'.repeat(40)], (object) => {
        expect(object).toBeNull();
      }),
      reader.readEach([], () => undefined),
    ]);
    expect(infos).toEqual([
      ...oids.map((oid, index) => ({ oid, type: 'blob', size: contents[index]?.length })),
      null,
    ]);
    expect(read).toEqual(contents);
    reader.close();
  });

  it('fails where git dies, and where the visitor throws, and can be asked again', async () => {
    const repository = createRepository();
    const oid = repository.gitWithInput('text', 'hash-object', '-w', '--stdin');
    const reader = openObjectReader(createGit({ environment, cwd: repository.directory }));
    const failing = reader.readEach([oid], () => {
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow('mine');
    expect(await reader.readInfo([oid])).toMatchObject([{ oid }]);
    reader.close();
    const dying = openObjectReader(gitWith(fakeGit('echo gone >&2; exit 1')));
    await expect(dying.readInfo([oid])).rejects.toMatchObject(withCode('git-failed', 'cat-file: gone'));
  });
});
