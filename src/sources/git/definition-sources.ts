import type { DefinitionSource } from '../../core/definitions/roster.js';
import type { RepoPath } from '../../core/vocabulary.js';
import { readBlobs } from './blobs.js';
import { findDefinitionFiles, toDefinitionSource, type IsDefinitionPath } from './definition-files.js';
import type { ObjectReader } from './objects.js';
import { toFileTree } from './tree-files.js';
import type { Tree } from './tree.js';

/** A definition that is larger than this is not read. */
export const MOST_BYTES = 1_048_576;

/**
 * The definitions of a commit's tree, sorted by path. Rejects with `incomplete-history` where a definition's content is not
 * in the repository (a partial clone).
 */
export async function readDefinitionSources(
  objects: ObjectReader,
  tree: Tree,
  isDefinitionPath: IsDefinitionPath,
): Promise<readonly DefinitionSource[]> {
  const files = findDefinitionFiles(await toFileTree(objects, tree, isDefinitionPath), isDefinitionPath);
  const oidOf = (path: RepoPath): string => tree.get(path)?.oid ?? '';
  const oids = files.flatMap(({ content }) => (typeof content === 'string' ? [oidOf(content)] : []));
  const blobs = await readBlobs(objects, new Set(oids), MOST_BYTES);
  return files.map((file) =>
    toDefinitionSource(
      file,
      typeof file.content === 'string'
        ? (blobs.get(oidOf(file.content)) ?? 'read-failed')
        : file.content.unreadable,
    ),
  );
}
