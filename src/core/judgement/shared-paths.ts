import { isLink, type Change } from '../history.js';
import { compilePattern } from '../patterns/dialect.js';
import { repoPath } from '../vocabulary.js';
import type { ProtectedPaths } from './protected-paths.js';

/** The paths that are open to every agent. */
export interface SharedPaths {
  /** The pattern, as written, that opens what the change is about; `null` where none does. */
  opening(change: Change): string | null;
}

/**
 * Compiles the patterns of shared paths: the last one that matches decides, `!` closes again. A protected path is never
 * shared. A link stands for what lies below it, so it is shared only where nothing closes again.
 */
export function createSharedPaths(
  written: readonly string[],
  { isProtected }: Pick<ProtectedPaths, 'isProtected'>,
): SharedPaths {
  const patterns = written.flatMap((pattern) => {
    const result = compilePattern(pattern, { section: 'owns', root: repoPath('') });
    return result.ok ? [{ written: pattern, compiled: result.pattern }] : [];
  });
  const hasExceptions = patterns.some(({ compiled }) => compiled.negated);
  return {
    opening(change) {
      const last = patterns.findLast(({ compiled }) => compiled.matches(change.path));
      if (last === undefined || last.compiled.negated || isProtected(change)) return null;
      return hasExceptions && (isLink(change.before) || isLink(change.after)) ? null : last.written;
    },
  };
}
