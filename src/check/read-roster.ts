import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { parseRoster } from '../core/definitions/parse-roster.js';
import type { Roster } from '../core/definitions/roster.js';
import type { Policy } from '../core/policy.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readDefinitionSources } from '../sources/git/definition-sources.js';
import type { Git } from '../sources/git/run.js';
import { readTree } from '../sources/git/tree.js';
import { readWorkingTree, readWorkingTreeDefinitions } from '../sources/git/working-tree.js';

/** The definitions of a commit. */
export async function readRosterAt(
  { git, objects }: Repository,
  commit: CommitSha,
  policy: Policy,
): Promise<Roster> {
  const tree = await readTree(git, commit);
  return parseRoster(await readDefinitionSources(objects, tree, createIsDefinitionPath(policy.definitions)));
}

/** The definitions as they stand on the disk. */
export async function readWorkingTreeRoster(git: Git, topLevel: string, policy: Policy): Promise<Roster> {
  const workingTree = await readWorkingTree(git, topLevel);
  return parseRoster(
    await readWorkingTreeDefinitions(workingTree, createIsDefinitionPath(policy.definitions)),
  );
}
