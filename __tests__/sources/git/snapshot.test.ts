import { chmodSync, existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Snapshot } from '../../../src/core/journal/snapshot.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import type { ObjectFormat } from '../../../src/sources/git/object-names.js';
import { takeSnapshot, type SnapshotTaken } from '../../../src/sources/git/snapshot.js';
import { createWorkspaceGit } from '../../../src/sources/git/workspace.js';
import { createRepository, environment, type TestRepository } from '../../support/repository.js';

const look = (
  { directory }: TestRepository,
  {
    known = new Map(),
    until = Infinity,
    format = 'sha1',
  }: {
    known?: Snapshot['dirty'];
    until?: number;
    format?: ObjectFormat;
  } = {},
): Promise<SnapshotTaken> =>
  takeSnapshot({
    git: createWorkspaceGit(environment, directory),
    topLevel: directory,
    format,
    known,
    until,
  });

const seen = ({ dirty }: SnapshotTaken) =>
  Object.fromEntries(
    [...dirty].map(([path, { object }]) => [
      path,
      object === null ? null : `${object.mode ?? '?'} ${object.oids.join(' ')}`,
    ]),
  );

const staged = (repository: TestRepository, path: string): string => {
  repository.git('add', '-A', '--', path);
  const [mode, oid] = repository.git('ls-files', '-s', '--', path).split(/\s/);
  return `${mode} ${oid}`;
};

describe('takeSnapshot', () => {
  it.each<{ title: string; path: string; write: (repository: TestRepository) => void }>([
    { title: 'a new file', path: 'new.txt', write: (r) => r.write('new.txt', 'new\n') },
    { title: 'a new file in a new folder', path: 'a/b/c', write: (r) => r.write('a/b/c', 'new\n') },
    { title: 'an edit', path: 'x', write: (r) => r.write('x', 'edited\n') },
    { title: 'a file that may be run', path: 'x', write: (r) => r.setExecutable('x', true) },
    { title: 'an empty file', path: 'empty', write: (r) => r.write('empty', '') },
    { title: 'a binary file', path: 'b', write: (r) => r.write('b', Buffer.from([0, 255, 13, 10])) },
    { title: 'a link', path: 'l', write: (r) => r.symlink('l', 'x') },
    { title: 'a link in place of a file', path: 'x', write: (r) => r.remove('x').symlink('x', 'y') },
    { title: 'a name with blanks and quotes', path: 'a "b"\tc', write: (r) => r.write('a "b"\tc', '1') },
    { title: 'a name in another script', path: 'é/雪', write: (r) => r.write('é/雪', '1') },
    {
      title: 'a repository of its own',
      path: 'sub',
      write: (r) => {
        r.git('init', '-q', 'sub');
        r.git('-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'x');
      },
    },
  ])('names $title as git add does', async ({ path, write }) => {
    const repository = createRepository();
    repository.write('x', 'x\n').commit();
    write(repository);
    const found = seen(await look(repository));
    const names = Object.entries(found);
    expect(names).toHaveLength(1);
    expect(names[0]).toEqual([path, staged(repository, path)]);
  });

  it('names text with CRLF both as it stands and as git may convert it', async () => {
    const repository = createRepository();
    repository.write('.gitattributes', '* text=auto\n').commit();
    repository.write('crlf.txt', 'a\r\nb\r\n');
    const object = (await look(repository)).dirty.get(repoPath('crlf.txt'))?.object;
    const [, converted = ''] = staged(repository, 'crlf.txt').split(' ');
    expect(object?.oids).toContain(converted);
    expect(object?.oids).toHaveLength(2);
  });

  it('knows names of SHA-256', async () => {
    const repository = createRepository({ format: 'sha256' });
    repository.write('x', 'x\n').commit();
    repository.write('x', 'y\n');
    expect(seen(await look(repository, { format: 'sha256' }))).toEqual({ x: staged(repository, 'x') });
  });

  it('sees deletions, staged and not, and a file that only the index lets go', async () => {
    const repository = createRepository();
    repository.write('gone', '1').write('removed', '2').write('kept', '3').commit();
    repository.remove('gone').git('rm', '-q', 'removed');
    repository.git('rm', '-q', '--cached', 'kept');
    const snapshot = await look(repository);
    expect(snapshot.dirty.get(repoPath('gone'))?.object).toBeNull();
    expect(snapshot.dirty.get(repoPath('removed'))?.object).toBeNull();
    expect(snapshot.dirty.get(repoPath('kept'))).toMatchObject({ staged: null, object: { mode: '100644' } });
  });

  it('leaves out what is clean and what is ignored', async () => {
    const repository = createRepository();
    repository.write('.gitignore', 'build/\n').write('x').commit();
    repository.write('build/out');
    const { dirty, head } = await look(repository);
    expect(dirty.size).toBe(0);
    expect(head).toBe(repository.sha());
  });

  it('works before the first commit', async () => {
    const repository = createRepository();
    repository.write('x');
    expect(await look(repository)).toMatchObject({ head: null, dirty: new Map([['x', { head: null }]]) });
  });

  it('reads again only what was written since, and marks tell where there was no time to read', async () => {
    const repository = createRepository();
    repository.write('x', 'one\n');
    const old = new Date('2026-01-01');
    utimesSync(join(repository.directory, 'x'), old, old);
    const first = await look(repository);
    const known = new Map(
      [...first.dirty].map(([path, one]) => [path, { ...one, object: { mode: '1', oids: ['known'] } }]),
    );
    expect(seen(await look(repository, { known }))).toEqual({ x: '1 known' });
    writeFileSync(join(repository.directory, 'x'), 'two\n');
    expect(seen(await look(repository, { known }))).not.toEqual({ x: '1 known' });
    const late = await look(repository, { until: 0 });
    expect(late.unread).toBe(1);
    expect(late.dirty.get(repoPath('x'))).toMatchObject({
      object: { oids: [] },
      mark: expect.stringMatching(/\d/),
    });
  });

  it('does not fail at a file that cannot be read', async () => {
    const repository = createRepository();
    repository.write('x', 'one\n');
    chmodSync(join(repository.directory, 'x'), 0);
    expect((await look(repository)).dirty.has(repoPath('x'))).toBe(true);
  });

  it('runs no file monitor', async () => {
    const repository = createRepository();
    repository.write('x', 'x\n').commit();
    const trap = join(repository.directory, '..', 'trap');
    repository.git('config', 'core.fsmonitor', `touch ${trap}; false`);
    repository.write('x', 'yy\n');
    expect(Object.keys(seen(await look(repository)))).toEqual(['x']);
    expect(existsSync(trap)).toBe(false);
  });
});
