import { isAnyName } from './alternatives.js';
import type { Alternative, Segment } from './compiled-pattern.js';
import { compileGlob } from './dialect.js';
import { hideEscapes } from './escape.js';
import { readGlob, type GlobPart } from './glob.js';

/**
 * Whether every path that `narrow` matches is matched by `wide`. Sound and not complete: the tokens of `narrow` are read as
 * a text that `wide` has to match, so it says no to what only a comparison of the sets would show.
 */
export function includes(wide: Alternative, narrow: Alternative): boolean {
  return (
    hasNamesOf(wide, narrow) &&
    absorbs(
      loosened(wide),
      narrow,
      (segment) => segment.kind === 'any-depth',
      (outer, inner) => inner.kind !== 'any-depth' && segmentIncludes(outer, inner),
    )
  );
}

/** Asked first, because it is cheap: a literal name of `wide` is met by nothing but itself. */
const hasNamesOf = (wide: Alternative, narrow: Alternative): boolean =>
  wide.every(
    (outer) =>
      outer.kind !== 'literal' ||
      narrow.some((inner) => inner.kind === 'literal' && inner.text === outer.text),
  );

/** The parts of a segment that compiled. */
export function partsOf(segment: Segment): readonly GlobPart[] {
  switch (segment.kind) {
    case 'any-depth':
      return [];
    case 'literal':
      return Array.from(segment.text, (text) => ({ kind: 'literal', text }));
    case 'glob': {
      const parts = readGlob(hideEscapes(segment.text));
      return typeof parts === 'string' ? [] : parts;
    }
  }
}

function segmentIncludes(wide: Segment, narrow: Segment): boolean {
  if (wide.kind === 'literal') return narrow.kind === 'literal' && narrow.text === wide.text;
  if (isAnyName(wide)) return true;
  return absorbs(partsOf(wide), partsOf(narrow), (part) => part.kind === 'many', partIncludes);
}

function partIncludes(wide: GlobPart, narrow: GlobPart): boolean {
  if (narrow.kind === 'many') return false;
  switch (wide.kind) {
    case 'many':
    case 'one':
      return true;
    case 'literal':
      return narrow.kind === 'literal' && narrow.text === wide.text;
    case 'class':
      return narrow.kind === 'class'
        ? narrow.text === wide.text
        : narrow.kind === 'literal' && compileGlob(wide.text)(narrow.text);
  }
}

/** Runs `wide` over the tokens of `narrow`: a gap takes any number of them, whatever they are, any other token one it covers. */
function absorbs<Token>(
  wide: readonly Token[],
  narrow: readonly Token[],
  isGap: (token: Token) => boolean,
  covers: (wide: Token, narrow: Token) => boolean,
): boolean {
  const past = (at: number): readonly number[] => {
    const token = wide[at];
    return token !== undefined && isGap(token) ? [at, ...past(at + 1)] : [at];
  };
  let reached = new Set(past(0));
  for (const token of narrow) {
    const next = new Set<number>();
    for (const at of reached) {
      const outer = wide[at];
      if (outer === undefined) continue;
      const steps = isGap(outer) ? past(at) : covers(outer, token) ? past(at + 1) : [];
      for (const step of steps) next.add(step);
    }
    reached = next;
  }
  return reached.has(wide.length);
}

/** The same set with a `**` on both sides of each `*` beside a `**`, so that it can take a `**` wherever it stands. */
function loosened(alternative: Alternative): Alternative {
  const segments: Segment[] = [];
  for (const segment of alternative.toReversed()) {
    const after = segments[0];
    segments.unshift(segment);
    if (isAnyName(segment) && after?.kind === 'any-depth') segments.unshift(after);
  }
  return segments;
}
