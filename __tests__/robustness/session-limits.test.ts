import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createIsDefinitionPath } from '../../src/core/definitions/definition-paths.js';
import { compilePattern } from '../../src/core/patterns/dialect.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { readHeadLog } from '../../src/sources/git/head-log.js';
import { drawerOf, getFile, listFiles, putFile } from '../../src/sources/journal/files.js';
import { readNotes, writeNotes } from '../../src/sources/journal/notes.js';
import { tidyJournal } from '../../src/sources/journal/tidy.js';
import { createDefinitionCache } from '../../src/sources/session/definition-cache.js';
import { listDefinitions } from '../../src/sources/session/definition-listing.js';
import { realPath } from '../../src/sources/session/places.js';
import { readSetupFile } from '../../src/sources/setup/setup-file.js';
import { aNote } from '../core/journal/builders.js';
import { createRepository, temporaryDirectory } from '../support/repository.js';
import { NOT_TRIED, TRIED } from './every-limit.js';

const NOW = new Date('2026-03-01T12:00:00Z');

/** A file of the size that takes no place on the disk. */
function writeSparse(file: string, size: number): void {
  writeFileSync(file, '');
  truncateSync(file, size);
}

describe('of the journal', () => {
  it.each([
    [64 << 20, 64 << 20],
    [(64 << 20) + 1, null],
  ])('a file of %i bytes', async (size, read) => {
    const gitDir = temporaryDirectory();
    await putFile(gitDir, 'notes', 'a.json', '');
    writeSparse(join(drawerOf(gitDir, 'notes'), 'a.json'), size);
    expect((await getFile(gitDir, 'notes', 'a.json'))?.text?.length ?? null).toBe(read);
    if (read === null) expect(await readNotes(gitDir)).toMatchObject({ notes: [], unreadable: 1 });
  });

  it.each([
    [256, 256],
    [257, 1],
  ])('%i files become %i, and no note is lost', async (count, left) => {
    const gitDir = temporaryDirectory();
    const notes = Array.from({ length: count }, (_, at) =>
      aNote('api', NOW.getTime() - at, { path: `a${at}`, to: `${at}` }),
    );
    for (const note of notes) await writeNotes(gitDir, [note]);
    await tidyJournal(gitDir, NOW, await readNotes(gitDir));
    expect(await listFiles(gitDir, 'notes')).toHaveLength(left);
    const changed = (await readNotes(gitDir)).notes.flatMap(({ changes }) => changes.map(({ path }) => path));
    expect(new Set(changed)).toEqual(
      new Set(notes.flatMap(({ changes }) => changes.map(({ path }) => path))),
    );
  });

  it.each([
    [0, 2],
    [1, 1],
  ])('16 MB and %i bytes in two files: %i are left', async (beyond, left) => {
    const gitDir = temporaryDirectory();
    for (const path of ['a', 'b']) await writeNotes(gitDir, [aNote('api', NOW.getTime(), { path, to: '1' })]);
    const kept = await readNotes(gitDir);
    await tidyJournal(gitDir, NOW, { ...kept, bytes: (16 << 20) + beyond });
    expect(await listFiles(gitDir, 'notes')).toHaveLength(left);
  });

  it.each([
    [1 << 20, [1, 2, 3]],
    [(1 << 20) + 1, [2, 3]],
  ])('of a log of %i bytes since the mark, the whole lines of the last megabyte', async (size, expected) => {
    const gitDir = temporaryDirectory();
    const line = (at: number, what = ''): string =>
      `${'0'.repeat(40)} ${'a'.repeat(40)} A <a@b.c> ${at} +0000\tcommit: ${what}\n`;
    const long = line(2, 'x'.repeat(size - 3 * line(1).length));
    mkdirSync(join(gitDir, 'logs'));
    writeFileSync(join(gitDir, 'logs/HEAD'), line(1) + long + line(3));
    const { entries, mark } = await readHeadLog(gitDir, { size: 0, at: 0 }, NOW);
    expect(mark.size).toBe(size);
    expect(entries.map(({ at }) => at)).toEqual(expected);
  });
});

describe('of a session', () => {
  const written = '.claude/agents/**/*.md';
  const compiled = compilePattern(written, { section: 'owns', root: repoPath('') });
  const search = {
    isDefinitionPath: createIsDefinitionPath([written]),
    patterns: compiled.ok ? [compiled.pattern] : [],
  };

  it.each([
    ['.claude/agents', 5_000, true],
    ['.claude/agents', 5_001, false],
    ['shared', 5_000, true],
    ['shared', 5_001, false],
  ])('definitions in %s, %i files: all are found without git: %s', (directory, count, isWhole) => {
    const repository = createRepository();
    const topLevel = repository.directory;
    mkdirSync(join(topLevel, directory), { recursive: true });
    for (let at = 0; at < count; at += 1) writeFileSync(join(topLevel, directory, `a${at}.md`), '');
    if (directory === 'shared') repository.symlink('.claude/agents', '../shared');
    const gitDir = join(topLevel, '.git');
    repository.git('read-tree', '--empty');
    const listing = listDefinitions({ topLevel, gitDir, commonDir: gitDir }, { ...search, from: [topLevel] });
    expect(listing.isWhole).toBe(isWhole);
    expect([...listing.files.keys()].filter((path) => path.startsWith(`${directory}/`))).toHaveLength(5_000);
  });

  it.each([
    [500, 500],
    [501, 0],
  ])('a cache of %i entries keeps %i', (count, left) => {
    const cache = createDefinitionCache(temporaryDirectory(), temporaryDirectory());
    const names = Array.from({ length: count }, (_, at) => `${at}`);
    for (const name of names) cache.write([name], name);
    expect(names.filter((name) => cache.read([name]) === name)).toHaveLength(left);
  });

  it.each([
    [40, 'end'],
    [41, 'link0'],
  ])('a chain of %i links to what is not there yet', (count, end) => {
    const repository = createRepository();
    repository.symlink('link0', 'end');
    for (let at = 1; at < count; at += 1) repository.symlink(`link${at}`, `link${at - 1}`);
    expect(realPath(join(repository.directory, `link${count - 1}`))).toBe(join(repository.directory, end));
  });
});

describe('of setting up', () => {
  it.each([
    [1_000_000, 'not-text'],
    [1_000_001, 'too-large'],
  ])('a file of %i bytes', async (size, unusable) => {
    const directory = temporaryDirectory();
    writeSparse(join(directory, 'a'), size);
    expect(await readSetupFile([directory], 'a')).toMatchObject({ text: null, unusable });
  });
});

describe('of all of the sources but what only words', () => {
  const LIMIT = /\bconst ((?:MOST|LONGEST|DEEPEST|OLDEST|SHORTEST|FEWEST|WIDEST)(?:_[A-Z]+)*) =/g;
  const namesIn = (table: typeof TRIED): readonly string[] =>
    Object.values(table)
      .flat()
      .flatMap((row) => {
        const [file = '', ...names] = row.split(' ');
        return names.map((name) => `${file} ${name}`);
      });

  it('each limit is tried, or it is said why not', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const inSources = files
      .filter((file) => file.endsWith('.ts') && !file.startsWith('reporters/'))
      .flatMap((file) =>
        [...readFileSync(join('src', file), 'utf8').matchAll(LIMIT)].map(
          ([, name = '']) => `${file.replace(/\.ts$/, '')} ${name}`,
        ),
      );
    expect([...namesIn(TRIED), ...namesIn(NOT_TRIED)].sort()).toEqual(inSources.sort());
    expect(Object.keys(TRIED).filter((file) => !existsSync(file))).toEqual([]);
  });
});
