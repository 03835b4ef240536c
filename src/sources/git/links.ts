import type { UnreadableReason } from '../../core/definitions/problem.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';

export type FileKind = 'file' | 'link' | 'submodule';

/** A tree of files as one can look at it without reading it: a commit's, or the working tree. */
export interface FileTree {
  files(): Iterable<readonly [RepoPath, FileKind]>;
  kindOf(path: RepoPath): FileKind | 'directory' | null;
  /** What a symbolic link says; `null` where that cannot be read. */
  targetOf(link: RepoPath): string | null;
}

/** Where a path leads when every link on the way is followed. */
export type Destination =
  | {
      readonly kind: 'file' | 'directory';
      readonly path: RepoPath;
      /** The symbolic links that were followed on the way. */
      readonly links: readonly RepoPath[];
    }
  | { readonly kind: 'nowhere'; readonly reason: UnreadableReason };

/** As many as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/** Follows the links on a path, never out of the tree; an absolute target is outside, wherever the tree may lie on a disk. */
export function followLinks(tree: FileTree, path: RepoPath): Destination {
  const ahead = path.split('/').reverse();
  const reached: string[] = [];
  const links: RepoPath[] = [];
  for (let segment = ahead.pop(); segment !== undefined; segment = ahead.pop()) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (reached.pop() === undefined) return nowhere('link-leads-outside');
      continue;
    }
    const here = repoPath([...reached, segment].join('/'));
    const kind = tree.kindOf(here);
    if (kind === null) return nowhere('link-is-broken');
    if (kind === 'submodule') return nowhere('submodule');
    if (kind === 'file') return ahead.length === 0 ? { kind, path: here, links } : nowhere('link-is-broken');
    if (kind === 'directory') {
      reached.push(segment);
      continue;
    }
    links.push(here);
    if (links.length > MOST_LINKS) return nowhere('link-loops');
    const target = tree.targetOf(here);
    if (target === null || target === '') return nowhere('link-is-broken');
    if (target.startsWith('/')) return nowhere('link-leads-outside');
    ahead.push(...target.split('/').reverse());
  }
  return { kind: 'directory', path: repoPath(reached.join('/')), links };
}

const nowhere = (reason: UnreadableReason): Destination => ({ kind: 'nowhere', reason });
