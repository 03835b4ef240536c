import { formatWatch, parseWatch, type Watch } from '../../core/journal/watch.js';
import { getFile, putFile } from './files.js';

/** `null` where nothing was looked at yet. */
export async function readWatch(gitDir: string, name: string): Promise<Watch | null> {
  const file = await getFile(gitDir, 'watches', name);
  return file?.text == null ? null : parseWatch(file.text);
}

export const keepWatch = (gitDir: string, name: string, watch: Watch): Promise<void> =>
  putFile(gitDir, 'watches', name, formatWatch(watch));
