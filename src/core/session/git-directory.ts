/** gitrepository-layout(5), at any depth: submodules and linked worktrees have directories of their own inside. */
const STEERING = [
  /(?:^|\/)(?:hooks|refs|objects|agent-ownership)(?:\/|$)/i,
  /(?:^|\/)(?:config|config\.worktree|HEAD|index|packed-refs|shallow|commondir|gitdir)$/i,
  /(?:^|\/)info\/(?:attributes|grafts|sparse-checkout)$/i,
];

/**
 * Whether a file in git's own directory, by its path below it, runs programs, steers git or this tool, or is history; the empty
 * path is a file in place of the directory, which leads git elsewhere. What is
 * left are notes, such as a message that waits for its commit, and `info/exclude`.
 */
export const steersGit = (path: string): boolean =>
  path === '' || STEERING.some((pattern) => pattern.test(path));
