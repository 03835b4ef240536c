import { relative, resolve, sep } from 'node:path';
import { repoPath, type RepoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';

/** A path as a user names it, relative to the root of the repository. Throws `path-outside`. */
export function toRepoPath(path: string, root: string, workingDirectory: string): RepoPath {
  const inside = toRepoPart(path, root, workingDirectory);
  if (inside === '') throw new OperationalError('path-outside', path);
  return inside;
}

/** The same, where the root itself will do, as the empty path. */
export function toRepoPart(path: string, root: string, workingDirectory: string): RepoPath {
  const inside = relative(root, resolve(workingDirectory, path));
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(root, inside) === inside) {
    throw new OperationalError('path-outside', path);
  }
  return repoPath(inside.split(sep).join('/'));
}
