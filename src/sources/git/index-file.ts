import { readFileSync } from 'node:fs';
import type { RepoPath } from '../../core/vocabulary.js';
import { decodePath } from './paths.js';
import type { FileKind } from './links.js';

/** The four bits of a mode that tell what it is; a directory stands in a sparse index. */
const KINDS: Readonly<Record<number, FileKind | 'directory'>> = {
  0o10: 'file',
  0o12: 'link',
  0o16: 'submodule',
  0o04: 'directory',
};

const HEADER = 12;
const BEFORE_MODE = 24;
const BEFORE_OBJECT = 40;
const EXTENDED = 0x4000;
const LONG_NAME = 0xfff;

/**
 * The tracked links, submodules, and files with this ending, as git's index file has them (gitformat-index(5), versions 2 to
 * 4): a repository of 100,000 files is read in the time in which git starts. `null` for an index of another form, or split in
 * two: git must be asked. Without an index nothing is tracked.
 */
export function readIndex(
  file: string,
  { ending, objectBytes }: { readonly ending: string; readonly objectBytes: number },
): ReadonlyMap<RepoPath, FileKind> | null {
  const bytes = readOrNull(file);
  if (bytes === null) return new Map();
  try {
    return parseIndex(bytes, Buffer.from(ending), objectBytes);
  } catch {
    return null;
  }
}

function parseIndex(
  bytes: Buffer,
  ending: Buffer,
  objectBytes: number,
): ReadonlyMap<RepoPath, FileKind> | null {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) return null;
  const entries = new Map<RepoPath, FileKind>();
  let previous: Buffer = Buffer.alloc(0);
  let position = HEADER;
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const kind = KINDS[bytes.readUInt32BE(position + BEFORE_MODE) >>> 12];
    if (kind === undefined) return null;
    const flags = position + BEFORE_OBJECT + objectBytes;
    const start = flags + ((bytes.readUInt16BE(flags) & EXTENDED) === 0 ? 2 : 4);
    let name = bytes;
    let end = position;
    if (version === 4) {
      const { value, next } = readOffset(bytes, start);
      const rest = bytes.subarray(next, bytes.indexOf(0, next));
      name = Buffer.concat([previous.subarray(0, previous.length - value), rest]);
      previous = name;
      position = next + rest.length + 1;
    } else {
      end = endOfName(bytes, flags, start);
      position += (end - position + 8) & ~7;
    }
    const [from, to] = version === 4 ? [0, name.length] : [start, end];
    if (kind === 'directory' || (kind === 'file' && !endsWith(name, from, to, ending))) continue;
    entries.set(decodePath(name, from, to), kind);
  }
  return isSplit(bytes, position, objectBytes) ? null : entries;
}

/** The length stands in the flags, unless it is too long for them. */
function endOfName(bytes: Buffer, flags: number, start: number): number {
  const length = bytes.readUInt16BE(flags) & LONG_NAME;
  return length === LONG_NAME ? bytes.indexOf(0, start) : start + length;
}

const endsWith = (bytes: Buffer, from: number, to: number, ending: Buffer): boolean =>
  to - from >= ending.length &&
  (ending.length === 0 ||
    (bytes[to - 1] === ending[ending.length - 1] &&
      bytes.compare(ending, 0, ending.length, to - ending.length, to) === 0));

/** The variable width number of version 4: as the offsets of packs (gitformat-pack(5)). */
function readOffset(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let next = start;
  let byte = bytes.readUInt8(next++);
  let value = byte & 127;
  while ((byte & 128) !== 0) {
    byte = bytes.readUInt8(next++);
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, next };
}

/** Whether most entries stand in another file (the extension `link`). */
function isSplit(bytes: Buffer, start: number, objectBytes: number): boolean {
  for (let position = start; position + 8 <= bytes.length - objectBytes;) {
    if (bytes.toString('latin1', position, position + 4) === 'link') return true;
    position += 8 + bytes.readUInt32BE(position + 4);
  }
  return false;
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
