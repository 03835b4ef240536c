import type { DefinitionSource } from '../../core/definitions/roster.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';
import { readBlobs } from './blobs.js';
import { toDefinitionSource, type DefinitionFile } from './definition-files.js';
import { MOST_BYTES } from './definition-sources.js';
import { followLinks, type FileTree } from './links.js';
import type { ObjectReader } from './objects.js';
import { toFileTree } from './tree-files.js';
import type { Tree } from './tree.js';

const DIRECTORY = repoPath('.claude');
const CONTRACT = repoPath('.claude/CONTRACT.md');

/** Links on the way to the contract are followed like those to a definition. */
export const isOnTheWay = (path: RepoPath): boolean => path === DIRECTORY || path === CONTRACT;

/** The contract of a commit, `null` where there is none. Rejects with `incomplete-history` where its content is not there. */
export async function readContract(objects: ObjectReader, tree: Tree): Promise<DefinitionSource | null> {
  const file = findContract(await toFileTree(objects, tree, isOnTheWay), tree);
  if (file === null) return null;
  if (typeof file.content !== 'string') return toDefinitionSource(file, file.content.unreadable);
  const oid = tree.get(file.content)?.oid ?? '';
  const blobs = await readBlobs(objects, new Set([oid]), MOST_BYTES);
  return toDefinitionSource(file, blobs.get(oid) ?? 'read-failed');
}

/** A link in its place that leads nowhere is an unreadable contract; a `.claude` without one, however reached, has none. */
export function findContract(tree: FileTree, listed: Pick<Tree, 'has'>): DefinitionFile | null {
  const directory = followLinks(tree, DIRECTORY);
  if (directory.kind !== 'directory') return null;
  const place = repoPath(directory.path === '' ? 'CONTRACT.md' : `${directory.path}/CONTRACT.md`);
  if (!listed.has(place)) return null;
  const destination = followLinks(tree, CONTRACT);
  switch (destination.kind) {
    case 'file':
      return { path: CONTRACT, content: destination.path, links: destination.links };
    case 'nowhere':
      return { path: CONTRACT, content: { unreadable: destination.reason }, links: [] };
    case 'directory':
      return null;
  }
}
