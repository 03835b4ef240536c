import { OperationalError } from '../../operational-error.js';
import type { Git } from './run.js';

/** The first git that can merge without a working tree: `git merge-tree --write-tree` (release notes of 2.38.0). */
const REQUIRED = { major: 2, minor: 38 };

/** Rejects with `git-missing`, or with `git-too-old` and the version that was found. */
export async function requireGit(git: Git): Promise<void> {
  const { stdout } = await git.run(['version']);
  const text = stdout.toString('utf8').trim();
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(text) ?? [];
  const enough =
    Number(major) > REQUIRED.major || (Number(major) === REQUIRED.major && Number(minor) >= REQUIRED.minor);
  if (!enough) throw new OperationalError('git-too-old', text.replace(/^git version /, ''));
}
