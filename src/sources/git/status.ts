import type { TreeEntry } from '../../core/history.js';
import { commitSha, repoPath, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { decodePath } from './paths.js';
import { isAtEnd, skipToken, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

/** A path at which index or working tree differ from HEAD. */
export interface StatusEntry {
  head: TreeEntry | null;
  staged: TreeEntry | null;
  /** `as-staged` where the disk holds what the index holds; for everything else the disk must be looked at. */
  disk: 'as-staged' | 'gone' | 'differs';
}

export interface Status {
  /** `null` before the first commit. */
  readonly head: CommitSha | null;
  readonly entries: ReadonlyMap<RepoPath, Readonly<StatusEntry>>;
}

const STATUS = [
  'status',
  '--porcelain=v2',
  '-z',
  '--branch',
  '--no-ahead-behind',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=dirty',
];

const SPACE = 0x20;

/** What differs from HEAD, untracked files included and ignored ones not (git-status(1), "Porcelain Format Version 2"). */
export async function readStatus(git: Git, topLevel: string): Promise<Status> {
  const { stdout } = await git.run(['-C', topLevel, ...STATUS]);
  const cursor: TokenCursor = { bytes: stdout, position: 0 };
  const entries = new Map<RepoPath, StatusEntry>();
  let head: CommitSha | null = null;
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    const end = skipToken(cursor);
    switch (stdout.toString('latin1', start, start + 1)) {
      case '#': {
        const [, oid] = /^# branch\.oid ([0-9a-f]{40,64})$/.exec(stdout.toString('latin1', start, end)) ?? [];
        if (oid !== undefined) head = commitSha(oid);
        break;
      }
      case '1': {
        const { fields, path } = takeFields(stdout, start, end, 8);
        const [, xy = '', , modeHead = '', modeIndex = '', , oidHead = '', oidIndex = ''] = fields;
        const disk = xy[1] === 'D' ? 'gone' : xy[1] === '.' ? 'as-staged' : 'differs';
        const staged = toEntry(modeIndex, oidIndex);
        // `git rm --cached` leaves the file, which then is listed once more as untracked.
        const known = entries.get(path)?.disk ?? (staged === null ? 'gone' : disk);
        entries.set(path, { head: toEntry(modeHead, oidHead), staged, disk: known });
        break;
      }
      case 'u': {
        const { fields, path } = takeFields(stdout, start, end, 10);
        // The three sides of a conflict: what HEAD holds is "ours".
        const [, , , , modeOurs = '', , , , oidOurs = ''] = fields;
        const ours = toEntry(modeOurs, oidOurs);
        entries.set(path, { head: ours, staged: ours, disk: 'differs' });
        break;
      }
      case '?': {
        const path = withoutSlash(decodePath(stdout, start + 2, end));
        const known = entries.get(path);
        entries.set(path, { head: known?.head ?? null, staged: known?.staged ?? null, disk: 'differs' });
        break;
      }
    }
  }
  return { head, entries };
}

/** A repository of its own inside the working tree is listed by its directory. */
const withoutSlash = (path: RepoPath): RepoPath => (path.endsWith('/') ? repoPath(path.slice(0, -1)) : path);

function takeFields(bytes: Buffer, start: number, end: number, count: number) {
  let position = start;
  for (let field = 0; field < count; field += 1) {
    position = bytes.indexOf(SPACE, position) + 1;
    if (position === 0 || position > end) throw new OperationalError('git-failed', 'status: entry');
  }
  return {
    fields: bytes.toString('latin1', start, position - 1).split(' '),
    path: decodePath(bytes, position, end),
  };
}

const toEntry = (mode: string, oid: string): TreeEntry | null => (/^0*$/.test(mode) ? null : { mode, oid });
