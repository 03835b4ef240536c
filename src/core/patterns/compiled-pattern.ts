import type { RepoPath } from '../vocabulary.js';
import type { PatternFault } from '../definitions/problem.js';

/**
 * One part of an expanded pattern: a literal name, a glob for one segment (in minimatch's spelling), or `**` for any number
 * of segments, none included.
 */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'glob'; readonly text: string }
  | { readonly kind: 'any-depth' };

/** One result of brace expansion and of the two readings of `[name]`, from the repository's root. */
export type Alternative = readonly Segment[];

/** A pattern that compiled. `matches` and `coversLink` say nothing of `negated`: the section decides what a match means. */
export interface CompiledPattern {
  /** Begins with `!`: an exception to the patterns above it in its section. */
  readonly negated: boolean;
  readonly alternatives: readonly Alternative[];
  /** Whether the pattern matches a path of the repository. */
  matches(path: RepoPath): boolean;
  /**
   * Whether a submodule or symbolic link at `path` is by itself a change of what the pattern means: the pattern matches it as
   * a directory, or the pattern's literal leading directories lie at or below it.
   */
  coversLink(path: RepoPath): boolean;
}

export type Compilation =
  | { readonly ok: true; readonly pattern: CompiledPattern }
  | { readonly ok: false; readonly code: 'invalid-pattern'; readonly fault: PatternFault }
  | { readonly ok: false; readonly code: 'unresolved-placeholder' };
