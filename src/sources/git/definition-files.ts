import type { DefinitionSource } from '../../core/definitions/roster.js';
import type { UnreadableReason } from '../../core/definitions/problem.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';
import { followLinks, type FileKind, type FileTree } from './links.js';

export type IsDefinitionPath = (path: RepoPath) => boolean;

/** A definition's path, and where its content stands once links are followed, or why it stands nowhere. */
export interface DefinitionFile {
  readonly path: RepoPath;
  readonly content: RepoPath | { readonly unreadable: UnreadableReason };
  /** The symbolic links that lead to it: who changes one of these changes the definition. */
  readonly links: readonly RepoPath[];
}

/** The source of a definition file, once its content is known. */
export const toDefinitionSource = (
  { path, content: stands, links }: DefinitionFile,
  content: DefinitionSource['content'],
): DefinitionSource =>
  typeof stands !== 'string' || stands === path
    ? { path, content }
    : { path, content, target: stands, links };

/** A directory as seen through a link (`at`), where it really lies, and the directories passed on the way. */
interface Mount {
  readonly at: string;
  readonly directory: string;
  readonly passed: readonly string[];
  readonly links: readonly RepoPath[];
}

/** Names that some definitions directory would hold: a link or submodule in place of one of these may hide definitions. */
const PROBES = ['', 'agents/', 'agent/'].flatMap((directory) => [
  `${directory}x.md`,
  `${directory}x.agent.md`,
]);

/** Links between a dozen directories can be walked in more ways than anyone can wait for. */
const MOST_DIRECTORIES = 200;

/**
 * All definition files of a tree, also those that are reached only through a symbolic link to a file or to a directory
 * (`.claude/agents` may itself be one). A link that leads nowhere and a submodule are given with the reason, so that no
 * definition vanishes in silence. Sorted by path.
 */
export function findDefinitionFiles(
  tree: FileTree,
  isDefinitionPath: IsDefinitionPath,
): readonly DefinitionFile[] {
  const found = new Map<RepoPath, Pick<DefinitionFile, 'content' | 'links'>>();
  let opened = 0;
  const mounts: Mount[] = [{ at: '', directory: '', passed: [], links: [] }];
  for (let mount = mounts.pop(); mount !== undefined; mount = mounts.pop()) {
    for (const [path, kind] of tree.files()) {
      if (path.startsWith(mount.directory)) visit(mount, path, kind);
    }
  }
  return [...found].map(([path, file]) => ({ path, ...file })).sort(byPath);

  function visit(mount: Mount, path: RepoPath, kind: FileKind): void {
    const rest = repoPath(path.slice(mount.directory.length));
    const seenAs = repoPath(mount.at + rest);
    // Below a link only what is a definition because of the link: the rest is one already where it really lies.
    const isDefinition = isDefinitionPath(seenAs) && (mount.at === '' || !isDefinitionPath(rest));
    if (kind === 'file') {
      if (isDefinition) found.set(seenAs, { content: path, links: mount.links });
    } else if (isDefinition || mayHoldDefinitions(seenAs, isDefinitionPath)) {
      if (kind === 'submodule') found.set(seenAs, nowhere('submodule'));
      else visitLink(mount, path, seenAs, isDefinition);
    }
  }

  function visitLink(mount: Mount, link: RepoPath, seenAs: RepoPath, isDefinition: boolean): void {
    const destination = followLinks(tree, link);
    if (destination.kind === 'nowhere') {
      found.set(seenAs, nowhere(destination.reason));
    } else if (destination.kind === 'file') {
      const links = [...mount.links, ...destination.links];
      if (isDefinition) found.set(seenAs, { content: destination.path, links });
    } else if (opened === MOST_DIRECTORIES) {
      found.set(seenAs, nowhere('link-loops'));
    } else {
      opened += 1;
      const directory = destination.path === '' ? '' : `${destination.path}/`;
      const passed = [...mount.passed, directory];
      if (!mount.passed.includes(directory)) {
        const links = [...mount.links, ...destination.links];
        mounts.push({ at: `${seenAs}/`, directory, passed, links });
      }
    }
  }
}

const nowhere = (unreadable: UnreadableReason): Pick<DefinitionFile, 'content' | 'links'> => ({
  content: { unreadable },
  links: [],
});

/** True where a directory at this path would hold definitions, and not only because definitions may lie anywhere. */
export const mayHoldDefinitions = (path: RepoPath, isDefinitionPath: IsDefinitionPath): boolean =>
  PROBES.some(
    (probe) => isDefinitionPath(repoPath(`${path}/${probe}`)) && !isDefinitionPath(repoPath(probe)),
  );

const byPath = (left: DefinitionFile, right: DefinitionFile): number => (left.path < right.path ? -1 : 1);
