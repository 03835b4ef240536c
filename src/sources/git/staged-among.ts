import type { RepoPath } from '../../core/vocabulary.js';
import { encodePath } from './paths.js';
import type { Git } from './run.js';

const DIFF = [
  'diff-index',
  '--cached',
  '-z',
  '--name-only',
  '--no-renames',
  '--ignore-submodules=none',
  'HEAD',
];

/** Those of the paths at which the index of the working tree differs from HEAD. */
export async function readStagedAmong(git: Git, paths: readonly RepoPath[]): Promise<ReadonlySet<RepoPath>> {
  if (paths.length === 0) return new Set();
  const { stdout } = await git.run(DIFF);
  const wanted = new Map(paths.map((path) => [encodePath(path).toString('latin1'), path]));
  const staged = stdout.toString('latin1').split('\0');
  return new Set(staged.flatMap((bytes) => wanted.get(bytes) ?? []));
}
