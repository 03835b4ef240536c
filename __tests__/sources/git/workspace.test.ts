import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createWorkspaceGit, readWorkspace, type Workspace } from '../../../src/sources/git/workspace.js';
import { readHistory } from '../../../src/sources/git/history.js';
import { createRepository, environment, temporaryDirectory } from '../../support/repository.js';
import { borrow, readRange, withCode, wrapGit } from './reading.js';

const read = (directory: string): Promise<Workspace> =>
  readWorkspace(createWorkspaceGit(environment, directory), directory);

describe('a workspace', () => {
  it('is found at its top level', async () => {
    const { directory } = createRepository();
    expect(await read(directory)).toEqual({
      topLevel: directory,
      objectsDirectory: `${directory}/.git/objects`,
      objectFormat: 'sha1',
      shallow: false,
    });
  });

  it('is found from a directory below', async () => {
    const repository = createRepository();
    repository.write('a/b/c.txt');
    expect(await read(join(repository.directory, 'a/b'))).toMatchObject({ topLevel: repository.directory });
  });

  it('lends the objects of its repository where it is a linked worktree', async () => {
    const repository = createRepository();
    repository.commit();
    const worktree = join(temporaryDirectory(), 'linked');
    repository.git('worktree', 'add', '-q', worktree, '-b', 'other');
    expect(await read(worktree)).toMatchObject({
      topLevel: worktree,
      objectsDirectory: `${repository.directory}/.git/objects`,
    });
  });

  it('has no working tree where it is bare, or seen from inside .git', async () => {
    const repository = createRepository();
    repository.commit();
    const bare = repository.clone('--bare');
    expect(await read(bare.directory)).toMatchObject({
      topLevel: null,
      objectsDirectory: `${bare.directory}/objects`,
    });
    expect(await read(join(repository.directory, '.git'))).toMatchObject({
      topLevel: null,
      objectsDirectory: `${repository.directory}/.git/objects`,
    });
  });

  it('says that it is shallow and which object names it has', async () => {
    const repository = createRepository({ format: 'sha256' });
    repository.commit();
    repository.commit();
    expect(await read(repository.clone('--depth=1').directory)).toMatchObject({
      shallow: true,
      objectFormat: 'sha256',
    });
  });

  it.each(['with blanks', `"quotes' and \\`, 'a\nnewline', '-dash', '#hash', 'über', 'line\n..'])(
    'may lie in a directory named %j',
    async (name) => {
      const repository = createRepository({ name });
      const base = repository.commit();
      repository.write('sub/a.txt');
      const head = repository.commit();
      expect(await read(join(repository.directory, 'sub'))).toMatchObject({ topLevel: repository.directory });
      expect((await readRange(repository, base, head)).commits).toHaveLength(1);
    },
  );

  it('is not there outside any repository', async () => {
    const directory = temporaryDirectory();
    await expect(read(directory)).rejects.toMatchObject(withCode('not-a-repository', directory));
  });

  it('is not there where the directory is not', async () => {
    const directory = join(temporaryDirectory(), 'absent');
    await expect(read(directory)).rejects.toMatchObject(withCode('not-a-repository', directory));
  });

  it('is not there where a file is', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(read(file)).rejects.toMatchObject(withCode('not-a-repository', file));
  });

  it('is read although it belongs to somebody else', async () => {
    const repository = createRepository();
    const base = repository.commit();
    const head = repository.commit();
    const stranger = wrapGit('export GIT_TEST_ASSUME_DIFFERENT_OWNER=1');
    const borrowed = await borrow(repository.directory, stranger);
    const history = await readHistory(borrowed, { base, head, trailerKeys: [], shallow: borrowed.shallow });
    expect(history.commits).toHaveLength(1);
  });

  it('is read although its config names a file in the home directory', async () => {
    const repository = createRepository();
    repository.git('config', 'core.excludesFile', '~/.ignore');
    const git = createWorkspaceGit({ ...environment, HOME: temporaryDirectory() }, repository.directory);
    expect(await readWorkspace(git, repository.directory)).toMatchObject({ shallow: false });
  });
});

describe('a borrowed repository', () => {
  it('leaves the workspace as it is, and goes when it is disposed of', async () => {
    const repository = createRepository();
    repository.write('a.txt');
    const base = repository.commit();
    repository.checkout('side', 'main');
    repository.write('b.txt');
    repository.commit();
    repository.checkout('main');
    repository.write('c.txt');
    repository.commit();
    repository.merge('side', { edit: () => repository.write('d.txt') });
    const before = listing(repository.directory);
    const { commits } = await readRange(repository, base, repository.sha());
    expect(commits).toHaveLength(3);
    expect(listing(repository.directory)).toEqual(before);

    const borrowed = await borrow(repository.directory);
    const { stdout } = await borrowed.git.run(['rev-parse', '--absolute-git-dir']);
    const directory = stdout.toString().trim();
    expect(existsSync(directory)).toBe(true);
    await borrowed.dispose();
    expect(existsSync(directory)).toBe(false);
  });

  it('knows no ref and no config of the workspace', async () => {
    const repository = createRepository();
    repository.git('config', 'agent.test', 'x');
    repository.commit();
    mkdirSync(join(repository.directory, '.git/info'), { recursive: true });
    const { git } = await borrow(repository.directory);
    const refs = await git.run(['for-each-ref']);
    const config = await git.run(['config', '--list']);
    expect(refs.stdout.toString()).toBe('');
    expect(config.stdout.toString().split('\n').filter(Boolean)).toEqual([
      'core.repositoryformatversion=0',
      'core.bare=true',
      'core.commitgraph=false',
    ]);
  });
});

/** Every file with its content and the time of its last change; git may renew the date of an object that it would write again. */
const listing = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = statSync(join(directory, name));
      const content = stats.isFile() ? readFileSync(join(directory, name), 'base64') : '';
      const time = name.startsWith('.git/objects/') ? '' : stats.mtimeMs;
      return `${name} ${time} ${content}`;
    });
