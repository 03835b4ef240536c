import type { UnreadableReason } from './problem.js';
import type { DefinitionSource } from './roster.js';

const MOST_BYTES = 1_048_576;

/** The text of a definition (UTF-8, a byte order mark left out), or why there is none. */
export function decodeDefinition({
  content,
}: DefinitionSource): { readonly text: string } | { readonly reason: UnreadableReason } {
  if (typeof content === 'string') return { reason: content };
  if (content.byteLength > MOST_BYTES) return { reason: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.includes('\0') ? { reason: 'nul-byte' } : { text };
  } catch {
    return { reason: startsAsUtf16(content) ? 'utf-16' : 'not-utf8' };
  }
}

const startsAsUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
