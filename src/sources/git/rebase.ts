import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where git keeps what is left of a rebase; while one runs, it makes commits of others anew (git-rebase(1)). */
const STATES = ['rebase-merge', 'rebase-apply'];

/** Whether a rebase is under way in the working tree whose own git directory this is. */
export async function isRebasing(gitDirectory: string): Promise<boolean> {
  const found = await Promise.all(STATES.map((state) => isThere(join(gitDirectory, state))));
  return found.includes(true);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
