import { formatNotes, parseNotes, type Note } from '../../core/journal/note.js';
import { dropFile, getFile, listFiles, nameByTime, putFile } from './files.js';

export interface KeptNotes {
  /** Each file by its name, the oldest first. */
  readonly files: ReadonlyMap<string, readonly Note[]>;
  /** All of them. */
  readonly notes: readonly Note[];
  /** How many files hold no notes that can be read: what they noted is not known. */
  readonly unreadable: number;
  /** How long their texts are together. */
  readonly bytes: number;
}

/** Notes what a call changed; a file of its own for each, so that any number of hooks can write at once. */
export async function writeNotes(gitDir: string, notes: readonly Note[]): Promise<void> {
  const last = Math.max(...notes.map(({ at }) => at));
  await putFile(gitDir, 'notes', nameByTime(last), formatNotes(notes));
}

/** All notes of a working tree. Rejects where the folder is there and cannot be listed. */
export async function readNotes(gitDir: string): Promise<KeptNotes> {
  const files = new Map<string, readonly Note[]>();
  let unreadable = 0;
  let bytes = 0;
  for (const name of await listFiles(gitDir, 'notes')) {
    const file = await getFile(gitDir, 'notes', name);
    if (file === null) continue;
    const notes = file.text === null ? null : parseNotes(file.text);
    if (notes === null) unreadable += 1;
    else files.set(name, notes);
    bytes += file.text?.length ?? 0;
  }
  return { files, notes: [...files.values()].flat(), unreadable, bytes };
}

export const dropNotes = (gitDir: string, name: string): Promise<void> => dropFile(gitDir, 'notes', name);
