import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { references, toFastImport } from './fast-import.js';
import type { Scene } from './scene.js';

/** A repository on disk, as a workflow finds it after actions/checkout with `fetch-depth: 0`. */
export interface BuiltScene {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** The merge that GitHub makes of the two to try the pull request; what is checked out. */
  readonly merge: string;
  /** Names of the pull request's commits, in the scene's order. */
  readonly commits: readonly string[];
  /** As GitHub counts them: a rename is one file. */
  readonly changedFiles: number;
}

/**
 * Writes the scene as a git repository into `repository`, which must not exist. The same scene has the same commit names
 * on every machine: neither its git configuration nor its environment counts, `PATH` aside.
 *
 * @throws Error where git is missing or refuses; the message is git's own.
 */
export function buildScene(
  scene: Scene,
  repository: string,
  environment: Readonly<Record<string, string | undefined>>,
): BuiltScene {
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, {
      cwd: repository,
      input,
      encoding: 'utf8',
      env: {
        PATH: environment['PATH'],
        HOME: repository,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
      stdio: 'pipe',
    }).trim();

  mkdirSync(repository, { recursive: true });
  git(['init', '--quiet', '--template=', '--object-format=sha1', `--initial-branch=${scene.baseBranch}`]);
  git(['config', 'core.autocrlf', 'false']);
  git(['remote', 'add', 'origin', `https://github.com/${scene.repository}.git`]);
  git(['fast-import', '--quiet'], toFastImport(scene));
  const { base, head, merge } = references(scene);
  git(['checkout', '--quiet', '--detach', merge]);
  return {
    repository,
    base: git(['rev-parse', base]),
    head: git(['rev-parse', head]),
    merge: git(['rev-parse', merge]),
    commits: git(['rev-list', '--reverse', `${base}..${head}`]).split('\n'),
    changedFiles: git(['diff', '--find-renames', '--name-only', `${base}...${head}`]).split('\n').length,
  };
}
