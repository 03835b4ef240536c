import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dropNotes, readNotes, writeNotes } from '../../../src/sources/journal/notes.js';
import { NOTES_KEPT, tidyJournal } from '../../../src/sources/journal/tidy.js';
import { aNote } from '../../core/journal/builders.js';
import { temporaryDirectory } from '../../support/repository.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const now = NOW.getTime();

describe('the notes of a working tree', () => {
  it('are none before the first', async () => {
    expect(await readNotes(temporaryDirectory())).toMatchObject({ notes: [], unreadable: 0 });
  });

  it('come back as they were written, a path that is no UTF-8 included', async () => {
    const gitDir = temporaryDirectory();
    const note = aNote('api', [now - 5, now], { path: 'caf\udce9/x', to: '1', base: null });
    await writeNotes(gitDir, [note]);
    expect((await readNotes(gitDir)).notes).toEqual([note]);
  });

  it('come in the order of their times', async () => {
    const gitDir = temporaryDirectory();
    for (const at of [3, 1, 2]) await writeNotes(gitDir, [aNote('api', now + at, { to: String(at) })]);
    expect((await readNotes(gitDir)).notes.map(({ at }) => at - now)).toEqual([1, 2, 3]);
  });

  it('lose none of fifty that are written at once', async () => {
    const gitDir = temporaryDirectory();
    const notes = Array.from({ length: 50 }, (_, index) =>
      aNote(`agent-${index}`, now, { to: String(index) }),
    );
    await Promise.all(notes.map((note) => writeNotes(gitDir, [note])));
    const read = (await readNotes(gitDir)).notes;
    expect(new Set(read.map(({ agent }) => agent)).size).toBe(50);
    expect(readdirSync(join(gitDir, 'agent-ownership/notes')).every((name) => name.endsWith('.json'))).toBe(
      true,
    );
  });

  it.each([
    ['nothing', ''],
    ['a part of a note', '{"format":1,"notes":[{"agent":"api"'],
    ['something foreign', '{"hello":1}'],
    ['another format', '{"format":2,"notes":[]}'],
    ['notes of another shape', '{"format":1,"notes":[{"agent":1}]}'],
  ])('pass over a file that holds %s, and say so', async (_title, content) => {
    const gitDir = temporaryDirectory();
    await writeNotes(gitDir, [aNote('api', now, { to: '1' })]);
    writeFileSync(join(gitDir, 'agent-ownership/notes/00000000000000-x.json'), content);
    expect(await readNotes(gitDir)).toMatchObject({ notes: [{ agent: 'api' }], unreadable: 1 });
  });

  it('pass over a folder and a link that leads nowhere', async () => {
    const gitDir = temporaryDirectory();
    const notes = join(gitDir, 'agent-ownership/notes');
    mkdirSync(join(notes, 'folder.json'), { recursive: true });
    symlinkSync('nowhere', join(notes, 'link.json'));
    expect(await readNotes(gitDir)).toMatchObject({ notes: [], unreadable: 1 });
  });

  it('can be dropped twice', async () => {
    const gitDir = temporaryDirectory();
    await writeNotes(gitDir, [aNote('api', now, { to: '1' })]);
    const [name = ''] = (await readNotes(gitDir)).files.keys();
    await dropNotes(gitDir, name);
    await dropNotes(gitDir, name);
    expect((await readNotes(gitDir)).notes).toEqual([]);
  });
});

describe('tidyJournal', () => {
  it('drops notes that are too old, and no others', async () => {
    const gitDir = temporaryDirectory();
    await writeNotes(gitDir, [aNote('api', now - NOTES_KEPT - 1, { to: '1' })]);
    await writeNotes(gitDir, [aNote('api', now - NOTES_KEPT + 1000, { to: '2' })]);
    await tidyJournal(gitDir, NOW, await readNotes(gitDir));
    expect((await readNotes(gitDir)).notes.map(({ changes }) => changes[0]?.object?.oids)).toEqual([['2']]);
  });

  it('makes one file of many, in which the last of each agent tells all', async () => {
    const gitDir = temporaryDirectory();
    for (let index = 0; index < 300; index += 1) {
      await writeNotes(gitDir, [aNote('api', now + index, { path: `x${index % 2}`, to: String(index) })]);
    }
    await tidyJournal(gitDir, NOW, await readNotes(gitDir));
    const { files, notes } = await readNotes(gitDir);
    expect(files.size).toBe(1);
    expect(notes.flatMap(({ changes }) => changes.map(({ object }) => object?.oids))).toEqual([
      ['298'],
      ['299'],
    ]);
  });
});
