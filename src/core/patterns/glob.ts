import type { PatternFault } from '../definitions/problem.js';
import { readBracket } from './bracket.js';
import type { Segment } from './compiled-pattern.js';
import { reveal } from './escape.js';

/** One part of a segment: a character, `?`, `*`, or a class in minimatch's spelling. */
export type GlobPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' }
  | { readonly kind: 'class'; readonly text: string };

/** Reads one segment whose escapes are hidden. Parentheses, `+`, `@`, `!` and `|` are ordinary: no extended globs. */
export function readGlob(text: string): readonly GlobPart[] | PatternFault {
  const characters = Array.from(text);
  const parts: GlobPart[] = [];
  for (let at = 0; at < characters.length;) {
    const character = characters[at] ?? '';
    if (character === '[') {
      const bracket = readBracket(characters, at);
      if (typeof bracket === 'string') return bracket;
      parts.push({ kind: bracket.kind, text: bracket.text });
      at = bracket.end;
      continue;
    }
    if (character === '?') parts.push({ kind: 'one' });
    else if (character !== '*') parts.push({ kind: 'literal', text: reveal(character) });
    else if (parts.at(-1)?.kind !== 'many') parts.push({ kind: 'many' });
    at += 1;
  }
  return parts;
}

/** A literal where there is nothing to match, else a glob in minimatch's spelling. */
export function toSegment(parts: readonly GlobPart[]): Segment {
  return parts.every((part) => part.kind === 'literal')
    ? { kind: 'literal', text: parts.map((part) => part.text).join('') }
    : { kind: 'glob', text: parts.map(spell).join('') };
}

function spell(part: GlobPart): string {
  switch (part.kind) {
    case 'literal':
      return part.text.replace(/[\\*?[\]]/, '\\$&');
    case 'one':
      return '?';
    case 'many':
      return '*';
    case 'class':
      return part.text;
  }
}
