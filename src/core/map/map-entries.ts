import type { PathIndex } from '../patterns/path-index.js';
import type { PathNode } from '../patterns/path-tree.js';
import { repoPath, type RepoPath } from '../vocabulary.js';

/** A directory or a file of the map, with the files from position `start` to before `end`. */
export interface MapEntry {
  readonly kind: 'directory' | 'file';
  /** Empty for the root. */
  readonly path: RepoPath;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The answer of all its files where they have one, else `null`. */
  readonly answer: number | null;
  /** What lies directly in a directory, in the order of the positions. */
  readonly children: readonly MapEntry[];
}

interface Draft extends MapEntry {
  readonly children: Draft[];
}

/** The tree of all paths; `answerAt` tells by position which answer a path has. */
export function toEntries({ tree, paths }: PathIndex, answerAt: Int32Array): MapEntry {
  const sameUntil = runsOf(answerAt);
  const toDraft = (kind: MapEntry['kind'], path: RepoPath, start: number, end: number): Draft => ({
    kind,
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    start,
    end,
    answer: end > start && (sameUntil[start] ?? 0) >= end ? (answerAt[start] ?? null) : null,
    children: [],
  });
  const root = toDraft('directory', repoPath(''), 0, paths.length);
  const open: { readonly node: PathNode; readonly draft: Draft }[] = [{ node: tree.root, draft: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of next.node.children.values()) {
      const [first] = child.children.values();
      // A node of two spellings of Unicode can be a file, or several of them, beside a directory.
      for (let position = child.start; position < (first?.start ?? child.end); position += 1) {
        const path = paths[position];
        if (path !== undefined) next.draft.children.push(toDraft('file', path, position, position + 1));
      }
      if (first === undefined) continue;
      const draft = toDraft('directory', directoryAt(child, first, paths), first.start, child.end);
      next.draft.children.push(draft);
      open.push({ node: child, draft });
    }
  }
  return root;
}

/** As the first path below it spells it. */
const directoryAt = (node: PathNode, first: PathNode, paths: readonly RepoPath[]): RepoPath =>
  repoPath((paths[first.start] ?? '').split('/').slice(0, node.depth).join('/'));

/** By position, where the run of equal answers ends that it lies in. */
function runsOf(answerAt: Int32Array): Int32Array {
  const ends = new Int32Array(answerAt.length);
  for (let at = answerAt.length - 1; at >= 0; at -= 1) {
    ends[at] = answerAt[at] === answerAt[at + 1] ? (ends[at + 1] ?? 0) : at + 1;
  }
  return ends;
}
