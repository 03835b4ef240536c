import { lstatSync, readlinkSync } from 'node:fs';
import type { RepoPath } from '../../core/vocabulary.js';
import type { IsDefinitionPath } from './definition-files.js';
import type { FileKind, FileTree } from './links.js';
import { decodePath, encodePath } from './paths.js';

/** Where a path of the tree lies on the disk, byte for byte. */
export const pathOnDisk = (topLevel: string, path: RepoPath): Buffer =>
  Buffer.concat([Buffer.from(`${topLevel}/`), encodePath(path)]);

/** The working tree's files with their kinds as the disk has them, where that can matter for a definition. */
export function toFileTree(
  topLevel: string,
  listed: ReadonlyMap<RepoPath, FileKind | 'untracked'>,
  isDefinitionPath: IsDefinitionPath,
): FileTree {
  return {
    *files() {
      for (const [path, kind] of listed) {
        if (kind !== 'untracked' && !isDefinitionPath(path)) yield [path, kind];
        else yield [path, isLinkOnDisk(topLevel, path) ? 'link' : kind === 'submodule' ? kind : 'file'];
      }
    },
    kindOf(path) {
      const stats = look(topLevel, path);
      if (stats === null || path === '.git') return null;
      if (stats.isSymbolicLink()) return 'link';
      if (stats.isDirectory()) return listed.get(path) === 'submodule' ? 'submodule' : 'directory';
      return stats.isFile() ? 'file' : null;
    },
    targetOf(link) {
      return decodePath(readlinkSync(pathOnDisk(topLevel, link), { encoding: 'buffer' }));
    },
  };
}

const isLinkOnDisk = (topLevel: string, path: RepoPath): boolean =>
  look(topLevel, path)?.isSymbolicLink() ?? false;

function look(topLevel: string, path: RepoPath) {
  try {
    return lstatSync(pathOnDisk(topLevel, path));
  } catch {
    return null;
  }
}
