import type { RepoPath } from '../core/vocabulary.js';
import { toOperationalError } from '../operational-error.js';
import { listVersions, readWrittenLines, type Ends, type WrittenLines } from '../sources/git/blame.js';
import { readBlobs } from '../sources/git/blobs.js';
import type { Repository } from '../sources/git/borrowed-repository.js';

/** How much looking for lines may cost. */
export interface BlameLimits {
  /** For all files together, fetching included. */
  readonly milliseconds: number;
  readonly files: number;
  /** Of one file. */
  readonly bytes: number;
}

export const BLAME_LIMITS: BlameLimits = { milliseconds: 10_000, files: 200, bytes: 1_000_000 };

/** A text of the head: how many lines it has, and who wrote which of them. */
export interface BlamedText {
  readonly total: number;
  readonly written: WrittenLines;
}

export interface Blamed {
  readonly texts: ReadonlyMap<RepoPath, BlamedText>;
  /** How many files there was no time for, or a blob is not there for; binary and large ones are none of them. */
  readonly failed: number;
  /** Why the last of them failed. */
  readonly reason: string;
}

/** Each git is a process of its own: more at once would only wait for each other. */
const AT_ONCE = 4;

/** Blames files of the head, in the given order, as far as the limits let it. Rejects where their contents cannot be had. */
export async function blameFiles(
  repository: Repository,
  range: Ends,
  files: ReadonlyMap<RepoPath, string>,
  limits: BlameLimits,
): Promise<Blamed> {
  const deadline = performance.now() + limits.milliseconds;
  const timeLeft = (): number => Math.max(1, deadline - performance.now());
  const chosen = new Map([...files].slice(0, limits.files));
  await repository.fetchBlobs?.(await listVersions(repository, range, [...chosen.keys()]), timeLeft());
  const blobs = await readBlobs(repository.objects, new Set(chosen.values()), limits.bytes);
  const open = [...chosen].flatMap(([path, oid]) => {
    const content = blobs.get(oid);
    return content === undefined || content === 'too-large' || content.includes(0)
      ? []
      : [{ path, total: countLines(content) }];
  });
  const texts = new Map<RepoPath, BlamedText>();
  const failures: string[] = [];

  async function blameInTurn(): Promise<void> {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const { path, total } = next;
      try {
        texts.set(path, { total, written: await readWrittenLines(repository.git, range, path, timeLeft()) });
      } catch (error) {
        failures.push(toOperationalError(error).message);
      }
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, blameInTurn));
  return { texts, failed: failures.length, reason: failures.at(-1) ?? '' };
}

const NEWLINE = 0x0a;

function countLines(content: Buffer): number {
  let lines = 0;
  for (let at = content.indexOf(NEWLINE); at !== -1; at = content.indexOf(NEWLINE, at + 1)) lines += 1;
  return content.length === 0 || content.at(-1) === NEWLINE ? lines : lines + 1;
}
