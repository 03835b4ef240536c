/** They change what the next commit will hold, in ways that their arguments tell. */
const STAGING = new Set(['add', 'mv', 'reset', 'restore', 'rm', 'stage']);

/** They neither commit, nor stage, nor run commands that they are given. */
const IDLE = new Set([
  'annotate',
  'archive',
  'blame',
  'branch',
  'cat-file',
  'check-attr',
  'check-ignore',
  'check-mailmap',
  'check-ref-format',
  'cherry',
  'config',
  'count-objects',
  'describe',
  'diff',
  'diff-files',
  'diff-index',
  'diff-tree',
  'fetch',
  'for-each-ref',
  'fsck',
  'gc',
  'grep',
  'help',
  'init',
  'interpret-trailers',
  'log',
  'ls-files',
  'ls-remote',
  'ls-tree',
  'merge-base',
  'name-rev',
  'push',
  'range-diff',
  'reflog',
  'remote',
  'rev-list',
  'rev-parse',
  'shortlog',
  'show',
  'show-branch',
  'show-ref',
  'status',
  'stripspace',
  'tag',
  'var',
  'verify-commit',
  'version',
  'whatchanged',
]);

/** They make no commit on a branch, but may change what is staged or in the working tree. */
const CHANGING = new Set([
  'apply',
  'checkout',
  'checkout-index',
  'clean',
  'clone',
  'hash-object',
  'maintenance',
  'notes',
  'read-tree',
  'sparse-checkout',
  'stash',
  'switch',
  'update-index',
  'worktree',
  'write-tree',
]);

/**
 * What is certain of a subcommand of git other than `commit`. `unsure` is everything that may commit (merge, revert, pull,
 * commit-tree …), runs commands that it is given (submodule, bisect …) or is no command of git's own: an alias may hide there.
 */
export type SubcommandKind = 'stages' | 'idle' | 'changes' | 'unsure';

export function kindOfSubcommand(name: string): SubcommandKind {
  if (STAGING.has(name)) return 'stages';
  if (IDLE.has(name)) return 'idle';
  return CHANGING.has(name) ? 'changes' : 'unsure';
}
