import type { RepoPath } from '../vocabulary.js';

/** Whether a path is one of the parts or lies below one. */
export const isWithinParts = (path: RepoPath, parts: readonly RepoPath[]): boolean =>
  parts.some((part) => path === part || path.startsWith(`${part}/`));
