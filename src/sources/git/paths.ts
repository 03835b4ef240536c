import { repoPath, type RepoPath } from '../../core/vocabulary.js';

/**
 * Bytes of git → `RepoPath`. A byte that is no part of valid UTF-8 becomes the lone surrogate U+DC00 + byte (Python's
 * "surrogateescape", PEP 383), so that every byte string has exactly one spelling and comes back unchanged.
 */
export function decodePath(bytes: Buffer, start = 0, end = bytes.length): RepoPath {
  const text = bytes.toString('utf8', start, end);
  return repoPath(text.includes('\ufffd') ? decodeEscaping(bytes.subarray(start, end)) : text);
}

/** `RepoPath` → the bytes that git stores. */
export function encodePath(path: RepoPath): Buffer {
  return LONE_SURROGATE.test(path) ? Buffer.concat(Array.from(path, encodeCharacter)) : Buffer.from(path);
}

/** git's order of paths: by bytes. */
export const comparePaths = (left: RepoPath, right: RepoPath): number =>
  Buffer.compare(encodePath(left), encodePath(right));

const LONE_SURROGATE = /\p{Surrogate}/u;
const ESCAPE = 0xdc00;

function encodeCharacter(character: string): Buffer {
  return LONE_SURROGATE.test(character)
    ? Buffer.of(character.charCodeAt(0) - ESCAPE)
    : Buffer.from(character);
}

function decodeEscaping(bytes: Buffer): string {
  let text = '';
  for (let position = 0; position < bytes.length;) {
    const first = bytes.readUInt8(position);
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const sequence = bytes.subarray(position, position + length);
    const character = sequence.toString('utf8');
    const wellFormed = Buffer.from(character).equals(sequence);
    text += wellFormed ? character : String.fromCharCode(ESCAPE + first);
    position += wellFormed ? length : 1;
  }
  return text;
}
