import { OperationalError } from '../../operational-error.js';
import type { ObjectReader } from './objects.js';

/** The contents of blobs by object name. */
export type Blobs = ReadonlyMap<string, Buffer | 'too-large'>;

/**
 * Reads blobs whole, but none that is larger than `most` bytes. Rejects with `incomplete-history` and the name of a blob
 * that is not there (a partial clone).
 */
export async function readBlobs(
  objects: ObjectReader,
  oids: ReadonlySet<string>,
  most: number,
): Promise<Blobs> {
  const names = [...oids];
  const blobs = new Map<string, Buffer | 'too-large'>();
  for (const [index, info] of (await objects.readInfo(names)).entries()) {
    if (info === null) throw new OperationalError('incomplete-history', names[index]);
    if (info.size > most) blobs.set(info.oid, 'too-large');
  }
  const small = names.filter((oid) => !blobs.has(oid));
  await objects.readEach(small, (object) => {
    // Copied: the reader's buffer would keep its neighbours alive.
    if (object !== null) blobs.set(object.oid, Buffer.from(object.content));
  });
  return blobs;
}
