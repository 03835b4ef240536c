/** Controls, format and bidi characters, lone surrogates, line separators, and what Unicode draws as nothing. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu');
/** Nearly all that there is: spares it the look for each hidden character. */
const PRINTABLE_ASCII = /^[ -~]*$/;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** In UTF-16 units: enough for a path, too little to flood a page. */
const SHOWN_LENGTH = 200;

/** Whether a text holds a character that a reader would not see, or that moves others about. */
export const holdsHidden = (text: string): boolean => !PRINTABLE_ASCII.test(text) && HIDDEN.test(text);

/** Hands every hidden character to `escape`, which gives what is to stand in its place. */
export const replaceHidden = (text: string, escape: (character: string) => string): string =>
  PRINTABLE_ASCII.test(text) ? text : text.replace(EVERY_HIDDEN, escape);

/** The byte that a lone surrogate of a path stands for, or `null` for any other character. */
export function byteOf(character: string): number | null {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : null;
}

/**
 * Untrusted text on one line, with nothing hidden in it: a hidden character becomes an escape (`\n`, `\u{202E}`; `\xE9` for
 * a byte that is no UTF-8). What is longer than `limit` UTF-16 units loses its middle to an ellipsis.
 */
export function visible(text: string, limit = SHOWN_LENGTH): string {
  return shorten(replaceHidden(text, escapeHidden), limit);
}

function escapeHidden(character: string): string {
  const byte = byteOf(character);
  if (byte !== null) return `\\x${hex(byte)}`;
  return SHORT_ESCAPES[character] ?? `\\u{${hex(character.codePointAt(0) ?? 0)}}`;
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(2, '0');

/** Keeps the two ends, which tell a path apart; the end a little shorter. Never cuts a surrogate pair in two. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tail = Math.floor((limit - 1) / 3);
  const start = text.slice(0, limit - 1 - tail).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, '');
  return `${start}…${end}`;
}
