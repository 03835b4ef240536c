import type { CommitSha, RepoPath } from './vocabulary.js';

/** What a tree holds at a path: git's file mode (six octal digits) and the object's name. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
}

/** One path that differs between two states. A rename is two of these: rename detection is never on. */
export interface Change {
  readonly path: RepoPath;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
}

/** A change that a commit made itself. */
export interface OwnChange extends Change {
  /**
   * Where `before` stands: in the tree of this parent (1 is the first), or, for a merge whose parents both changed the path,
   * only in the tree that git's own merge of them gives.
   */
  readonly beforeIn: number | 'automatic-merge';
}

/** A trailer as git itself parsed it; the key in the spelling of the message. */
export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** Why a commit's message cannot be trusted to say what it seems to say. */
export type UnreadableMessage = 'nul-in-message' | 'claims-depend-on-encoding';

export interface Commit {
  readonly sha: CommitSha;
  readonly parents: readonly CommitSha[];
  readonly subject: string;
  /** All of it, as it stands in the commit, the subject included; broken UTF-8 is replaced. */
  readonly message: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** Only the trailers with one of the keys that were asked for. */
  readonly trailers: readonly Trailer[];
  readonly unreadable: UnreadableMessage | null;
  /** What this commit did itself: for a merge, what differs from git's own merge of its parents. */
  readonly changes: readonly OwnChange[];
  /** False for a merge that git cannot redo: `changes` may lack a path in which it chose one parent over another. */
  readonly isExact?: boolean;
}

/** The commits of a range and what is needed to judge them. */
export interface History {
  readonly base: CommitSha;
  readonly head: CommitSha;
  readonly mergeBases: readonly CommitSha[];
  /** The commits of `base..head`, parents before children. */
  readonly commits: readonly Commit[];
  /** For each merge base, in the order of `mergeBases`: what differs from it in the head. */
  readonly netChanges: readonly (readonly Change[])[];
}

/** Entries of chosen paths at chosen commits; an absent path is an absent key. */
export type EntriesByCommit = ReadonlyMap<CommitSha, ReadonlyMap<RepoPath, TreeEntry>>;

const SYMBOLIC_LINK = '120000';
const SUBMODULE = '160000';

/** True for what stands in place of a directory without being one: a symbolic link or a submodule. */
export const isLink = (entry: TreeEntry | null): boolean =>
  entry !== null && (entry.mode === SYMBOLIC_LINK || entry.mode === SUBMODULE);

export const sameEntry = (left: TreeEntry | null, right: TreeEntry | null): boolean =>
  left === right || (left !== null && right !== null && left.mode === right.mode && left.oid === right.oid);

/** The letter that git's `--name-status` prints for a change. */
export type ChangeStatus = 'A' | 'M' | 'D' | 'T';

export function statusOf({ before, after }: Change): ChangeStatus {
  if (before === null) return 'A';
  if (after === null) return 'D';
  return fileType(before) === fileType(after) ? 'M' : 'T';
}

const fileType = (entry: TreeEntry): string => entry.mode.slice(0, 3);
