import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { findRevisions } from './revisions.js';
import type { Git } from './run.js';

/** What the next commit of a working tree would stand on. */
export interface Pending {
  /** The working tree's own directory of git, where its index and its HEAD are. */
  readonly gitDirectory: string;
  /** HEAD, then what is being merged. */
  readonly parents: readonly [CommitSha, ...CommitSha[]];
}

/** Rejects with `no-commit-yet` where HEAD names no commit. */
export async function readPending(git: Git, directory: string): Promise<Pending> {
  const [gitDirectory, [head = null]] = await Promise.all([
    readGitDirectory(git),
    findRevisions(git, directory, ['HEAD']),
  ]);
  if (head === null) throw new OperationalError('no-commit-yet');
  const merging = await readIfThere(join(gitDirectory, 'MERGE_HEAD'));
  return { gitDirectory, parents: [head, ...merging.split('\n').filter(isObjectName).map(commitSha)] };
}

export async function readGitDirectory(git: Git): Promise<string> {
  const { stdout } = await git.run(['rev-parse', '--absolute-git-dir']);
  return stdout.toString('utf8').slice(0, -1);
}

const isObjectName = (line: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line);

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
