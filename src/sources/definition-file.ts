import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DefinitionSource } from '../core/definitions/roster.js';
import { repoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { MOST_BYTES } from './git/definition-sources.js';

/**
 * A definition that a user names by its path, outside any repository. Its `path` is as given. Throws `unreadable-file` where
 * there is no such file: a name that was typed wrongly is no problem of a definition.
 */
export async function readDefinitionFile(directory: string, path: string): Promise<DefinitionSource> {
  try {
    const file = resolve(directory, path);
    const { size } = await stat(file);
    return { path: repoPath(path), content: size > MOST_BYTES ? 'too-large' : await readFile(file) };
  } catch (cause) {
    throw new OperationalError('unreadable-file', path, { cause });
  }
}
