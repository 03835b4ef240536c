import type { NotedObject } from './note.js';

/** Whether two looks at a path saw the same content and the same mode; content that was not read equals nothing. */
export function isSameObject(left: NotedObject | null, right: NotedObject | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.mode !== null && right.mode !== null && left.mode !== right.mode) return false;
  return left.oids.some((oid) => right.oids.includes(oid));
}
