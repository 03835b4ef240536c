import type { CommitSha, RepoPath } from '../../core/vocabulary.js';

/** What a map is told of besides what is on it. */
export interface MapFacts {
  /** The commit that was read; `null` for the working tree. */
  readonly commit: CommitSha | null;
  /** The parts of the tree that were asked for; none for all of it. */
  readonly parts: readonly RepoPath[];
  /** Problems of the definitions that are errors: rules may be missing from the map. */
  readonly errors: number;
  /** Where definitions were looked for. */
  readonly lookedFor: readonly string[];
}
