import type { HeadMove } from '../../core/journal/snapshot.js';
import type { CommitSha } from '../../core/vocabulary.js';
import { EMPTY_TREE } from './empty-tree.js';
import { readTreeIds } from './entries.js';
import type { ObjectFormat } from './object-names.js';
import { openObjectReader } from './objects.js';
import type { Git } from './run.js';
import { diffTreePairs } from './tree-pairs.js';

/** Where the trees of two commits differ; `null` stands for there being none. */
export async function readHeadMove(
  git: Git,
  from: CommitSha | null,
  to: CommitSha | null,
  format: ObjectFormat,
): Promise<HeadMove['entries']> {
  if (from === to) return new Map();
  const objects = openObjectReader(git);
  try {
    const commits = [from, to].filter((commit) => commit !== null);
    const trees = await readTreeIds(objects, commits);
    const treeOf = (commit: CommitSha | null): string =>
      commit === null ? EMPTY_TREE[format] : (trees[commits.indexOf(commit)] ?? '');
    const [changes = []] = await diffTreePairs(git, [[treeOf(from), treeOf(to)]]);
    return new Map(changes.map(({ path, before, after }) => [path, { before, after }]));
  } finally {
    objects.close();
  }
}
