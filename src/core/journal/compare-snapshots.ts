import { sameEntry, type TreeEntry } from '../history.js';
import type { RepoPath } from '../vocabulary.js';
import type { NotedChange, NotedObject } from './note.js';
import { isSameObject } from './same-object.js';
import type { DirtyPath, HeadMove, Snapshot } from './snapshot.js';

/** One path at two moments. */
interface Course {
  readonly path: RepoPath;
  readonly before: DirtyPath | undefined;
  readonly after: DirtyPath | undefined;
  readonly headBefore: TreeEntry | null;
  readonly headAfter: TreeEntry | null;
  readonly isMoved: boolean;
  readonly isCommitted: boolean;
}

/**
 * What changed between two snapshots: what the working tree holds now and did not before, what commits made in between hold,
 * and what only the index holds. What came with a commit that was checked out or pulled is nobody's change.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot, move: HeadMove): readonly NotedChange[] {
  const paths = new Set([...before.dirty.keys(), ...after.dirty.keys(), ...move.entries.keys()]);
  return [...paths].flatMap((path) => changesOf(toCourse(path, before, after, move)));
}

function toCourse(path: RepoPath, before: Snapshot, after: Snapshot, move: HeadMove): Course {
  const [was, is, moved] = [before.dirty.get(path), after.dirty.get(path), move.entries.get(path)];
  const head = (was ?? is)?.head ?? null;
  return {
    path,
    before: was,
    after: is,
    headBefore: moved === undefined ? head : moved.before,
    headAfter: moved === undefined ? head : moved.after,
    isMoved: moved !== undefined,
    isCommitted: move.committed.has(path),
  };
}

function changesOf(course: Course): readonly NotedChange[] {
  const { path, before, after, headBefore, headAfter } = course;
  const was = before === undefined ? toObject(headBefore) : before.object;
  const is = after === undefined ? toObject(headAfter) : after.object;
  const isUntouched = before !== undefined && before.mark !== '' && before.mark === after?.mark;
  const staged = stagedAlone(course);
  if (isSameObject(was, is) || (isUntouched && isUnread(was, is))) {
    // A part of a change that stands in the working tree says nothing of its maker: it was merely chosen.
    return isSameObject(is, toObject(headAfter)) ? staged : [];
  }
  if (after !== undefined) return [toEdit(path, is, headAfter), ...staged];
  if (course.isCommitted) return [toEdit(path, is, headBefore)];
  if (course.isMoved) return [];
  return [{ path, object: is, base: headAfter?.oid ?? null, act: 'restored' }];
}

const toEdit = (path: RepoPath, object: NotedObject | null, base: TreeEntry | null): NotedChange => ({
  path,
  object,
  base: base?.oid ?? null,
  act: 'edited',
});

/** What the index came to hold and the working tree did at neither moment. */
function stagedAlone({ path, before, after, headBefore, headAfter }: Course): readonly NotedChange[] {
  if (after === undefined || sameEntry(after.staged, headAfter)) return [];
  const staged = toObject(after.staged);
  const isStale = sameEntry(before === undefined ? headBefore : before.staged, after.staged);
  const isSeen = [before?.object, after.object].some(
    (object) => object !== undefined && isSameObject(object, staged),
  );
  return isStale || isSeen ? [] : [toEdit(path, staged, headAfter)];
}

const isUnread = (was: NotedObject | null, is: NotedObject | null): boolean =>
  was?.oids.length === 0 || is?.oids.length === 0;

const toObject = (entry: TreeEntry | null): NotedObject | null =>
  entry === null ? null : { mode: entry.mode, oids: [entry.oid] };
