import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import type { DefinitionSource } from '../core/definitions/roster.js';
import type { History, TreeEntry } from '../core/history.js';
import type { Policy } from '../core/policy/policy.js';
import { sourcesAfterMerge, whatIsBrought } from '../core/rule-changes/after-merge.js';
import type { RepoPath } from '../core/vocabulary.js';
import { mergeAutomatically } from '../sources/git/automatic-merge.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readDefinitionSources } from '../sources/git/definition-sources.js';
import { readTree, type Tree } from '../sources/git/tree.js';
import type { End } from './read-ends.js';

interface Sides {
  readonly history: History;
  readonly base: End;
  readonly head: End;
  readonly policy: Policy;
}

/**
 * The definitions as they would stand after the merge. git is asked only where both sides changed one of them; where it cannot
 * merge a file, the head's counts.
 */
export async function readSourcesAfterMerge(
  repository: Repository,
  { history, base, head, policy }: Sides,
): Promise<readonly DefinitionSource[]> {
  const known = sourcesAfterMerge(base.sources, head.sources, whatIsBrought(history, base.tree));
  if (known !== null) return known;
  const { git, objects, prepareMerges } = repository;
  const pair = [history.base, history.head] as const;
  await prepareMerges?.([pair]);
  const [merge] = await mergeAutomatically(git, [pair]);
  if (merge === undefined || merge === null) return head.sources;
  const merged = await readTree(git, merge.tree);
  return readDefinitionSources(
    objects,
    withHeads(merged, merge.conflicted, head.tree),
    createIsDefinitionPath(policy.definitions),
  );
}

/** A conflicted file holds git's marks in the merged tree: the head's stands in its place. */
function withHeads(merged: Tree, conflicted: ReadonlySet<RepoPath>, head: Tree): Tree {
  const tree = new Map<RepoPath, TreeEntry>(merged);
  for (const path of conflicted) {
    const entry = head.get(path);
    if (entry === undefined) tree.delete(path);
    else tree.set(path, entry);
  }
  return tree;
}
