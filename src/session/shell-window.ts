import { compareSnapshots } from '../core/journal/compare-snapshots.js';
import type { OpenCall } from '../core/journal/call.js';
import type { Note, NotedChange } from '../core/journal/note.js';
import { UNMOVED, type HeadMove, type Snapshot } from '../core/journal/snapshot.js';
import type { AgentName } from '../core/vocabulary.js';
import { readHeadLog } from '../sources/git/head-log.js';
import { readHeadMove } from '../sources/git/head-move.js';
import type { ObjectFormat } from '../sources/git/object-names.js';
import { takeSnapshot, type SnapshotTaken } from '../sources/git/snapshot.js';
import { keepSnapshot, openCall, readSnapshot } from '../sources/journal/calls.js';
import { writeNotes } from '../sources/journal/notes.js';
import type { Bearings } from './bearings.js';
import { readMadeCommits, type MadeCommit } from './commits-made.js';
import { readObjectFormat } from './object-format.js';

/** Time for reading the contents of what differs from HEAD, in milliseconds. */
const READING = 2000;
/** What the last call in this working tree saw: spares reading again what nobody wrote since. */
const LAST = 'last.json';
const WORTH_KEEPING = 50;

/** What happened between the beginning and the end of a shell call. */
export interface Window {
  readonly note: Note;
  readonly commits: readonly MadeCommit[];
  /** How many files were not read for want of time. */
  readonly unread: number;
}

/** Looks at the working tree before a call, and lets the others know that it has begun. */
export async function openWindow(
  name: string,
  call: Omit<OpenCall, 'log'>,
  { place: { gitDir, topLevel }, git, now }: Bearings,
): Promise<void> {
  const { mark: log } = await readHeadLog(gitDir, null, now);
  if (call.agent !== null) {
    const [format, last] = await Promise.all([readObjectFormat(git), readSnapshot(gitDir, LAST)]);
    const known = last?.dirty ?? new Map();
    const until = Date.now() + READING;
    await keepSnapshot(gitDir, name, await takeSnapshot({ git, topLevel, format, known, until }));
  }
  await openCall(gitDir, name, { ...call, log });
}

/** Looks again and notes what changed; `null` where nobody looked before. */
export async function lookThrough(
  name: string,
  call: OpenCall & { readonly agent: AgentName },
  bearings: Bearings,
): Promise<(Window & { readonly seen: Snapshot }) | null> {
  const { place, git } = bearings;
  const before = await readSnapshot(place.gitDir, name);
  if (before === null) return null;
  const format = await readObjectFormat(git);
  const until = Date.now() + READING;
  const seen = await takeSnapshot({ git, topLevel: place.topLevel, format, known: before.dirty, until });
  const { entries } = await readHeadLog(place.gitDir, call.log, bearings.now);
  const commits = await readMadeCommits(entries, bearings);
  const own = commits.filter(({ claims }) => claims.length === 0 || claims.includes(call.agent));
  const move = await readMove(before, seen, own, format, bearings);
  const changes = compareSnapshots(before, seen, move);
  const note: Note = { agent: call.agent, how: 'shell', from: call.from, at: Date.now(), changes };
  if (changes.length > 0) await writeNotes(place.gitDir, [note]);
  await keepLast(place.gitDir, seen);
  return { note, commits, unread: seen.unread, seen };
}

async function readMove(
  before: Snapshot,
  { head }: SnapshotTaken,
  own: readonly MadeCommit[],
  format: ObjectFormat,
  { git }: Bearings,
): Promise<HeadMove> {
  if (before.head === head) return UNMOVED;
  return {
    entries: await readHeadMove(git, before.head, head, format),
    committed: new Set(own.flatMap(({ commit }) => commit.changes.map(({ path }) => path))),
  };
}

async function keepLast(gitDir: string, seen: Snapshot): Promise<void> {
  if (seen.dirty.size >= WORTH_KEEPING) await keepSnapshot(gitDir, LAST, seen);
}

/** Whether a change leaves something that can be committed. */
export const isWork = ({ act }: NotedChange): boolean => act !== 'restored';
