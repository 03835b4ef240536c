import { foldNotes } from '../../core/journal/settle.js';
import { dropFile, listFiles, sweep } from './files.js';
import { dropNotes, writeNotes, type KeptNotes } from './notes.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A note is kept for two weeks: uncommitted work that is older is nobody's. */
export const NOTES_KEPT = 14 * DAY;
/** The client ends a shell call after ten minutes unless its user allows more. */
export const CALLS_KEPT = 2 * HOUR;
const MOST_FILES = 256;
const MOST_BYTES = 16 << 20;

/** Keeps the journal small: drops what is too old, and what a killed process left behind, and folds what became many files. */
export async function tidyJournal(gitDir: string, now: Date, kept: KeptNotes): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age);
  await dropOldNotes(gitDir, before(NOTES_KEPT));
  await sweep(gitDir, 'calls', before(CALLS_KEPT));
  await sweep(gitDir, 'snapshots', before(DAY));
  await sweep(gitDir, 'watches', before(NOTES_KEPT));
  if (kept.files.size <= MOST_FILES && kept.bytes <= MOST_BYTES) return;
  // Written before they are dropped: a note may stand there twice for a moment, but never not at all.
  const young = kept.notes.filter(({ at }) => at >= before(NOTES_KEPT).getTime());
  if (young.length > 0) await writeNotes(gitDir, foldNotes(young));
  for (const name of kept.files.keys()) await dropNotes(gitDir, name);
}

/** The time of the newest note in a file is its name (`nameByTime`). */
async function dropOldNotes(gitDir: string, before: Date): Promise<void> {
  for (const name of await listFiles(gitDir, 'notes')) {
    const at = Number(/^(\d{14})-/.exec(name)?.[1] ?? Number.NaN);
    if (at < before.getTime()) await dropFile(gitDir, 'notes', name);
  }
  await sweep(gitDir, 'notes', before);
}
