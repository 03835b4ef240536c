import type { NotedObject } from '../../core/journal/note.js';
import type { RepoPath } from '../../core/vocabulary.js';
import { pathOnDisk } from './disk-files.js';
import { nameObject, statFile, type ObjectFormat } from './object-names.js';

export interface ObjectOnDisk {
  /** `null` for nothing. */
  readonly object: NotedObject | null;
  /** When it was written, in milliseconds since 1970; `null` for nothing. */
  readonly writtenAt: number | null;
}

/** What stands at a path of a working tree. */
export async function readObjectOnDisk(
  topLevel: string,
  path: RepoPath,
  format: ObjectFormat,
): Promise<ObjectOnDisk> {
  const file = pathOnDisk(topLevel, path);
  const found = statFile(file);
  if (found === null) return { object: null, writtenAt: null };
  const writtenAt = Number(found.stats.mtimeMs);
  try {
    return { object: await nameObject(file, found, format), writtenAt };
  } catch {
    return { object: { mode: null, oids: [] }, writtenAt };
  }
}
