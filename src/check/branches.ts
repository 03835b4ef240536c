import type { CommitSha } from '../core/vocabulary.js';

/** Further branches of the judged repository: those that are trusted, and the default one for names that the base has not. */
export interface Branches {
  /** Without `refs/heads/`; `null` where nobody says it. */
  readonly defaultBranch: string | null;
  /**
   * The tip of a branch, whose trees and definitions can then be read like those of the base, and whose own history is there
   * as far as it tells which commits of the range it holds. `null` where there is no such branch. Rejects with an
   * `OperationalError` where that cannot be said.
   */
  tip(branch: string): Promise<CommitSha | null>;
}

/** Where nothing but the range is known. */
export const NO_BRANCHES: Branches = { defaultBranch: null, tip: () => Promise.resolve(null) };
