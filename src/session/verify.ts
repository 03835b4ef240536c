import type { HeadEntry, LogMark } from '../core/journal/head-log.js';
import type { NotedChange } from '../core/journal/note.js';
import type { Watch } from '../core/journal/watch.js';
import type { WorkFinding } from '../core/session/work-finding.js';
import type { KeptNotes } from '../sources/journal/notes.js';
import type { Bearings } from './bearings.js';
import { findBrokenInCommits, findBrokenInTree } from './find-broken.js';
import { findUnstamped } from './find-unstamped.js';
import { settleCommits } from './settle-commits.js';
import { readConcerning, type Onlooker } from './verify-commits.js';

/** What is to be looked at. */
export interface Looking {
  readonly onlooker: Onlooker;
  /** What happened to HEAD. */
  readonly entries: readonly HeadEntry[];
  /** What the onlooker changed in the working tree. */
  readonly changes: readonly NotedChange[];
  readonly kept: KeptNotes;
  /** What was told before. */
  readonly told: ReadonlySet<string>;
}

/** What is wrong with an onlooker's commits and with its changes of the working tree; lets go of notes that served. */
export async function verify(
  { onlooker, entries, changes, kept, told }: Looking,
  bearings: Bearings,
): Promise<readonly WorkFinding[]> {
  const attributed = await readConcerning(entries, kept.notes, onlooker, bearings);
  const unstamped = await findUnstamped(attributed, told, onlooker, bearings);
  const inCommits =
    attributed.length === 0 ? [] : await findBrokenInCommits(attributed, onlooker.agent, bearings);
  const inTree =
    onlooker.agent === null || changes.length === 0
      ? []
      : await findBrokenInTree(onlooker.agent, changes, bearings);
  await settleCommits(attributed, kept, bearings);
  const unreadable: readonly WorkFinding[] =
    kept.unreadable === 0
      ? []
      : [{ kind: 'journal-failure', failure: 'unreadable-notes', subject: String(kept.unreadable) }];
  return [...unstamped, ...inCommits, ...inTree, ...unreadable];
}

/** The watch that begins where HEAD's log ends now. */
export const newWatch = (mark: LogMark): Watch => ({ log: mark, since: mark, told: [], background: false });
