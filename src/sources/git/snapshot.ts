import type { NotedObject } from '../../core/journal/note.js';
import type { DirtyPath, Snapshot } from '../../core/journal/snapshot.js';
import type { RepoPath } from '../../core/vocabulary.js';
import { pathOnDisk } from './disk-files.js';
import { nameObject, statFile, type FileOnDisk, type ObjectFormat } from './object-names.js';
import type { Git } from './run.js';
import { readStatus, type StatusEntry } from './status.js';

export interface SnapshotOptions {
  readonly git: Git;
  readonly topLevel: string;
  readonly format: ObjectFormat;
  /** What an earlier look found, so that only what was written since need be read. */
  readonly known: ReadonlyMap<RepoPath, DirtyPath>;
  /** When to stop reading contents, in milliseconds since 1970: the files that are left keep their marks alone. */
  readonly until: number;
}

export interface SnapshotTaken extends Snapshot {
  /** How many files were not read for want of time. */
  readonly unread: number;
}

/**
 * What differs from HEAD in a working tree now. Follows no link and runs no file monitor; git itself may run a clean filter of
 * the repository's config to see whether a file differs, as it does for every `git status`.
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<SnapshotTaken> {
  const { head, entries } = await readStatus(options.git, options.topLevel);
  const dirty = new Map<RepoPath, DirtyPath>();
  let unread = 0;
  for (const [path, entry] of entries) {
    const seen = await lookAt(path, entry, options);
    if (seen.object?.oids.length === 0) unread += 1;
    dirty.set(path, { head: entry.head, staged: entry.staged, ...seen });
  }
  return { head, dirty, unread };
}

type Seen = Pick<DirtyPath, 'object' | 'mark'>;

const NOTHING: Seen = { object: null, mark: '' };

async function lookAt(path: RepoPath, entry: StatusEntry, options: SnapshotOptions): Promise<Seen> {
  if (entry.disk === 'gone') return NOTHING;
  if (entry.disk === 'as-staged' && entry.staged !== null) {
    const { mode, oid } = entry.staged;
    return { object: { mode, oids: [oid] }, mark: oid };
  }
  const file = pathOnDisk(options.topLevel, path);
  try {
    const found = statFile(file);
    if (found === null) return await lookAtRepository(file, options.git);
    const known = options.known.get(path);
    if (known?.mark === found.mark && known.object !== null && known.object.oids.length > 0) {
      return { object: known.object, mark: found.mark };
    }
    const isLate = Date.now() > options.until;
    const object = isLate ? UNREAD : await nameObject(file, found, options.format);
    return { object, mark: isLate ? found.mark : settledMark(found) };
  } catch {
    // Gone since git saw it, or not ours to read.
    return { object: UNREAD, mark: '' };
  }
}

/** A file that was written just now may be written again within the same tick of its clock: the next look reads it anew. */
const settledMark = ({ mark, stats }: FileOnDisk): string =>
  Date.now() - Number(stats.mtimeMs) > FRESH ? mark : '';

const FRESH = 100;

const UNREAD: NotedObject = { mode: null, oids: [] };

/** A repository inside the working tree stands for the commit that is checked out there, as a submodule does. */
async function lookAtRepository(directory: Buffer, git: Git): Promise<Seen> {
  const { exitCode, stdout } = await git.run(
    ['-C', directory.toString(), 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}'],
    { okExitCodes: [0, 1, 128] },
  );
  const oid = stdout.toString('latin1').trim();
  return exitCode === 0
    ? { object: { mode: '160000', oids: [oid] }, mark: oid }
    : { object: UNREAD, mark: '' };
}
