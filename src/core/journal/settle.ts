import type { AgentName, RepoPath } from '../vocabulary.js';
import type { Note, NotedChange, NotedObject } from './note.js';
import { isSameObject } from './same-object.js';

/** A path that a commit took up, with the names of all who made it. */
export interface SettledPath {
  /** The object that the commit holds there, `null` for none. */
  readonly committed: NotedObject | null;
  /** What stands in the working tree now. */
  readonly present: NotedObject | null;
}

/**
 * What is left of notes when commits are made: nothing of what was committed and of what came before it. Where the working
 * tree holds more than was committed, that is still to come, on top of what HEAD holds now. `null` where nothing changes.
 */
export function settleNotes(
  notes: readonly Note[],
  settled: ReadonlyMap<RepoPath, SettledPath>,
): readonly Note[] | null {
  const lastCommitted = findLastCommitted(notes, settled);
  const touched = new Set<Note>();
  const left = notes.flatMap((note): readonly Note[] => {
    const changes = note.changes.flatMap((change): readonly NotedChange[] => {
      const path = settled.get(change.path);
      if (path === undefined) return [change];
      const isTakenUp =
        isSameObject(path.committed, path.present) || note.at <= (lastCommitted.get(change.path) ?? 0);
      const base = path.committed?.oids[0] ?? null;
      if (!isTakenUp && change.base === base) return [change];
      touched.add(note);
      return isTakenUp ? [] : [{ ...change, base }];
    });
    return changes.length === 0 ? [] : [{ ...note, changes }];
  });
  return touched.size > 0 ? left : null;
}

function findLastCommitted(notes: readonly Note[], settled: ReadonlyMap<RepoPath, SettledPath>) {
  const last = new Map<RepoPath, number>();
  for (const { at, changes } of notes) {
    for (const { path, object, act } of changes) {
      const found = settled.get(path);
      if (found === undefined || act === 'restored' || !isSameObject(object, found.committed)) continue;
      last.set(path, Math.max(at, last.get(path) ?? 0));
    }
  }
  return last;
}

/**
 * The same notes in less room: of one agent's changes of a path, between which nobody else changed it, the last tells all.
 * In the order of their times.
 */
export function foldNotes(notes: readonly Note[]): readonly Note[] {
  const later = new Map<RepoPath, Deed>();
  const ordered = [...notes].sort((left, right) => left.at - right.at || left.from - right.from);
  const kept: Note[] = [];
  for (const note of ordered.reverse()) {
    const changes = note.changes.filter((change) => {
      const deed = { agent: note.agent, change };
      const next = later.get(change.path);
      later.set(change.path, deed);
      return next === undefined || !isTold(deed, next);
    });
    if (changes.length > 0) kept.push({ ...note, changes });
  }
  return kept.reverse();
}

interface Deed {
  readonly agent: AgentName | null;
  readonly change: NotedChange;
}

const isTold = (deed: Deed, next: Deed): boolean =>
  next.agent === deed.agent &&
  next.change.base === deed.change.base &&
  deed.change.act === 'edited' &&
  next.change.act === 'edited';
