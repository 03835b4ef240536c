import type { Change, Trailer } from '../../core/history.js';
import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { isAtChange, isAtEnd, takeChange, takeToken, type TokenCursor } from './raw-change.js';

/** One record of our `git log`: what a commit says, and what it changed against its one parent. */
export interface LoggedCommit {
  readonly sha: CommitSha;
  readonly tree: string;
  readonly parents: readonly CommitSha[];
  readonly authorName: string;
  readonly authorEmail: string;
  readonly subject: string;
  readonly trailers: readonly Trailer[];
  /** Empty for a merge. */
  readonly changes: readonly Change[];
}

const RECORD_START = 0x01;
const NEWLINE = 0x0a;
const NUL = 0x00;

/**
 * The `--format` whose output the parser reads (git-log(1), "Pretty formats"). No value of git's can hold a NUL, so what a
 * message says can never be mistaken for the next field, trailer or record.
 */
export function logFormat(trailerKeys: readonly string[]): string {
  const fields = '--format=%x01%H%x00%T%x00%P%x00%an%x00%ae%x00%s';
  if (trailerKeys.length === 0) return fields;
  const unfit = trailerKeys.find((key) => !/^[A-Za-z0-9-]+$/.test(key));
  if (unfit !== undefined) throw new OperationalError('usage', unfit);
  return `${fields}%x00%(trailers:${trailerKeys.map((key) => `key=${key},`).join('')}unfold,separator=%x00)`;
}

/** Takes the output of `git log -z --raw` in the format above piece by piece. */
export interface LogParser {
  /** Throws `git-failed` for what is no such output. */
  readonly push: (piece: Buffer) => void;
  /** The records, in git's order, when the output is at its end. Throws `git-failed` where it was cut off. */
  finish(): readonly LoggedCommit[];
}

/** Less is not worth a look: a record that is larger than all pieces so far is read again when as much has come again. */
const WORTH_PARSING = 1 << 18;

/** Pure: holds no more of the output than the record that is still open, and hands records on as soon as they are whole. */
export function createLogParser(onCommits?: (commits: readonly LoggedCommit[]) => void): LogParser {
  const commits: LoggedCommit[] = [];
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = WORTH_PARSING;

  function parse(isLast: boolean): void {
    const cursor: TokenCursor = { bytes: Buffer.concat(pieces), position: 0 };
    const known = commits.length;
    let parsed = 0;
    while (!isAtEnd(cursor)) {
      const commit = isLast ? takeCommit(cursor) : takeWholeCommit(cursor);
      if (commit === null) break;
      commits.push(commit);
      parsed = cursor.position;
    }
    pieces = [cursor.bytes.subarray(parsed)];
    held = cursor.bytes.length - parsed;
    wanted = Math.max(WORTH_PARSING, 2 * held);
    if (commits.length > known) onCommits?.(commits.slice(known));
  }

  return {
    push(piece) {
      pieces.push(piece);
      held += piece.length;
      if (held >= wanted) parse(false);
    },
    finish() {
      parse(true);
      return commits;
    },
  };
}

/** A record behind which another one begins; `null` where more of it may be to come. */
function takeWholeCommit(cursor: TokenCursor): LoggedCommit | null {
  try {
    const commit = takeCommit(cursor);
    return isAtEnd(cursor) ? null : commit;
  } catch (error) {
    // What is more than cut off will be found when all of it is there.
    if (error instanceof OperationalError) return null;
    throw error;
  }
}

function takeCommit(cursor: TokenCursor): LoggedCommit {
  if (cursor.bytes[cursor.position] !== RECORD_START) throw new OperationalError('git-failed', 'log: record');
  cursor.position += 1;
  const sha = commitSha(takeToken(cursor));
  const tree = takeToken(cursor);
  const parents = takeToken(cursor);
  const authorName = takeToken(cursor);
  const authorEmail = takeToken(cursor);
  const subject = takeToken(cursor);
  const trailers = takeTrailers(cursor);
  const changes: Change[] = [];
  while (isAtChange(cursor)) changes.push(takeChange(cursor));
  return {
    sha,
    tree,
    parents: parents === '' ? [] : parents.split(' ').map(commitSha),
    authorName,
    authorEmail,
    subject,
    trailers,
    changes,
  };
}

/** A trailer's key begins with a letter, digit or `-`, so it is told from an empty token, a change and the next record. */
function takeTrailers(cursor: TokenCursor): readonly Trailer[] {
  const trailers: Trailer[] = [];
  while (!isAtEnd(cursor) && !isAtChange(cursor)) {
    const first = cursor.bytes[cursor.position];
    if (first === RECORD_START) break;
    if (first === NUL || first === NEWLINE) cursor.position += 1;
    else trailers.push(toTrailer(takeToken(cursor)));
  }
  return trailers;
}

function toTrailer(token: string): Trailer {
  const colon = token.indexOf(':');
  return { key: token.slice(0, colon), value: token.slice(colon + 1).trim() };
}
