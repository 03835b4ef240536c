import { resolve } from 'node:path';
import { planCommit } from '../core/journal/staging-plan.js';
import type { CommitCall } from '../core/shell/commit-call.js';
import type { OpenRepository } from '../check/open-repository.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { copyIndex } from '../sources/git/index-copy.js';
import { readGitDirectory, readPending } from '../sources/git/pending.js';
import { readParents } from '../sources/git/parents.js';
import { readUserSettings } from '../sources/git/user-settings.js';
import { stageForeseen } from '../sources/git/write-foreseen.js';
import { findPlace, realPath } from '../sources/session/places.js';
import { writeStaged, type WrittenWork } from '../sources/git/write-work.js';

/** Where a commit in the text of a command is made. */
export interface CommitPlace {
  /** The working directory of the session. */
  readonly workingDirectory: string;
  /** That of the commit itself. */
  readonly directory: string;
  /** The commits of the same text that come before it. */
  readonly earlier: readonly CommitCall[];
}

interface Standing {
  readonly gitDirectory: string;
  /** None for the first commit of a branch. */
  readonly parents: readonly CommitSha[];
}

/** A commit before it is made. */
export interface Foreseen extends Standing, WrittenWork {
  /** The tree that it will stand on; `null` for that of its first parent. */
  readonly on: string | null;
}

/**
 * What a commit will hold and stand on, found by doing the same on a copy of the index; `null` where it is not certain, or the
 * steps before it fail. An amended commit stands on the parents of the one that it replaces; one that follows others of the
 * same text is foreseen together with those.
 */
export async function foreseeCommit(
  opened: OpenRepository,
  call: CommitCall,
  commitPlace: CommitPlace,
): Promise<Foreseen | null> {
  const { workingDirectory, directory, earlier } = commitPlace;
  const plans = planCommit(call, earlier);
  if (plans === null || call.environment.has('GIT_INDEX_FILE')) return null;
  const { workspaceGit, environment, place, borrowed, workspace } = opened;
  const isOfTree = createIsOfTree(commitPlace);
  if (workspace.topLevel === null || !earlier.every(isOfTree)) return null;
  try {
    const [pending, settings] = await Promise.all([
      readStanding(opened),
      readUserSettings(environment, opened.directory, place),
    ]);
    const { topLevel } = workspace;
    const git = await copyIndex({ environment, place, topLevel, settings, borrowed, ...pending });
    let on: string | null = null;
    let written: WrittenWork | null = null;
    for (const plan of plans) {
      on = written?.tree ?? null;
      const own = { ...plan, steps: plan.steps.filter(isOfTree) };
      await stageForeseen({ git, plan: own, workingDirectory, directory });
      written = await writeStaged(git);
    }
    if (written === null) return null;
    if (!call.amend) return { ...pending, ...written, on };
    if (on !== null) return null;
    const [replaced] = pending.parents;
    const parents = replaced === undefined ? [] : await readParents(workspaceGit, replaced);
    return parents.length === 0 ? null : { ...pending, ...written, on, parents };
  } catch (error) {
    // What git refuses here it refuses there, and no commit comes of it.
    if (error instanceof OperationalError && CANNOT.has(error.code)) return null;
    throw error;
  }
}

async function readStanding({ workspaceGit, directory }: OpenRepository): Promise<Standing> {
  try {
    return await readPending(workspaceGit, directory);
  } catch (error) {
    if (!(error instanceof OperationalError && error.code === 'no-commit-yet')) throw error;
    return { gitDirectory: await readGitDirectory(workspaceGit), parents: [] };
  }
}

/** What is staged in another working tree than that of the commit, which a folder may hold, is no part of it. */
function createIsOfTree({ workingDirectory, directory }: CommitPlace) {
  const topLevelAt = (path: string): string | null => findPlace(realPath(path))?.topLevel ?? null;
  const own = topLevelAt(directory);
  return (step: Pick<CommitCall, 'directory'>): boolean =>
    step.directory !== null && topLevelAt(resolve(workingDirectory, ...step.directory)) === own;
}

const CANNOT: ReadonlySet<OperationalError['code']> = new Set(['git-failed', 'unmerged-paths']);
