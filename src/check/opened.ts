import type { CommitSha } from '../core/vocabulary.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import type { Revision } from '../sources/github/target.js';
import type { Branches } from './branches.js';

/** What must be at hand before a target can be judged: everything between the base and each of the heads. */
export interface Wanted {
  readonly base: Revision;
  /** Serves where the tip of the base cannot be asked in this run. */
  readonly baseFallback: CommitSha | null;
  readonly head: Revision;
  /** The ref by which a server gives out the head; to be asked for where it points now. */
  readonly headRef: string | null;
  /** Further heads, each with the ref by which a server gives it out. */
  readonly others: readonly { readonly sha: CommitSha; readonly ref: string }[];
  /** Pairs of commits that are to be merged; `null` where that is known only later. */
  readonly pairs: readonly (readonly [CommitSha, CommitSha])[] | null;
  /** How many commits the range has, where the event says it. */
  readonly commits: number | null;
  /** Without `refs/heads/`; `null` where nobody says it. */
  readonly defaultBranch: string | null;
}

export interface Opened {
  readonly repository: Repository;
  readonly base: CommitSha;
  readonly head: CommitSha;
  readonly shallow: boolean;
  /** What `headRef` points at in this run; `null` where no server was asked, or where it shows no such ref. */
  readonly headTip: CommitSha | null;
  readonly branches: Branches;
}

/** Gets what is wanted, for the time of `use`. */
export type Open = <Result>(wanted: Wanted, use: (opened: Opened) => Promise<Result>) => Promise<Result>;
