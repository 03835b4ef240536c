import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The journal's own folders below the working tree's git directory. */
export type Drawer = 'notes' | 'calls' | 'snapshots' | 'watches';

/** A file as it was found; `text` is `null` where it could not be read. */
export interface FoundFile {
  readonly name: string;
  readonly text: string | null;
}

const HOME = 'agent-ownership';
/** No note of ours is larger. */
const MOST_BYTES = 64 << 20;
const TEMPORARY = '.new-';

export const drawerOf = (gitDir: string, drawer: Drawer): string => join(gitDir, HOME, drawer);

/** Whether anything was ever noted for this working tree. */
export const hasJournal = (gitDir: string): Promise<boolean> =>
  stat(join(gitDir, HOME)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** A name that sorts by time, and that no other process gives. */
export const nameByTime = (milliseconds: number): string =>
  `${String(Math.floor(milliseconds)).padStart(14, '0')}-${randomBytes(8).toString('hex')}.json`;

/** Writes a file whole or not at all: nobody ever reads a part of it, and no lock is taken. */
export async function putFile(gitDir: string, drawer: Drawer, name: string, text: string): Promise<void> {
  const directory = drawerOf(gitDir, drawer);
  await mkdir(directory, { recursive: true });
  const temporary = join(directory, `${TEMPORARY}${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, join(directory, name));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** The names in the order in which they sort; none where there is no such folder. */
export async function listFiles(gitDir: string, drawer: Drawer): Promise<readonly string[]> {
  const names = await readdir(drawerOf(gitDir, drawer)).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** `null` for a file that is gone; `text` is `null` for one that is no ordinary file, is too large, or cannot be read. */
export async function getFile(gitDir: string, drawer: Drawer, name: string): Promise<FoundFile | null> {
  try {
    const file = await open(join(drawerOf(gitDir, drawer), name), 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > MOST_BYTES) return { name, text: null };
      return { name, text: await readFile(file, 'utf8') };
    } finally {
      await file.close();
    }
  } catch (error) {
    return isMissing(error) ? null : { name, text: null };
  }
}

/** Somebody else may have removed it: then it is gone all the same. */
export async function dropFile(gitDir: string, drawer: Drawer, name: string): Promise<void> {
  await unlink(join(drawerOf(gitDir, drawer), name)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Removes what a process that was killed left half written, and files that nobody wrote to since `before`. */
export async function sweep(gitDir: string, drawer: Drawer, before: Date): Promise<void> {
  const directory = drawerOf(gitDir, drawer);
  for (const name of await readdir(directory).catch(() => [])) {
    const file = join(directory, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && written.mtimeMs < before.getTime()) await unlink(file).catch(() => undefined);
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
