import { describe, expect, it } from '@jest/globals';
import { commitSha, repoPath } from '../../../src/core/vocabulary.js';
import { readEntries } from '../../../src/sources/git/entries.js';
import { readTree } from '../../../src/sources/git/tree.js';
import { createRepository, type TestRepository } from '../../support/repository.js';
import { borrow, withCode } from './reading.js';

const ABSENT = commitSha('0123456789'.repeat(4));

function aTree(): TestRepository {
  const repository = createRepository();
  repository.write('a.txt', 'a\n');
  repository.write('dir/run.sh', 'run\n');
  repository.setExecutable('dir/run.sh', true);
  repository.write('dir/deep/er/file', 'deep\n');
  repository.write(Buffer.from([0x64, 0x69, 0x72, 0x2f, 0xff, 0x0a]), 'odd\n');
  repository.symlink('link', 'a.txt');
  repository.submodule('library');
  repository.commit();
  return repository;
}

const ENTRIES = [
  ['a.txt', '100644'],
  ['dir/deep/er/file', '100644'],
  ['dir/run.sh', '100755'],
  ['dir/\udcff\n', '100644'],
  ['library', '160000'],
  ['link', '120000'],
] as const;

describe('a tree', () => {
  it('holds files, links and submodules in the order of git', async () => {
    const repository = aTree();
    const { git } = await borrow(repository.directory);
    const tree = await readTree(git, repository.sha());
    expect([...tree].map(([path, { mode }]) => [path, mode])).toEqual(ENTRIES);
    expect(tree.get(repoPath('a.txt'))?.oid).toBe(repository.git('rev-parse', 'HEAD:a.txt'));
    expect(tree.get(repoPath('library'))?.oid).toBe('1'.repeat(40));
  });

  it('may be empty', async () => {
    const repository = createRepository();
    const { git } = await borrow(repository.directory);
    expect(await readTree(git, repository.commit())).toEqual(new Map());
  });

  it('is incomplete history where its commit is not there', async () => {
    const { git } = await borrow(aTree().directory);
    await expect(readTree(git, ABSENT)).rejects.toMatchObject(withCode('incomplete-history', ABSENT));
  });
});

describe('the entries of paths', () => {
  it('are those of the tree, for each commit', async () => {
    const repository = aTree();
    const first = repository.sha();
    repository.write('a.txt', 'changed\n');
    repository.remove('dir/run.sh');
    repository.write('dir/run.sh/now/a/directory');
    const second = repository.commit();
    const { git, objects } = await borrow(repository.directory);
    const paths = [
      ...ENTRIES.map(([path]) => path),
      'absent',
      'dir',
      'dir/deep',
      'a.txt/below',
      'dir/run.sh/now/a/directory',
    ];
    const entries = await readEntries(objects, [first, second, first], paths.map(repoPath));
    const [before, after] = [await readTree(git, first), await readTree(git, second)];
    expect([...entries.keys()]).toEqual([first, second]);
    expect(new Map([...(entries.get(first) ?? [])].sort())).toEqual(new Map([...before].sort()));
    expect(new Map([...(entries.get(second) ?? [])].sort())).toEqual(new Map([...after].sort()));
  });

  it('are none where no path is asked for', async () => {
    const repository = aTree();
    const { objects } = await borrow(repository.directory);
    expect(await readEntries(objects, [repository.sha()], [])).toEqual(
      new Map([[repository.sha(), new Map()]]),
    );
  });

  it('are incomplete history where a commit is not there', async () => {
    const { objects } = await borrow(aTree().directory);
    await expect(readEntries(objects, [ABSENT], [repoPath('a.txt')])).rejects.toMatchObject(
      withCode('incomplete-history', ABSENT),
    );
  });

  it('have the mode that git shows where a tree holds an old one', async () => {
    const repository = aTree();
    const blob = repository.git('rev-parse', 'HEAD:a.txt');
    const tree = repository.gitWithInput(
      Buffer.concat([Buffer.from('100664 old\0'), Buffer.from(blob, 'hex')]),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--stdin',
      '--literally',
    );
    const commit = repository.rawCommit({ message: 'Old', tree });
    const { objects } = await borrow(repository.directory);
    const entries = await readEntries(objects, [commit], [repoPath('old')]);
    expect(entries.get(commit)?.get(repoPath('old'))?.mode).toBe('100644');
  });
});

describe('a tree that git would not write', () => {
  /** A commit whose tree has these entries after those of the commit before; a name's entry is a file unless it is a tree. */
  function malformed(repository: TestRepository, entries: readonly (readonly [name: string, oid: string])[]) {
    const before = repository.gitBytes('', 'cat-file', 'tree', 'HEAD^{tree}');
    const more = entries.map(([name, oid]) => {
      const isTree = repository.git('cat-file', '-t', oid) === 'tree';
      return Buffer.concat([
        Buffer.from(`${isTree ? '40000' : '100644'} ${name}\0`),
        Buffer.from(oid, 'hex'),
      ]);
    });
    const options = ['-t', 'tree', '-w', '--stdin', '--literally'];
    const tree = repository.gitWithInput(Buffer.concat([before, ...more]), 'hash-object', ...options);
    return repository.rawCommit({ tree, message: 'Malformed\n' });
  }
  const blobIn = (repository: TestRepository) => repository.gitWithInput('x', 'hash-object', '-w', '--stdin');

  it('is none where a name holds a slash, which a checkout would follow', async () => {
    const repository = aTree();
    const { objects } = await borrow(repository.directory);
    const commit = malformed(repository, [['dir/new', blobIn(repository)]]);
    await expect(readEntries(objects, [commit], [repoPath('dir/new')])).rejects.toMatchObject(
      withCode('git-failed'),
    );
  });

  it.each([
    ['a.txt', blobIn, 'a.txt'],
    ['dir', (repository: TestRepository) => repository.git('rev-parse', 'HEAD:dir'), 'dir/run.sh'],
  ])('is none where it holds a name twice: %s', async (name, oidIn, path) => {
    const repository = aTree();
    const { git, objects } = await borrow(repository.directory);
    const commit = malformed(repository, [[name, oidIn(repository)]]);
    await expect(readEntries(objects, [commit], [repoPath(path)])).rejects.toMatchObject(
      withCode('git-failed'),
    );
    await expect(readTree(git, commit)).rejects.toMatchObject(withCode('git-failed'));
  });
});
