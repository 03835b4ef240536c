import { repoPath, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toIncompleteHistory } from './failure.js';
import { decodePath } from './paths.js';
import { isAtEnd, skipToken, takeToken, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

export type ParentPair = readonly [CommitSha, CommitSha];

/** What git makes of two commits by itself. */
export interface AutomaticMerge {
  readonly tree: string;
  readonly conflicted: ReadonlySet<RepoPath>;
}

const MERGE = ['merge-tree', '--write-tree', '--no-messages'];
const PROCESSES = 4;
const MERGES_WORTH_A_PROCESS = 8;
/** git's exit code for an option that it does not know. */
const USAGE = 129;

/**
 * git's own merge of each pair, in the order of the pairs; `null` where this git cannot merge two histories without a common
 * commit. The trees are written into the repository of `git`.
 */
export async function mergeAutomatically(
  git: Git,
  pairs: readonly ParentPair[],
): Promise<readonly (AutomaticMerge | null)[]> {
  if (pairs.length === 0) return [];
  const processes = Math.min(PROCESSES, Math.ceil(pairs.length / MERGES_WORTH_A_PROCESS));
  const share = Math.ceil(pairs.length / processes);
  const shares = Array.from({ length: processes }, (_, index) =>
    pairs.slice(index * share, (index + 1) * share),
  );
  return (await Promise.all(shares.map((some) => mergeShare(git, some)))).flat();
}

async function mergeShare(
  git: Git,
  pairs: readonly ParentPair[],
): Promise<readonly (AutomaticMerge | null)[]> {
  const { exitCode, stdout } = await git.run([...MERGE, '--allow-unrelated-histories', '--stdin'], {
    input: pairs.map((pair) => `${pair.join(' ')}\n`).join(''),
    okExitCodes: [0, USAGE],
    toError: toIncompleteHistory,
  });
  if (exitCode === USAGE) return mergeOneByOne(git, pairs);
  const cursor: TokenCursor = { bytes: stdout, position: 0 };
  return pairs.map((pair) => {
    skipToken(cursor);
    return takeMerge(cursor, pair);
  });
}

/** git 2.38 knows neither `--stdin` nor `--allow-unrelated-histories` (release notes of 2.39.0). */
async function mergeOneByOne(
  git: Git,
  pairs: readonly ParentPair[],
): Promise<readonly (AutomaticMerge | null)[]> {
  const merges: (AutomaticMerge | null)[] = [];
  for (const pair of pairs) merges.push(await mergeOne(git, pair));
  return merges;
}

async function mergeOne(git: Git, pair: ParentPair): Promise<AutomaticMerge | null> {
  const unrelated = new OperationalError('no-merge-base');
  try {
    const { stdout } = await git.run([...MERGE, '-z', ...pair], {
      okExitCodes: [0, 1],
      toError: (stderr) => (stderr.includes('unrelated histories') ? unrelated : toIncompleteHistory(stderr)),
    });
    return takeMerge({ bytes: stdout, position: 0 }, pair);
  } catch (error) {
    if (error === unrelated) return null;
    throw error;
  }
}

/** `<tree> NUL`, then `<mode> <object> <stage> TAB <path> NUL` for each conflicted file, up to an empty token or the end. */
function takeMerge(cursor: TokenCursor, pair: ParentPair): AutomaticMerge {
  const tree = takeToken(cursor);
  if (!/^[0-9a-f]{40,64}$/.test(tree)) throw new OperationalError('git-failed', 'merge-tree: tree');
  const conflicted = new Set<RepoPath>();
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    const end = skipToken(cursor);
    if (end === start) break;
    const path = decodePath(cursor.bytes, cursor.bytes.indexOf(TAB, start) + 1, end);
    conflicted.add(path);
    conflicted.add(withoutSide(path, pair));
  }
  return { tree, conflicted };
}

const TAB = 0x09;

/** Where a file meets a directory or a link, git sets it aside as `<path>~<branch>`; the conflict is about `<path>`. */
function withoutSide(path: RepoPath, pair: ParentPair): RepoPath {
  const [aside] = /~[0-9a-f]{40,64}(?:_\d+)?$/.exec(path) ?? [];
  const isSide = aside !== undefined && pair.some((parent) => aside.startsWith(`~${parent}`));
  return isSide ? repoPath(path.slice(0, -aside.length)) : path;
}
