import type { RepoPath } from '../core/vocabulary.js';
import { byteOf } from './visible.js';

const LONE_SURROGATE = /\p{Cs}/u;
const C_QUOTED = /["\\\p{Cc}\p{Cs}]/gu;
const C_ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

export interface QuotedPath {
  readonly path: string;
  readonly pathEncoding: 'c-quoted' | null;
}

/**
 * A path as text that JSON and every terminal can hold. One that is not UTF-8 stands as git prints it (`"caf\351.txt"`, with
 * `core.quotePath=false` for what is valid in it), and `pathEncoding` says so.
 */
export function quotePath(path: RepoPath): QuotedPath {
  if (!LONE_SURROGATE.test(path)) return { path, pathEncoding: null };
  const quoted = path.replace(C_QUOTED, (character) => C_ESCAPES[character] ?? octalBytes(character));
  return { path: `"${quoted}"`, pathEncoding: 'c-quoted' };
}

/** The bytes that git stores for a path, or the UTF-8 of any other text. */
export function bytesOf(text: string): readonly number[] {
  const encoder = new TextEncoder();
  return Array.from(text).flatMap((character) => byteOf(character) ?? [...encoder.encode(character)]);
}

/** Each byte as a backslash and three octal digits: what git, C and `$'…'` read alike, whatever follows. */
export const octalBytes = (text: string): string =>
  bytesOf(text)
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
