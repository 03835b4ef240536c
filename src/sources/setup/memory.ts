import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Memory } from '../../core/setup/plan-removal.js';

/** What `init` did in this clone, so that it can be undone to the byte. */
export interface Memories {
  readonly files: readonly Memory[];
  /** Directories that `init` made, the inner ones last; absolute. */
  readonly directories: readonly string[];
}

export const NO_MEMORIES: Memories = { files: [], directories: [] };

const fileIn = (gitDirectory: string): string => join(gitDirectory, 'agent-ownership', 'init.json');

/** None where there is no note, or none that can be read: then only what is recognised is undone. */
export async function readMemories(gitDirectory: string): Promise<Memories> {
  try {
    const { files, directories } = JSON.parse(await readFile(fileIn(gitDirectory), 'utf8')) as Memories;
    const isWhole =
      files.every((file) => isMemory(file)) &&
      directories.every((directory) => typeof directory === 'string');
    return isWhole ? { files, directories } : NO_MEMORIES;
  } catch {
    return NO_MEMORIES;
  }
}

const isMemory = ({ path, before, after }: Memory): boolean =>
  typeof path === 'string' && typeof after === 'string' && (before === null || typeof before === 'string');

export async function writeMemories(gitDirectory: string, memories: Memories): Promise<void> {
  const file = fileIn(gitDirectory);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ schemaVersion: 1, ...memories }));
}

/** The notes are gone, and their directory where nothing else is in it. */
export async function forget(gitDirectory: string): Promise<void> {
  await rm(fileIn(gitDirectory), { force: true });
  await rmdir(dirname(fileIn(gitDirectory))).catch(() => undefined);
}
