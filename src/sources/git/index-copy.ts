import { copyFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { BorrowedRepository } from './borrowed-repository.js';
import type { Environment } from './environment.js';
import type { GivenPlace } from './given-place.js';
import { createGit, type Git } from './run.js';
import { homesOf, toConfigVariables, type UserSettings } from './user-settings.js';
import { SAFE_CONFIG } from './workspace.js';

export interface IndexCopyOptions {
  readonly environment: Environment;
  readonly place: GivenPlace;
  /** The root of the working tree. */
  readonly topLevel: string;
  readonly gitDirectory: string;
  readonly settings: UserSettings;
  readonly borrowed: Pick<BorrowedRepository, 'directory'>;
}

/** A hook on writing an index, and an index in two files, one of them beside the original (git-config(1), githooks(5)). */
const NOTHING_BESIDE = ['core.hooksPath=/dev/null', 'core.splitIndex=false'];

/**
 * A git for the working tree whose index is a copy of the real one and whose objects go into the borrowed repository, so that
 * everything can be added and nothing of the user's is written.
 */
export async function copyIndex({
  environment,
  place,
  topLevel,
  gitDirectory,
  settings,
  borrowed,
}: IndexCopyOptions): Promise<Git> {
  const copy = join(borrowed.directory, 'index');
  await copyIfThere(place.GIT_INDEX_FILE ?? join(gitDirectory, 'index'), copy);
  return createGit({
    environment,
    cwd: topLevel,
    config: [...SAFE_CONFIG, ...NOTHING_BESIDE],
    variables: {
      ...place,
      ...homesOf(environment),
      ...toConfigVariables(settings),
      GIT_INDEX_FILE: copy,
      GIT_OBJECT_DIRECTORY: join(borrowed.directory, 'objects'),
    },
  });
}

/**
 * A repository in which nothing was ever added has no index. The copy is as old as the original: a file that is no older than
 * its index is compared by content (git’s technical/racy-git), and in a younger copy it would pass for unchanged.
 */
async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(from);
    await copyFile(from, to);
    const second = Math.floor(mtimeMs / 1000);
    await utimes(to, second, second);
  } catch (error) {
    const isMissing =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
  }
}
