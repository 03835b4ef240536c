import type { Change, TreeEntry } from '../../core/history.js';
import { OperationalError } from '../../operational-error.js';
import { decodePath } from './paths.js';

const NUL = 0;
const COLON = 0x3a;
/** The digits of a mode. */
const MODE = 6;

/** The bytes of git between which NULs stand, and how far they have been read. */
export interface TokenCursor {
  readonly bytes: Buffer;
  position: number;
}

export const isAtEnd = ({ bytes, position }: TokenCursor): boolean => position >= bytes.length;

/** Moves behind the next NUL and gives the place of the NUL. */
export function skipToken(cursor: TokenCursor): number {
  const found = cursor.bytes.indexOf(NUL, cursor.position);
  if (found === -1) throw new OperationalError('git-failed', 'output cut off');
  cursor.position = found + 1;
  return found;
}

export function takeToken(cursor: TokenCursor): string {
  const start = cursor.position;
  return cursor.bytes.toString('utf8', start, skipToken(cursor));
}

export const isAtChange = ({ bytes, position }: TokenCursor): boolean => bytes[position] === COLON;

/** Reads `:<mode> <mode> <object> <object> <status> NUL <path> NUL` (git-diff(1), "Raw output format"; no renames). */
export function takeChange(cursor: TokenCursor): Change {
  const start = cursor.position + 1;
  const header = cursor.bytes.toString('latin1', start, skipToken(cursor));
  const modeBefore = header.slice(0, MODE);
  const modeAfter = header.slice(MODE + 1, 2 * MODE + 1);
  const oids = header.slice(2 * (MODE + 1), header.lastIndexOf(' '));
  const middle = oids.indexOf(' ');
  const oidBefore = oids.slice(0, middle);
  const oidAfter = oids.slice(middle + 1);
  const pathStart = cursor.position;
  const path = decodePath(cursor.bytes, pathStart, skipToken(cursor));
  return { path, before: toEntry(modeBefore, oidBefore), after: toEntry(modeAfter, oidAfter) };
}

const toEntry = (mode: string, oid: string): TreeEntry | null => (mode === '000000' ? null : { mode, oid });
