import type { TreeEntry } from '../../core/history.js';
import type { RepoPath } from '../../core/vocabulary.js';
import { toIncompleteHistory } from './failure.js';
import { toMalformed } from './parse-tree.js';
import { decodePath } from './paths.js';
import { isAtEnd, skipToken, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

/** The files, links and submodules of a commit. */
export type Tree = ReadonlyMap<RepoPath, TreeEntry>;

const TAB = 0x09;

/**
 * All of a tree or of a commit's, in git's order. Rejects with `incomplete-history` where the commit or a tree is not there,
 * and with `git-failed` where it holds a path twice.
 */
export async function readTree(git: Git, name: string): Promise<Tree> {
  const { stdout } = await git.run(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', name], {
    toError: (stderr) => toIncompleteHistory(stderr, name),
  });
  const cursor: TokenCursor = { bytes: stdout, position: 0 };
  const tree = new Map<RepoPath, TreeEntry>();
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    const tab = stdout.indexOf(TAB, start);
    const entry = stdout.toString('latin1', start, tab);
    const mode = entry.slice(0, entry.indexOf(' '));
    const oid = entry.slice(entry.lastIndexOf(' ') + 1);
    const path = decodePath(stdout, tab + 1, skipToken(cursor));
    if (mode === '' || oid === '' || tree.has(path)) throw toMalformed();
    tree.set(path, { mode, oid });
  }
  return tree;
}
