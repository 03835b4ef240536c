import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';

/**
 * The path of the tree that a file of the disk has, links followed; the file itself need not be there any more. `null` for
 * one that lies outside.
 */
export async function toPathInTree(
  topLevel: string,
  directory: string,
  file: string,
): Promise<RepoPath | null> {
  const [root, place] = await Promise.all([realpath(topLevel), realPlaceOf(resolve(directory, file))]);
  const path = relative(root, place);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || resolve(root, path) !== place)
    return null;
  return repoPath(path.split(sep).join('/'));
}

async function realPlaceOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = dirname(file);
    return parent === file ? file : join(await realPlaceOf(parent), basename(file));
  }
}
