import { commitSha, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import type { AutomaticMerge } from './automatic-merge.js';
import type { Git } from './run.js';

/** More than any merge that people make; each parent past the second costs two processes. */
const MOST_PARENTS = 64;

/** A merge of some parents of a list, and the parents that are left. */
interface Progress {
  readonly merged: CommitSha;
  readonly left: readonly CommitSha[];
  readonly result: AutomaticMerge | null;
}

/**
 * What git makes of each list of parents when it merges them one after the other, as its strategy `octopus` does
 * (git-merge(1), "Merge strategies"); for two parents, its merge of both. A path that conflicted on the way counts as
 * conflicted. `null` where git cannot merge them by itself, or where they are too many.
 */
export async function mergeInTurn(
  git: Git,
  lists: readonly (readonly CommitSha[])[],
): Promise<readonly (AutomaticMerge | null)[]> {
  let open: readonly (Progress | null)[] = lists.map(([first, ...left]) =>
    first === undefined || left.length >= MOST_PARENTS ? null : { merged: first, left, result: null },
  );
  while (open.some((progress) => progress !== null && progress.left.length > 0)) {
    open = await mergeNext(git, open);
  }
  return open.map((progress) => progress?.result ?? null);
}

async function mergeNext(
  git: Git,
  open: readonly (Progress | null)[],
): Promise<readonly (Progress | null)[]> {
  const pairs = open.flatMap((progress) => {
    const [next] = progress?.left ?? [];
    return progress === null || next === undefined ? [] : [[progress.merged, next] as const];
  });
  // Most branches hold no merge: spares them the loading.
  const { mergeAutomatically } = await import('./automatic-merge.js');
  const merges = await mergeAutomatically(git, pairs);
  let position = 0;
  const following: (Progress | null)[] = [];
  for (const progress of open) {
    const [next, ...left] = progress?.left ?? [];
    if (progress === null || next === undefined) {
      following.push(progress);
      continue;
    }
    const merge = merges[position++] ?? null;
    following.push(merge === null ? null : await toProgress(git, progress, next, left, merge));
  }
  return following;
}

async function toProgress(
  git: Git,
  { merged, result }: Progress,
  next: CommitSha,
  left: readonly CommitSha[],
  merge: AutomaticMerge,
): Promise<Progress> {
  const conflicted = new Set<RepoPath>([...(result?.conflicted ?? []), ...merge.conflicted]);
  return {
    merged: left.length === 0 ? merged : await writeMerge(git, merge.tree, [merged, next]),
    left,
    result: { tree: merge.tree, conflicted },
  };
}

/** Younger than every other commit, so that git looks at its parents first and never walks a whole history for it. */
const AUTHOR = 'agent-ownership <> 2147483647 +0000';

async function writeMerge(git: Git, tree: string, parents: readonly CommitSha[]): Promise<CommitSha> {
  const { stdout } = await git.run(['hash-object', '-t', 'commit', '-w', '--stdin'], {
    input: [
      `tree ${tree}\n`,
      ...parents.map((parent) => `parent ${parent}\n`),
      `author ${AUTHOR}\ncommitter ${AUTHOR}\n\n`,
    ].join(''),
  });
  return commitSha(stdout.toString('latin1').trim());
}
