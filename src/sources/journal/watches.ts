import { formatWatch, parseWatch, type Watch } from '../../core/journal/watch.js';
import { getFile, putFile } from './files.js';

/** `null` where nothing was looked at yet. */
export async function readWatch(gitDir: string, name: string): Promise<Watch | null> {
  const file = await getFile(gitDir, 'watches', name);
  const text = file?.text ?? null;
  return text === null ? null : parseWatch(text);
}

export const keepWatch = (gitDir: string, name: string, watch: Watch): Promise<void> =>
  putFile(gitDir, 'watches', name, formatWatch(watch));
