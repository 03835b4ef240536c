import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Whether something is told for the first time, for when the journal cannot remember it: an empty file among the temporary
 * ones stands for it. True where not even that can be written.
 */
export async function isFirstTime(...what: readonly string[]): Promise<boolean> {
  const name = createHash('sha256').update(what.join('\0')).digest('hex').slice(0, 32);
  try {
    const file = await open(join(tmpdir(), `agent-ownership-told-${name}`), 'wx', 0o600);
    await file.close();
    return true;
  } catch (error) {
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST');
  }
}
