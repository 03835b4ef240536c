import type { TreeEntry } from '../../core/history.js';
import type { LineRange } from '../../core/in-head.js';
import { commitSha, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import { readEntries } from './entries.js';
import { readCommitsBeyond, readParents } from './first-parents.js';
import type { Repository } from './borrowed-repository.js';
import type { Git } from './run.js';

export interface Ends {
  readonly base: CommitSha;
  readonly head: CommitSha;
}

/** The lines of a file that each commit wrote. */
export type WrittenLines = ReadonlyMap<CommitSha, readonly LineRange[]>;

/**
 * Which lines of a file in the head each commit of `base..head` wrote, as git blames them; older lines are another commit's. A
 * rename is an addition, and no driver converts the text. The path must be UTF-8. Rejects where the head has no such file,
 * where a blob is not there, and with `git-timeout`.
 */
export async function readWrittenLines(
  git: Git,
  { base, head }: Ends,
  path: RepoPath,
  timeout: number,
): Promise<WrittenLines> {
  const { stdout } = await git.run(
    ['blame', '--incremental', '--no-follow', '--no-textconv', head, `^${base}`, '--', path],
    { timeout },
  );
  return parseIncremental(stdout.toString('latin1'));
}

/**
 * `<commit> <line there> <line here> <how many>`, then lines that begin with a word, of which `filename` is the last
 * (git-blame(1), "Incremental output").
 */
function parseIncremental(output: string): WrittenLines {
  const written = new Map<CommitSha, LineRange[]>();
  for (const [, commit = '', first, amount] of output.matchAll(ENTRY)) {
    const sha = commitSha(commit);
    const start = Number(first);
    const range = { start, end: start + Number(amount) - 1 };
    const known = written.get(sha);
    if (known === undefined) written.set(sha, [range]);
    else known.push(range);
  }
  return written;
}

const ENTRY = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/gm;

/** The blobs that blaming these files reads: theirs in each commit of the range and in its parents. */
export async function listVersions(
  { git, objects }: Repository,
  { base, head }: Ends,
  paths: readonly RepoPath[],
): Promise<readonly string[]> {
  const range = await readCommitsBeyond(git, head, [base]);
  const parents = await readParents(git, range);
  const entries = await readEntries(objects, [...range, ...[...parents.values()].flat()], paths);
  return [
    ...new Set(
      [...entries.values()].flatMap((files) =>
        [...files.values()].filter(({ mode }) => isOrdinary(mode)).map(({ oid }) => oid),
      ),
    ),
  ];
}

/** An ordinary file, no link and no submodule, whose path can be an argument: a process is given text. */
export const canBeBlamed = (path: RepoPath, { mode }: TreeEntry): boolean =>
  isOrdinary(mode) && !/\p{Cs}/u.test(path);

const isOrdinary = (mode: string): boolean => mode.startsWith('100');
