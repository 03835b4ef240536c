import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { parseRoster, parseRosters } from '../core/definitions/parse-roster.js';
import type { DefinitionSource, Roster } from '../core/definitions/roster.js';
import type { LintTarget } from '../core/lint/lint-roster.js';
import type { Policy } from '../core/policy/policy.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readContract } from '../sources/git/contract.js';
import { readDefinitionSources } from '../sources/git/definition-sources.js';
import { readTree, type Tree } from '../sources/git/tree.js';

/** The definitions as the policy has them read. */
export const toRoster = (sources: readonly DefinitionSource[], { headings }: Policy): Roster =>
  parseRoster(sources, { headings });

/** The same of several commits. */
export const toRosters = (
  commits: readonly (readonly DefinitionSource[])[],
  { headings }: Policy,
): readonly Roster[] => parseRosters(commits, { headings });

/** The definitions of a commit. */
export async function readRosterAt(
  repository: Repository,
  commit: CommitSha,
  policy: Policy,
): Promise<Roster> {
  return rosterIn(repository, await readTree(repository.git, commit), policy);
}

/** The definitions of a commit, its tree and its contract. */
export async function readLintTargetAt(
  repository: Repository,
  commit: CommitSha,
  policy: Policy,
): Promise<LintTarget> {
  const tree = await readTree(repository.git, commit);
  const [roster, contract] = await Promise.all([
    rosterIn(repository, tree, policy),
    readContract(repository.objects, tree),
  ]);
  return { roster, contract, tracked: tree.keys() };
}

async function rosterIn({ objects }: Repository, tree: Tree, policy: Policy): Promise<Roster> {
  const isDefinitionPath = createIsDefinitionPath(policy.definitions);
  return toRoster(await readDefinitionSources(objects, tree, isDefinitionPath), policy);
}
