import { replaceHidden } from './visible.js';

/**
 * Indented unless told otherwise, with a line break at the end. Hidden characters and the `##[` that a runner obeys are JSON escapes, so that the
 * text can be printed anywhere and still means the same.
 */
export function printJson(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  return `${text.replace(NOT_PLAIN, escapeChunk).replaceAll('##[', String.raw`#\u0023[`)}\n`;
}

/** The line breaks are JSON’s own: those of a value are escaped by it. */
const NOT_PLAIN = /[^\n -~]+/g;

const escapeChunk = (chunk: string): string =>
  replaceHidden(chunk, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
