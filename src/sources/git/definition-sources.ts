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
  const [sources = []] = await readDefinitionSourcesOf(objects, [tree], isDefinitionPath);
  return sources;
}

/** The same for each of several trees; what they have in common is looked at and read once. */
export async function readDefinitionSourcesOf(
  objects: ObjectReader,
  trees: readonly Tree[],
  isDefinitionPath: IsDefinitionPath,
): Promise<readonly (readonly DefinitionSource[])[]> {
  const isDefinition = trees.length > 1 ? remembering(isDefinitionPath) : isDefinitionPath;
  const found = await Promise.all(
    trees.map(async (tree) => ({
      files: findDefinitionFiles(await toFileTree(objects, tree, isDefinition), isDefinition),
      oidOf: (path: RepoPath): string => tree.get(path)?.oid ?? '',
    })),
  );
  const oids = found.flatMap(({ files, oidOf }) =>
    files.flatMap(({ content }) => (typeof content === 'string' ? [oidOf(content)] : [])),
  );
  const blobs = await readBlobs(objects, new Set(oids), MOST_BYTES);
  return found.map(({ files, oidOf }) =>
    files.map((file) =>
      toDefinitionSource(
        file,
        typeof file.content === 'string'
          ? (blobs.get(oidOf(file.content)) ?? 'read-failed')
          : file.content.unreadable,
      ),
    ),
  );
}

function remembering(isDefinitionPath: IsDefinitionPath): IsDefinitionPath {
  const known = new Map<RepoPath, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const answer = isDefinitionPath(path);
    known.set(path, answer);
    return answer;
  };
}
