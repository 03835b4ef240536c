import { compilePattern } from '../../../src/core/patterns/dialect.js';
import type { CompiledPattern } from '../../../src/core/patterns/compiled-pattern.js';
import { repoPath, type SectionKind } from '../../../src/core/vocabulary.js';

interface Context {
  readonly section?: SectionKind;
  readonly root?: string;
}

export const compilation = (pattern: string, { section = 'owns', root = '' }: Context = {}) =>
  compilePattern(pattern, { section, root: repoPath(root) });

/** The pattern, which has to compile. */
export function compiled(pattern: string, context: Context = {}): CompiledPattern {
  const result = compilation(pattern, context);
  if (!result.ok) throw new Error(`${pattern} does not compile: ${JSON.stringify(result)}`);
  return result.pattern;
}

export const matches = (pattern: string, path: string, context: Context = {}): boolean =>
  compiled(pattern, context).matches(repoPath(path));

/** The alternatives in one line each: `[apps][*][**]`. */
export const spelled = (pattern: CompiledPattern): readonly string[] =>
  pattern.alternatives.map((alternative) =>
    alternative.map((segment) => `[${segment.kind === 'any-depth' ? '**' : segment.text}]`).join(''),
  );
