import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readFileSync, readlinkSync, type BigIntStats } from 'node:fs';
import { sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { NotedObject } from '../../core/journal/note.js';

/** The hash functions of git's object formats. */
export type ObjectFormat = 'sha1' | 'sha256';

export const formatOf = (oid: string): ObjectFormat => (oid.length === 64 ? 'sha256' : 'sha1');

/** A file on the disk, and a mark that changes whenever it is written. */
export interface FileOnDisk {
  readonly stats: BigIntStats;
  readonly mark: string;
}

const HELD_AT_ONCE = 16n << 20n;
/** As far as git looks for a NUL before it takes a file for text (git's xdiff-interface.c). */
const TEXT_SAMPLE = 8000;

/** `null` for nothing, and for a directory. */
export function statFile(file: Buffer): FileOnDisk | null {
  const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return null;
  return { stats, mark: [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino, stats.mode].join(':') };
}

/**
 * The object that `git add` would make of a file: named by its bytes, and for text with CRLF also by what git's conversion of
 * line ends makes of it (gitattributes(5), `text`). No filter of the repository is run. Throws where it cannot be read.
 */
export async function nameObject(
  file: Buffer,
  { stats }: FileOnDisk,
  format: ObjectFormat,
): Promise<NotedObject> {
  if (stats.isSymbolicLink()) {
    return { mode: '120000', oids: [nameBlob(readlinkSync(file, { encoding: 'buffer' }), format)] };
  }
  if (!stats.isFile()) return { mode: null, oids: [] };
  const mode = modeOf(stats);
  if (stats.size > HELD_AT_ONCE) return { mode, oids: [await nameLargeFile(file, stats.size, format)] };
  const content = readFileSync(file);
  const oids = [nameBlob(content, format)];
  if (isTextWithCrlf(content)) oids.push(nameBlob(withoutCr(content), format));
  return { mode, oids };
}

/** Windows has no such bit: the index decides there (git-config(1), `core.fileMode`). */
const modeOf = ({ mode }: BigIntStats): string | null =>
  sep === '\\' ? null : (mode & 0o100n) === 0n ? '100644' : '100755';

function nameBlob(content: Buffer, format: ObjectFormat): string {
  return createHash(format).update(`blob ${content.length}\0`).update(content).digest('hex');
}

async function nameLargeFile(file: Buffer, size: bigint, format: ObjectFormat): Promise<string> {
  const hash = createHash(format).update(`blob ${size}\0`);
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hash.update(chunk);
  });
  return hash.digest('hex');
}

const isTextWithCrlf = (content: Buffer): boolean =>
  content.includes('\r\n') && !content.subarray(0, TEXT_SAMPLE).includes(0);

const withoutCr = (content: Buffer): Buffer =>
  Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
