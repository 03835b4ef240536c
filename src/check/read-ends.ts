import type { DefinitionSource, Roster } from '../core/definitions/roster.js';
import type { Policy } from '../core/policy/policy.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readDefinitionSourcesOf } from '../sources/git/definition-sources.js';
import { readTree, type Tree } from '../sources/git/tree.js';
import { toRosters } from './read-roster.js';

/** The definitions of one end of a range, and the tree that they stand in. */
export interface End {
  readonly tree: Tree;
  readonly sources: readonly DefinitionSource[];
  readonly roster: Roster;
}

export interface Ends {
  readonly base: End;
  readonly head: End;
}

const NOBODY: Roster = { agents: [], problems: [] };

/** Both ends of a range; what they have in common is read once. Rejects with `incomplete-history` where something is missing. */
export async function readEnds(
  { git, objects }: Repository,
  range: { readonly base: CommitSha; readonly head: CommitSha },
  policy: Policy,
  isDefinitionPath: (path: RepoPath) => boolean,
): Promise<Ends> {
  const [baseTree, headTree] = await Promise.all([readTree(git, range.base), readTree(git, range.head)]);
  const sources = await readDefinitionSourcesOf(objects, [baseTree, headTree], isDefinitionPath);
  const [atBase = [], atHead = []] = sources;
  const [base = NOBODY, head = NOBODY] = toRosters(sources, policy);
  return {
    base: { tree: baseTree, sources: atBase, roster: base },
    head: { tree: headTree, sources: atHead, roster: head },
  };
}
