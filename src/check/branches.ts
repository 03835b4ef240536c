import type { Policy } from '../core/policy/policy.js';
import type { CommitSha } from '../core/vocabulary.js';

/** Two commits: all that the head has and the base has not. */
export interface Ends {
  readonly base: CommitSha;
  readonly head: CommitSha;
}

/** Further branches of the judged repository: the default one, for names that the base has not, and those that are trusted. */
export interface Branches {
  /** Without `refs/heads/`, `HEAD` for the one that `origin/HEAD` names; `null` where nobody says it. */
  readonly defaultBranch: string | null;
  /**
   * The tip of a branch, whose trees and definitions can then be read like those of the base. `null`, with a line in the log,
   * where there is no such branch or where it cannot be asked: who is looked up there stays unknown.
   */
  tip(branch: string): Promise<CommitSha | null>;
  /**
   * The commits of `base..head` that these branches hold: none is missing and none is too many. A branch that is not there
   * holds nothing, which the log says. Rejects with an `OperationalError` where the answer cannot be proved.
   */
  readonly held: (branches: readonly string[], ends: Ends) => Promise<ReadonlySet<CommitSha>>;
}

const NOTHING: ReadonlySet<CommitSha> = new Set();

/** Where nothing but the range is known. */
export const NO_BRANCHES: Branches = {
  defaultBranch: null,
  tip: () => Promise.resolve(null),
  held: () => Promise.resolve(NOTHING),
};

/** The branches for a push, whose own branch holds what was pushed in any case and is trusted for nothing. */
export const withoutPushed = (branches: Branches, pushed: string | null): Branches => ({
  ...branches,
  held(named, ends) {
    const others = named.filter((branch) => branch !== pushed);
    return others.length === 0 ? Promise.resolve(NOTHING) : branches.held(others, ends);
  },
});

/** The commits of a range that were judged before, on a trusted branch; nobody is asked where none is trusted. */
export const readTrustedCommits = (
  { trustedBranches }: Pick<Policy, 'trustedBranches'>,
  branches: Branches,
  { base, head }: Ends,
): Promise<ReadonlySet<CommitSha>> =>
  trustedBranches.length === 0 ? Promise.resolve(NOTHING) : branches.held(trustedBranches, { base, head });
