import { readFile, stat } from 'node:fs/promises';
import type { UnreadableReason } from '../../core/definitions/problem.js';
import type { DefinitionSource } from '../../core/definitions/roster.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';
import { findDefinitionFiles, toDefinitionSource, type IsDefinitionPath } from './definition-files.js';
import { MOST_BYTES } from './definition-sources.js';
import { pathOnDisk, toFileTree } from './disk-files.js';
import type { FileKind } from './links.js';
import { decodePath } from './paths.js';
import { isAtEnd, skipToken, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

/** The working tree as git sees it. */
export interface WorkingTree {
  readonly topLevel: string;
  /** What is tracked and not deleted, or untracked and not ignored; the kind of a tracked file is that of the index. */
  readonly files: ReadonlyMap<RepoPath, FileKind | 'untracked'>;
}

const LIST = ['ls-files', '-z', '-t', '--stage', '--deleted', '--others', '--exclude-standard'];

/** Lists all files below the top level, from wherever `git` runs; runs no filter and no file monitor. */
export async function readWorkingTree(git: Git, topLevel: string): Promise<WorkingTree> {
  const { stdout } = await git.run(['-C', topLevel, ...LIST]);
  return { topLevel, files: parseFiles(stdout) };
}

/** The definitions as they stand on the disk, sorted by path. */
export async function readWorkingTreeDefinitions(
  { topLevel, files }: WorkingTree,
  isDefinitionPath: IsDefinitionPath,
): Promise<readonly DefinitionSource[]> {
  const found = findDefinitionFiles(toFileTree(topLevel, files, isDefinitionPath), isDefinitionPath);
  return Promise.all(
    found.map(async (file) =>
      toDefinitionSource(
        file,
        typeof file.content === 'string'
          ? await readContent(topLevel, file.content)
          : file.content.unreadable,
      ),
    ),
  );
}

/**
 * `? SP <path> NUL` for what is untracked, else `<tag> SP <mode> SP <object> SP <stage> TAB <path> NUL`; a deleted file has a
 * second record with the tag `R` (git-ls-files(1), `-t`).
 */
function parseFiles(output: Buffer): WorkingTree['files'] {
  const cursor: TokenCursor = { bytes: output, position: 0 };
  const files = new Map<RepoPath, FileKind | 'untracked'>();
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    const end = skipToken(cursor);
    const tag = output.toString('latin1', start, start + 1);
    if (tag === '?') {
      const path = decodePath(output, start + 2, end);
      // A directory that is a repository of its own is listed by its name alone.
      if (path.endsWith('/')) files.set(repoPath(path.slice(0, -1)), 'submodule');
      else files.set(path, 'untracked');
    } else {
      const tab = output.indexOf('\t', start);
      const path = decodePath(output, tab + 1, end);
      if (tag === 'R') files.delete(path);
      else files.set(path, kindOfMode(output.toString('latin1', start + 2, start + 8)));
    }
  }
  return files;
}

const kindOfMode = (mode: string): FileKind =>
  mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';

/** What stands at a path of the disk, or why it cannot be told: a pipe, for one, need not end. */
export async function readContent(topLevel: string, path: RepoPath): Promise<Uint8Array | UnreadableReason> {
  try {
    const file = pathOnDisk(topLevel, path);
    const stats = await stat(file);
    if (!stats.isFile()) return 'read-failed';
    return stats.size > MOST_BYTES ? 'too-large' : await readFile(file);
  } catch {
    return 'read-failed';
  }
}
