import type { HeadMove } from '../../core/journal/snapshot.js';
import type { CommitSha } from '../../core/vocabulary.js';
import { readTreeIds } from './entries.js';
import type { ObjectFormat } from './object-names.js';
import { openObjectReader } from './objects.js';
import type { Git } from './run.js';
import { diffTreePairs } from './tree-pairs.js';

/** The name of the tree that holds nothing. */
const EMPTY_TREE: Readonly<Record<ObjectFormat, string>> = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

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
