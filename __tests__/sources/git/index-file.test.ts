import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readIndex } from '../../../src/sources/git/index-file.js';
import { createRepository, type TestRepository } from '../../support/repository.js';

const WANTED = { ending: '.md', objectBytes: 20 };
const read = (repository: TestRepository, wanted = WANTED) =>
  readIndex(join(repository.directory, '.git/index'), wanted);

/** Longer than the flags of an entry can tell. */
const LONG = `${'n'.repeat(200)}/`.repeat(25) + 'd.md';
const FILES = ['a.md', 'b.txt', 'deep/er/c.md', 'caf\u00e9.md', 'x'.repeat(200)];

function scene(format = 'sha1'): TestRepository {
  const repository = createRepository({ format });
  for (const file of FILES) repository.write(file, file);
  repository.symlink('link', 'a.md');
  if (format === 'sha1') repository.submodule('sub');
  repository.git('add', '-A', '--', ...FILES, 'link');
  const blob = repository.gitWithInput('x', 'hash-object', '-w', '--stdin');
  repository.git('update-index', '--add', '--cacheinfo', `100644,${blob},${LONG}`);
  return repository;
}

const EXPECTED = {
  'a.md': 'file',
  'caf\u00e9.md': 'file',
  'deep/er/c.md': 'file',
  link: 'link',
  [LONG]: 'file',
};

describe('the index file', () => {
  it.each(['2', '3', '4'])('is read in version %s', (version) => {
    const repository = scene();
    if (version === '3') repository.write('later.txt').git('add', '--intent-to-add', 'later.txt');
    else repository.git('update-index', '--index-version', version);
    expect(Object.fromEntries(read(repository) ?? [])).toEqual({ ...EXPECTED, sub: 'submodule' });
  });

  it('is read with names of SHA-256', () => {
    expect(Object.fromEntries(read(scene('sha256'), { ...WANTED, objectBytes: 32 }) ?? [])).toEqual(EXPECTED);
  });

  it('gives all files for no ending', () => {
    expect(read(scene(), { ...WANTED, ending: '' })?.size).toBe(FILES.length + 3);
  });

  it('is empty where there is none', () => {
    expect(read(createRepository())).toEqual(new Map());
  });

  it('is not guessed at where it is split or of another form', () => {
    const split = scene();
    split.git('update-index', '--split-index');
    expect(read(split)).toBeNull();
    const broken = scene();
    writeFileSync(join(broken.directory, '.git/index'), 'DIRC\0\0\0\u0009\0\0\0\u0001');
    expect(read(broken)).toBeNull();
    expect(read(scene(), { ...WANTED, objectBytes: 32 })).toBeNull();
  });
});
