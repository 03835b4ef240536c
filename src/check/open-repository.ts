import { borrowRepository, type Repository } from '../sources/git/borrowed-repository.js';
import type { Environment } from '../sources/git/environment.js';
import type { Git } from '../sources/git/run.js';
import { requireGit } from '../sources/git/version.js';
import { createWorkspaceGit, readWorkspace, type Workspace } from '../sources/git/workspace.js';

/** A repository on the disk, opened for judging. */
export interface OpenRepository {
  readonly directory: string;
  readonly workspace: Workspace;
  /** Runs in the repository itself, for its refs and its working tree. */
  readonly workspaceGit: Git;
  /** Our own directory that borrows the objects; everything is judged there. */
  readonly borrowed: Repository;
}

export interface OpenOptions {
  readonly environment: Environment;
  readonly directory: string;
  /** An existing directory for temporary files. */
  readonly temporaryDirectory: string;
}

/**
 * Opens the repository that the directory lies in for the time of `use`, and leaves nothing behind. Rejects with
 * `git-missing`, `git-too-old` or `not-a-repository` before `use` is called.
 */
export async function withRepository<Result>(
  { environment, directory, temporaryDirectory }: OpenOptions,
  use: (repository: OpenRepository) => Promise<Result>,
): Promise<Result> {
  const workspaceGit = createWorkspaceGit(environment, directory);
  const version = requireGit(workspaceGit);
  // Of both failures that of git itself is told: another repository would not cure it.
  const read = readWorkspace(workspaceGit, directory).catch(async (error: unknown) => {
    await version;
    throw error;
  });
  const [workspace] = await Promise.all([read, version]);
  const borrowed = await borrowRepository({ environment, parent: temporaryDirectory, ...workspace });
  try {
    return await use({ directory, workspace, workspaceGit, borrowed });
  } finally {
    await borrowed.dispose();
  }
}
