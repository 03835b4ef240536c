import { repoPath, type RepoPath } from '../vocabulary.js';

/** The directory that a definition's patterns are relative to: the parent of the first dot-directory on its path. */
export function rootOfDefinition(path: RepoPath): RepoPath {
  const directories = path.split('/').slice(0, -1);
  const dotted = directories.findIndex((name) => /^\.(?!\.?$)/.test(name));
  return repoPath(directories.slice(0, Math.max(0, dotted)).join('/'));
}

/** The name of an agent whose definition gives none: the file's, without `.md` or `.agent.md`. */
export const nameOfFile = (path: RepoPath): string => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)(?:\.agent)?\.md$/i, '');
};
