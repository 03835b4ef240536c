import type { Uncommitted } from '../core/report.js';
import type { PathViolation } from '../core/violation.js';
import { shortName, type RestoreOptions } from './restore-command.js';
import { gitCommand, quoteForShell } from './shell.js';

/**
 * The commands that take a path, and `further` ones alike, out of work that is no commit yet: out of the index only where what
 * is staged was judged, out of the index and off the disk where the working tree was.
 */
export function takeBackCommands(
  { restoration, path }: PathViolation,
  { kind, parents }: Uncommitted,
  { mayBeGone = false, further = [] }: RestoreOptions = {},
): readonly string[] {
  const paths = [path, ...further];
  const where = kind === 'staged' ? '--staged' : '--staged --worktree';
  if (restoration.kind === 'remove') {
    if (kind === 'staged' && !mayBeGone) return [gitCommand(`restore ${where}`, ...paths)];
    const unstage = gitCommand('rm --cached --quiet --force --ignore-unmatch', ...paths);
    return kind === 'staged' ? [unstage] : [unstage, `rm -f -- ${paths.map(quoteForShell).join(' ')}`];
  }
  const source = sourceOf(restoration, parents);
  return [gitCommand(`restore ${where}${source === null ? '' : ` --source=${source}`}`, ...paths)];
}

/** `null` for HEAD, which is meant where none is named (git-restore(1), `--source`). */
function sourceOf(
  restoration: Exclude<PathViolation['restoration'], { readonly kind: 'remove' }>,
  parents: Uncommitted['parents'],
): string | null {
  const names = parents.map(shortName);
  if (restoration.kind === 'automatic-merge')
    return `"$(git merge-tree --write-tree ${names.join(' ')} | head -n 1)"`;
  return restoration.parent === 1 ? null : (names[restoration.parent - 1] ?? null);
}
