import { literalPrefix } from './alternatives.js';
import type { Alternative, CompiledPattern, Segment } from './compiled-pattern.js';
import { compileGlob } from './dialect.js';
import { includes, partsOf } from './inclusion.js';
import { repoPath, type RepoPath } from '../vocabulary.js';

const FILLINGS = ['~', '', 'zz', '0', 'é'];
const DEPTHS = [0, 1, 2];
const MOST_BORROWED = 32;
const MOST_COMPARED = 10_000;
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));

/**
 * Whether `wide` matches all that `narrow` matches, and provably more. A yes is certain: every alternative of `narrow` lies
 * within one of `wide`, and a path was found that only `wide` matches. A no can be for want of proof. Whether a pattern is
 * negated makes no difference.
 */
export function isStrictlyNarrower(narrow: CompiledPattern, wide: CompiledPattern): boolean {
  return isCovered(narrow, wide) && hasMore(wide, narrow);
}

/** Whether `wide` provably matches all that `narrow` matches: they may be the same set. A no can be for want of proof. */
export const isCovered = (narrow: CompiledPattern, wide: CompiledPattern): boolean =>
  narrow.alternatives.every((inner) => isWithin(inner, wide));

/** Whether a path may exist that both match: no only where their literal beginnings lead to different places. */
export const mayMeet = (one: CompiledPattern, other: CompiledPattern): boolean =>
  one.alternatives.length * other.alternatives.length > MOST_COMPARED ||
  one.alternatives.some((left) => other.alternatives.some((right) => beginAlike(left, right)));

function beginAlike(one: Alternative, other: Alternative): boolean {
  const names = literalPrefix(other);
  return literalPrefix(one).every((name, at) => at >= names.length || name === names[at]);
}

const isWithin = (inner: Alternative, pattern: CompiledPattern): boolean =>
  pattern.alternatives.some((outer) => includes(outer, inner));

/** Samples are only a guess where `narrow` ends; the patterns themselves say whether one is a witness. */
function hasMore(wide: CompiledPattern, narrow: CompiledPattern): boolean {
  const fillings = [...FILLINGS, ...borrowed(narrow)];
  const candidates = wide.alternatives.filter((outer) => !isWithin(outer, narrow));
  return candidates.some((alternative) =>
    fillings.some((filling) =>
      DEPTHS.some((depth) => {
        const path = sample(alternative, filling, depth);
        return path !== null && wide.matches(path) && !narrow.matches(path);
      }),
    ),
  );
}

/** Characters that the globs of a pattern speak of: where `[!q]*` ends is shown by a name that begins with `q`. */
function borrowed(pattern: CompiledPattern): readonly string[] {
  const globs = pattern.alternatives.flat().filter((segment) => segment.kind === 'glob');
  return [...new Set(globs.flatMap((glob) => Array.from(glob.text)))].slice(0, MOST_BORROWED);
}

function sample(alternative: Alternative, filling: string, depth: number): RepoPath | null {
  const names = alternative.flatMap((segment) =>
    segment.kind === 'any-depth'
      ? Array.from({ length: depth }, () => filling || '~')
      : [sampleName(segment, filling)],
  );
  const isPath = names.every((name) => !['', '.', '..'].includes(name) && !name.includes('/'));
  return isPath ? repoPath(names.join('/')) : null;
}

function sampleName(segment: Segment, filling: string): string {
  const candidates = [...Array.from(filling), ...PRINTABLE];
  const characters = partsOf(segment).map((part) => {
    switch (part.kind) {
      case 'literal':
        return part.text;
      case 'many':
        return filling;
      case 'one':
        return candidates[0];
      case 'class':
        return candidates.find(compileGlob(part.text));
    }
  });
  return characters.join('');
}
