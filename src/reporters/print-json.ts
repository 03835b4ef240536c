import { replaceHidden } from './visible.js';

/**
 * Indented unless told otherwise, with a line break at the end. Hidden characters and the `##[` that a runner obeys are JSON escapes, so that the
 * text can be printed anywhere and still means the same.
 */
export function printJson(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  const isHarmless = PRINTABLE_LINES.test(text) && !text.includes('##[');
  return `${isHarmless ? text : text.split('\n').map(escapeLine).join('\n')}\n`;
}

/** Spares a large report the look at each of its lines. */
const PRINTABLE_LINES = /^[\n -~]*$/;

const escapeLine = (line: string): string =>
  replaceHidden(line, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  ).replaceAll('##[', String.raw`#\u0023[`);
