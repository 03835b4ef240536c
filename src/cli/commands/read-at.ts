import { withRepository } from '../../check/open-repository.js';
import type { CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { Repository } from '../../sources/git/borrowed-repository.js';
import { resolveRevisions } from '../../sources/git/revisions.js';
import type { Git } from '../../sources/git/run.js';
import type { Terminal } from '../terminal.js';

export interface Readers<Result> {
  atCommit(repository: Repository, commit: CommitSha): Promise<Result>;
  onDisk(git: Git, topLevel: string): Promise<Result>;
}

/**
 * Reads the commit that `--at` names, else the working tree, and says where the working tree's root is. Rejects with
 * `no-working-tree` in a bare repository, where only a commit can be read.
 */
export function readAt<Result>(
  at: string | undefined,
  { workingDirectory: directory, environment, temporaryDirectory }: Terminal,
  readers: Readers<Result>,
): Promise<{ readonly result: Result; readonly topLevel: string | null }> {
  return withRepository(
    { environment, directory, temporaryDirectory },
    async ({ workspace: { topLevel }, workspaceGit, borrowed }) => {
      if (at !== undefined) {
        const [commit] = await resolveRevisions(workspaceGit, directory, [at]);
        if (commit === undefined) throw new OperationalError('unknown-revision', at);
        return { result: await readers.atCommit(borrowed, commit), topLevel };
      }
      if (topLevel === null) throw new OperationalError('no-working-tree');
      return { result: await readers.onDisk(workspaceGit, topLevel), topLevel };
    },
  );
}
