import { borrowRepository, type BorrowedRepository } from '../sources/git/borrowed-repository.js';
import type { Environment } from '../sources/git/environment.js';
import type { GivenPlace } from '../sources/git/given-place.js';
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
  readonly borrowed: BorrowedRepository;
  readonly environment: Environment;
  /** Where git itself says that the repository is. */
  readonly place: GivenPlace;
}

export interface OpenOptions {
  readonly environment: Environment;
  readonly directory: string;
  /** An existing directory for temporary files. */
  readonly temporaryDirectory: string;
  /** Where git itself says that the repository is, if that counts. */
  readonly place?: GivenPlace;
}

/**
 * Opens the repository that the directory lies in for the time of `use`, and leaves nothing behind. Rejects with
 * `git-missing`, `git-too-old` or `not-a-repository` before `use` is called.
 */
export async function withRepository<Result>(
  { environment, directory, temporaryDirectory, place = {} }: OpenOptions,
  use: (repository: OpenRepository) => Promise<Result>,
): Promise<Result> {
  const workspaceGit = createWorkspaceGit(environment, directory, place);
  const version = requireGit(workspaceGit);
  // Of both failures that of git itself is told: another repository would not cure it.
  const read = readWorkspace(workspaceGit, directory).catch(async (error: unknown) => {
    await version;
    throw error;
  });
  const [workspace] = await Promise.all([read, version]);
  const borrowed = await borrowRepository({ environment, parent: temporaryDirectory, ...workspace });
  try {
    return await use({ directory, workspace, workspaceGit, borrowed, environment, place });
  } finally {
    await borrowed.dispose();
  }
}
