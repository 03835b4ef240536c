import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import type { PathIndex } from '../patterns/path-index.js';
import { firstPositions, rangeOf, subtract, type PathSet } from '../patterns/path-set.js';
import type { PathNode } from '../patterns/path-tree.js';
import { repoPath, type RepoPath } from '../vocabulary.js';

const CODE = 'unowned-files';
const MOST_EXAMPLES = 3;

/** A directory without an owned file, or a file without an owner. */
interface Patch {
  readonly start: number;
  /** How many names of that path lead to it. */
  readonly depth: number;
  readonly isDirectory: boolean;
  readonly count: number;
}

/**
 * The tracked files that no agent owns, all in one problem with the largest directories of them as examples. Files that
 * agents are not to own anyway (`ownerless`) are left out.
 */
export function findUnownedFiles(
  owned: PathSet,
  ownerless: PathSet,
  index: PathIndex,
): readonly DefinitionProblem[] {
  const tracked = index.paths.length;
  const unowned = subtract(subtract(rangeOf(0, tracked), owned), ownerless);
  const largest = patches(index, owned, unowned).slice(0, MOST_EXAMPLES);
  const [file] = largest.flatMap(({ start }) => index.paths[start] ?? []);
  if (file === undefined) return [];
  const examples = largest.flatMap((patch) => spell(patch, index) ?? []);
  const place = { file, line: null, agent: null, severity: severityOf(CODE) };
  return [{ code: CODE, ...place, paths: { examples, count: unowned.count }, tracked }];
}

/** The patches of files without an owner, the largest first. */
function patches(index: PathIndex, owned: PathSet, unowned: PathSet): readonly Patch[] {
  const positions = firstPositions(unowned, unowned.count);
  const countOwned = counterOf(owned, index.paths.length);
  const countUnowned = counterOf(unowned, index.paths.length);
  const found: Patch[] = [];
  const mixed: PathNode[] = [index.tree.root];
  for (let node = mixed.pop(); node !== undefined; node = mixed.pop()) {
    for (const child of node.children.values()) {
      const count = countUnowned(child.start, child.end);
      const start = positions[countUnowned(0, child.start)];
      if (count === 0 || start === undefined) continue;
      const isDirectory = child.children.size > 0;
      if (isDirectory && countOwned(child.start, child.end) > 0) mixed.push(child);
      else found.push({ start, depth: child.depth, isDirectory, count });
    }
  }
  return found.sort((one, other) => other.count - one.count || one.start - other.start);
}

/** How many positions of a range the set holds. */
function counterOf({ bounds }: PathSet, size: number): (start: number, end: number) => number {
  const before = new Int32Array(size + 1);
  for (let at = 0; at < bounds.length; at += 2)
    before.fill(1, (bounds[at] ?? 0) + 1, (bounds[at + 1] ?? 0) + 1);
  for (let position = 1; position <= size; position += 1) {
    before[position] = (before[position] ?? 0) + (before[position - 1] ?? 0);
  }
  return (start, end) => (before[end] ?? 0) - (before[start] ?? 0);
}

function spell({ start, depth, isDirectory }: Patch, { paths }: PathIndex): RepoPath | null {
  const path = paths[start];
  if (path === undefined) return null;
  return isDirectory ? repoPath(`${path.split('/').slice(0, depth).join('/')}/`) : path;
}
