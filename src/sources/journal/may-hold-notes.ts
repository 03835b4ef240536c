import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readGivenPlace } from '../git/given-place.js';
import type { Environment } from '../git/environment.js';

/**
 * Whether an agent may have noted something in the repository of a git hook, which git starts at the top of the working tree
 * (githooks(5)). Costs no process; true where only git can tell where its directory is.
 */
export async function mayHoldNotes(environment: Environment, directory: string): Promise<boolean> {
  const gitDir = readGivenPlace(environment, directory).GIT_DIR ?? join(directory, '.git');
  if (await isKind(gitDir, 'isFile')) return true;
  return isKind(join(gitDir, 'agent-ownership', 'notes'), 'isDirectory');
}

const isKind = (path: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
  stat(path).then(
    (stats) => stats[kind](),
    () => false,
  );
