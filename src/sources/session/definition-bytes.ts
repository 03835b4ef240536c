import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { DefinitionSource } from '../../core/definitions/roster.js';
import { toDefinitionSource, type DefinitionFile } from '../git/definition-files.js';
import { MOST_BYTES } from '../git/definition-sources.js';
import { pathOnDisk } from '../git/disk-files.js';

/** No front matter is longer than this and read. */
const HEAD = 65_536;

/** A definition as it stands on the disk, read at once: for a few small files that is faster than waiting for them. */
export function readDefinition(topLevel: string, file: DefinitionFile): DefinitionSource {
  const { content } = file;
  if (typeof content !== 'string') return toDefinitionSource(file, content.unreadable);
  const path = pathOnDisk(topLevel, content);
  try {
    const size = sizeOfFile(path);
    return toDefinitionSource(file, size > MOST_BYTES ? 'too-large' : readFileSync(path));
  } catch {
    return toDefinitionSource(file, 'read-failed');
  }
}

/** Throws where it is no file: a pipe need not end. */
function sizeOfFile(path: ReturnType<typeof pathOnDisk>): number {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error('no regular file');
  return stats.size;
}

/** The beginning of a definition that cannot be read as text, as well as it can be made out; empty for nothing. */
export function readBeginning(topLevel: string, { content }: DefinitionFile): string {
  if (typeof content !== 'string') return '';
  try {
    const path = pathOnDisk(topLevel, content);
    sizeOfFile(path);
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD);
      const read = bytes.subarray(0, readSync(descriptor, bytes, 0, HEAD, 0));
      // UTF-16 in either order is ASCII with a NUL beside each letter.
      return read
        .toString('latin1')
        .replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/, '')
        .replaceAll('\0', '');
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
