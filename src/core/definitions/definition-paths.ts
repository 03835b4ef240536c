import { compilePattern } from '../patterns/dialect.js';
import { repoPath, type RepoPath } from '../vocabulary.js';

const ROOT = repoPath('');
/** Claude Code keeps whole checkouts there; their definitions are those of other branches. */
const WORKTREES = /(?:^|\/)\.claude\/worktrees\//;

/**
 * A predicate that tells a definition file by its path: the last of the given patterns that matches decides (`!` excludes),
 * and nothing below `.claude/worktrees/` is one. Throws a `RangeError` for a pattern that does not compile.
 */
export function createIsDefinitionPath(patterns: readonly string[]): (path: RepoPath) => boolean {
  const compiled = patterns.map((written) => {
    const result = compilePattern(written, { section: 'owns', root: ROOT });
    if (!result.ok) throw new RangeError(`${result.code}: ${written}`);
    return result.pattern;
  });
  return (path) => {
    const last = compiled.findLast((pattern) => pattern.matches(path));
    return last !== undefined && !last.negated && !WORKTREES.test(path);
  };
}
