import type { TreeEntry } from '../../core/history.js';
import { readBlobs } from './blobs.js';
import { mayHoldDefinitions, type IsDefinitionPath } from './definition-files.js';
import type { FileKind, FileTree } from './links.js';
import type { ObjectReader } from './objects.js';
import { decodePath } from './paths.js';
import type { Tree } from './tree.js';

/** No system takes a link that is longer (PATH_MAX). */
const MOST_LINK_BYTES = 4096;

/**
 * A commit's files and where its links lead. Link targets are read only where some link may hide definitions; then all of
 * them, for links may lead to links.
 */
export async function toFileTree(
  objects: ObjectReader,
  tree: Tree,
  isDefinitionPath: IsDefinitionPath,
): Promise<FileTree> {
  const links = [...tree].filter(([, entry]) => kindOf(entry) === 'link');
  const matter = links.some(([path]) => isDefinitionPath(path) || mayHoldDefinitions(path, isDefinitionPath));
  const targets = await readBlobs(
    objects,
    new Set(matter ? links.map(([, { oid }]) => oid) : []),
    MOST_LINK_BYTES,
  );
  let directories: ReadonlySet<string> | null = null;
  return {
    *files() {
      for (const [path, entry] of tree) yield [path, kindOf(entry)];
    },
    kindOf(path) {
      const entry = tree.get(path);
      if (entry !== undefined) return kindOf(entry);
      directories ??= directoriesOf(tree);
      return directories.has(path) ? 'directory' : null;
    },
    targetOf(link) {
      const target = targets.get(tree.get(link)?.oid ?? '');
      return target === undefined || target === 'too-large' ? null : decodePath(target);
    },
  };
}

function kindOf({ mode }: TreeEntry): FileKind {
  switch (mode) {
    case '120000':
      return 'link';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}

function directoriesOf(tree: Tree): ReadonlySet<string> {
  const directories = new Set<string>();
  for (const path of tree.keys()) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const directory = path.slice(0, slash);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return directories;
}
