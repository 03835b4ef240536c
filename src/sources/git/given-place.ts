import { resolve } from 'node:path';
import type { Environment } from './environment.js';

/** Where the repository is, by git's own variables, as absolute paths. */
export type GivenPlace = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/**
 * What git sets for its hooks: `git commit -a` and `git commit FILE` name an index of their own, a linked worktree its
 * directory (githooks(5), git(1) "The Git Repository").
 */
const NAMES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE'] as const;

/** The place that git names to what it starts; relative paths are relative to `directory`, where git starts it. */
export const readGivenPlace = (environment: Environment, directory: string): GivenPlace =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = environment[name] ?? '';
      return value === '' ? [] : [[name, resolve(directory, value)] as const];
    }),
  );
