import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from './environment.js';
import type { GivenPlace } from './given-place.js';
import { toNotARepository } from './failure.js';
import { createGit, type Git } from './run.js';

/** A repository that someone else owns: read, never written, and none of its programs is run. */
export interface Workspace {
  /** The root of the working tree, `null` where there is none (a bare repository, or inside `.git`). */
  readonly topLevel: string | null;
  readonly objectsDirectory: string;
  readonly objectFormat: string;
  /** True where history may end early: a shallow clone. */
  readonly shallow: boolean;
}

/** What would start a program of the repository's config or stop at another owner; each names its place in git-config(1). */
export const SAFE_CONFIG = ['safe.directory=*', 'core.fsmonitor=false'];

/** A git for the repository that `directory` lies in, or that `place` names; whether there is one, the first command tells. */
export function createWorkspaceGit(environment: Environment, directory: string, place: GivenPlace = {}): Git {
  // A config may name `~/…`; git gives up where it cannot tell whose home that is.
  const home = environment['HOME'];
  return createGit({
    environment,
    cwd: directory,
    config: SAFE_CONFIG,
    variables: home === undefined ? place : { ...place, HOME: home },
  });
}

/** Rejects with `not-a-repository`. Works in sub-directories, linked worktrees and bare repositories. */
export async function readWorkspace(git: Git, directory: string): Promise<Workspace> {
  const toError = toNotARepository(directory);
  const facts = ['--is-inside-work-tree', '--is-shallow-repository', '--show-object-format'];
  const place = ['--path-format=absolute', '--git-common-dir'];
  const { stdout } = await git.run(['rev-parse', ...facts, '--show-cdup', ...place], { toError });
  // Only the last answer may hold a newline, as long as the one before it is a chain of `../`.
  const lines = stdout.toString('utf8').slice(0, -1).split('\n');
  const [inside, shallow = '', objectFormat = '', toTop = ''] = lines;
  const hasTree = inside === 'true';
  const commonDirectory = hasTree ? lines.slice(4).join('\n') : await readPath(git, [...place], toError);
  return {
    topLevel: hasTree ? resolve(await realpath(directory), toTop) : null,
    objectsDirectory: `${commonDirectory}/objects`,
    objectFormat,
    shallow: shallow === 'true',
  };
}

async function readPath(git: Git, question: readonly string[], toError: ReturnType<typeof toNotARepository>) {
  const { stdout } = await git.run(['rev-parse', ...question], { toError });
  return stdout.toString('utf8').slice(0, -1);
}
