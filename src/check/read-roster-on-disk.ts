import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import type { Roster } from '../core/definitions/roster.js';
import type { LintTarget } from '../core/lint/lint-roster.js';
import type { Policy } from '../core/policy/policy.js';
import { readWorkingTreeContract } from '../sources/git/contract-on-disk.js';
import type { Git } from '../sources/git/run.js';
import {
  readWorkingTree,
  readWorkingTreeDefinitions,
  type WorkingTree,
} from '../sources/git/working-tree.js';
import { toRoster } from './read-roster.js';

/** The definitions as they stand on the disk. */
export async function readWorkingTreeRoster(git: Git, topLevel: string, policy: Policy): Promise<Roster> {
  return rosterOnDisk(await readWorkingTree(git, topLevel), policy);
}

/**
 * The definitions as they stand on the disk, the tracked files and the contract. A file that is not yet added counts as tracked:
 * a pattern for it is not dead.
 */
export async function readWorkingTreeLintTarget(
  git: Git,
  topLevel: string,
  policy: Policy,
): Promise<LintTarget> {
  const workingTree = await readWorkingTree(git, topLevel);
  const [roster, contract] = await Promise.all([
    rosterOnDisk(workingTree, policy),
    readWorkingTreeContract(workingTree),
  ]);
  return { roster, contract, tracked: workingTree.files.keys() };
}

async function rosterOnDisk(workingTree: WorkingTree, policy: Policy): Promise<Roster> {
  const isDefinitionPath = createIsDefinitionPath(policy.definitions);
  return toRoster(await readWorkingTreeDefinitions(workingTree, isDefinitionPath), policy);
}
