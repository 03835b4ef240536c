import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a path in a call is relative to. */
export interface PathBase {
  readonly directory: string;
  /** `null` where nobody knows whose `~` is meant. */
  readonly home: string | null;
}

const SCHEME = /^[a-z][a-z\d+.-]+:/i;
const FILE_URL = /^file:\/\//i;

/**
 * The absolute path, not tidied up, that a text of a call names; `null` for a URL of another kind. Of a text of which nothing
 * else says that it is a path, only what the disk knows is one: a file, or a place for one.
 */
export function toAbsolutePath(
  { text, isCertain }: { readonly text: string; readonly isCertain: boolean },
  { directory, home }: PathBase,
): string | null {
  if (FILE_URL.test(text)) return pathOfUrl(text);
  if (isAbsolute(text)) return text;
  if (SCHEME.test(text) && /^[^:]{2,}:(?:\/\/|[^/\\]*@)/.test(text)) return null;
  const isOfHome = /^~(?:[\\/]|$)/.test(text) && home !== null;
  // Not `join` of the whole, which would take `..` behind a link for the directory that the link stands in.
  const path = isOfHome ? home + text.slice(1) : `${directory}/${text}`;
  if (isCertain || existsSync(path)) return path;
  return /[\\/]/.test(text) && existsSync(dirname(join(path, '.'))) ? path : null;
}

function pathOfUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
