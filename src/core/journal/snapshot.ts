import type { TreeEntry } from '../history.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import type { NotedObject } from './note.js';

/** A path at which the index or the working tree differs from HEAD. */
export interface DirtyPath {
  /** What stands on the disk; `null` for nothing. */
  readonly object: NotedObject | null;
  /** What HEAD holds there. */
  readonly head: TreeEntry | null;
  /** What the index holds there; `null` for nothing. */
  readonly staged: TreeEntry | null;
  /** Changes whenever the file is written; tells where the content was not read. */
  readonly mark: string;
}

/** All that differs from HEAD at one moment. */
export interface Snapshot {
  /** `null` before the first commit. */
  readonly head: CommitSha | null;
  readonly dirty: ReadonlyMap<RepoPath, DirtyPath>;
}

/** What became of HEAD between two snapshots. */
export interface HeadMove {
  /** Where the two commits' trees differ. */
  readonly entries: ReadonlyMap<
    RepoPath,
    { readonly before: TreeEntry | null; readonly after: TreeEntry | null }
  >;
  /** The paths that commits made in between changed; not those of commits that were merely checked out, pulled or replayed. */
  readonly committed: ReadonlySet<RepoPath>;
}

export const UNMOVED: HeadMove = { entries: new Map(), committed: new Set() };
