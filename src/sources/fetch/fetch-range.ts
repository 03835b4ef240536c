import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { BorrowedRepository } from '../git/borrowed-repository.js';
import type { Environment } from '../git/environment.js';
import { openObjectReader } from '../git/objects.js';
import { fetchCommits, type WantedRange } from './fetch-commits.js';
import { fetchTip } from './fetch-tip.js';
import {
  fetchBlobs,
  fetchForMerges,
  fetchTrees,
  fetchWhereMissing,
  parentsOfMerges,
} from './fetch-contents.js';
import { atMost, CLOCK, PATIENCE, persist, type Attempts, type Clock, type Patience } from './patience.js';
import type { Remote } from './remote.js';
import { createSideRepository, type SideRepository } from './side-repository.js';

export interface FetchOptions {
  readonly environment: Environment;
  /** An existing directory for temporary files. */
  readonly parent: string;
  readonly remote: Remote;
  /** Ends the fetching. */
  readonly signal?: AbortSignal | undefined;
  readonly patience?: Patience;
  readonly clock?: Clock;
  /** Gets what happens, a line at a time; holds text of the server's. */
  readonly log: (line: string) => void;
}

export interface FetchedRange {
  /** Holds the range and answers as a full clone would; it knows no history beyond. */
  readonly repository: Omit<BorrowedRepository, 'directory'>;
  readonly base: CommitSha;
  readonly head: CommitSha;
  /** What `headRef` points at; `null` where the server shows no such ref. */
  readonly headTip: CommitSha | null;
  /**
   * The tip that a ref (full name) has now, with its trees, into the same repository; `null` where the server shows no such
   * ref. Nothing can be said of its history. Rejects like `fetchRange`.
   */
  fetchTip(ref: string): Promise<CommitSha | null>;
}

/**
 * Fetches `base..head`, also up to further heads, and what judging it needs into a bare repository of our own: commits until
 * the range is proved, then trees, then the contents that merges and definitions need. Rejects, leaving nothing behind, with
 * `fetch-failed`, `not-allowed`, `unsafe-server`, `unknown-revision` (no such branch) or `incomplete-history` (no such commit).
 */
export async function fetchRange(options: FetchOptions, wanted: WantedRange): Promise<FetchedRange> {
  const { side, attempts } = await begin(options, nameLengthOf(wanted));
  try {
    const commits = await fetchCommits(side, attempts, wanted);
    await fetchTrees(side, attempts, commits);
    await fetchForMerges(side, attempts, parentsOfMerges(commits));
    const objects = openObjectReader(side.git);
    return {
      base: commits.base,
      head: commits.head,
      headTip: commits.headTip,
      async fetchTip(ref) {
        const tip = (await listRemote(side, attempts, [ref])).get(ref) ?? null;
        if (tip !== null) await fetchTip(side, attempts, tip);
        return tip;
      },
      repository: {
        git: side.git,
        objects: fetchWhereMissing(objects, side, attempts),
        prepareMerges: (pairs) => fetchForMerges(side, attempts, pairs),
        fetchBlobs: (names, milliseconds) => fetchBlobs(objects, side, atMost(attempts, milliseconds), names),
        async dispose() {
          objects.close();
          await side.dispose();
        },
      },
    };
  } catch (error) {
    const better = await explain(error, side, attempts);
    await side.dispose();
    throw better;
  }
}

/** Any page with status 200 passes for a repository without branches (gitprotocol-http(5), "dumb"): it is none. */
async function explain(error: unknown, side: SideRepository, attempts: Attempts): Promise<unknown> {
  if (!(error instanceof OperationalError) || error.code !== 'unknown-revision') return error;
  const { repository } = attempts.remote;
  try {
    const { size } = await listRemote(side, attempts, ['refs/heads/*']);
    return size > 0 ? error : new OperationalError('fetch-failed', `${repository}: no branch in the answer`);
  } catch (failure) {
    return failure;
  }
}

/**
 * What each of these refs (full names) points at now, by one request; a ref that the remote does not show is not in the
 * answer. Rejects like `fetchRange`.
 */
export async function readRemoteTips(
  options: FetchOptions,
  refs: readonly string[],
): Promise<ReadonlyMap<string, CommitSha>> {
  const { side, attempts } = await begin(options, 40);
  try {
    return await listRemote(side, attempts, refs);
  } finally {
    await side.dispose();
  }
}

/** What these refs point at, of those that the server shows. */
export async function listRemote(side: SideRepository, attempts: Attempts, patterns: readonly string[]) {
  const { stdout } = await persist(attempts, (timeout) =>
    side.networkGit(timeout).run(['ls-remote', '--refs', 'origin', ...patterns]),
  );
  const lines = stdout.toString('utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map(([tip = '', ref = '']) => [ref, commitSha(tip)]),
  );
}

/** A repository has names of one length only. */
function nameLengthOf({ base, head }: WantedRange): number {
  const named = [head, base].find((wanted) => 'sha' in wanted);
  return named?.sha.length ?? 40;
}

/** A side repository to be disposed of, and how to be patient about it. */
export async function begin(
  { environment, parent, remote, signal, log, patience = PATIENCE, clock = CLOCK }: FetchOptions,
  nameLength: number,
): Promise<{ readonly side: SideRepository; readonly attempts: Attempts }> {
  const objectFormat = nameLength === 64 ? 'sha256' : 'sha1';
  const side = await createSideRepository({ environment, parent, remote, objectFormat, patience, signal });
  const attempts = { remote, patience, clock, deadline: clock.now() + patience.whole, signal, log };
  return { side, attempts };
}
