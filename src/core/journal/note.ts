import type { AgentName, RepoPath } from '../vocabulary.js';
import { isNumber, isRecord, isTextOrNull, parseJson } from './json.js';

/** What stands at a path of the working tree. */
export interface NotedObject {
  /** git's file mode; `null` where the disk keeps none. */
  readonly mode: string | null;
  /** The names that `git add` may give to the content, one for each way of ending lines; none where it was not read. */
  readonly oids: readonly string[];
}

/** One path that a call changed. */
export interface NotedChange {
  readonly path: RepoPath;
  /** What the call left there; `null` for nothing. */
  readonly object: NotedObject | null;
  /** The object that HEAD held there at the time, `null` for none. */
  readonly base: string | null;
  /**
   * `edited` on top of what was there; `replaced` whole, so that nothing of it is left; `restored` to what HEAD holds, so
   * that nothing is left to be committed.
   */
  readonly act: 'edited' | 'replaced' | 'restored';
}

/** What one call changed, and whose call it was. */
export interface Note {
  /** `null` for a person's thread. */
  readonly agent: AgentName | null;
  /** `tool` where the call names the file that it writes; `shell` where it was found by looking before and after. */
  readonly how: 'tool' | 'shell';
  /** The time in which it happened, in milliseconds since 1970. */
  readonly from: number;
  readonly at: number;
  readonly changes: readonly NotedChange[];
}

const FORMAT = 1;

/** Notes as the text of a file. */
export const formatNotes = (notes: readonly Note[]): string => JSON.stringify({ format: FORMAT, notes });

/** The notes of a file; `null` for a text that is none of ours, or not whole. */
export function parseNotes(text: string): readonly Note[] | null {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== FORMAT || !Array.isArray(value['notes'])) return null;
  return value['notes'].every(isNote) ? value['notes'] : null;
}

const isNote = (value: unknown): value is Note =>
  isRecord(value) &&
  isTextOrNull(value['agent']) &&
  (value['how'] === 'tool' || value['how'] === 'shell') &&
  isNumber(value['from']) &&
  isNumber(value['at']) &&
  Array.isArray(value['changes']) &&
  value['changes'].every(isChange);

const ACTS: readonly unknown[] = ['edited', 'replaced', 'restored'] satisfies readonly NotedChange['act'][];

const isChange = (value: unknown): value is NotedChange =>
  isRecord(value) &&
  typeof value['path'] === 'string' &&
  isTextOrNull(value['base']) &&
  ACTS.includes(value['act']) &&
  (value['object'] === null || isObject(value['object']));

/** Also what a snapshot holds. */
export const isObject = (value: unknown): value is NotedObject =>
  isRecord(value) &&
  isTextOrNull(value['mode']) &&
  Array.isArray(value['oids']) &&
  value['oids'].every((oid) => typeof oid === 'string');
