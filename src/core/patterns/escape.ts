/**
 * While a pattern is read, an escaped ASCII character stands as the lone surrogate U+D800 + its code: no text holds one, so
 * neither the brace expansion nor a later step can take it for syntax.
 */
const HIDDEN = 0xd800;
const HIDDEN_CHARACTER = /[\ud800-\ud87f](?![\udc00-\udfff])/g;

/** Every ASCII character of the text as a literal one. */
export const hide = (text: string): string =>
  text.replace(/[\0-\x7f]/g, (character) => String.fromCharCode(HIDDEN + character.charCodeAt(0)));

/**
 * Removes each backslash and hides what it escapes, but for a slash, which separates all the same (gitignore(5)). The one backslash that can be left stands at the end and escapes nothing.
 */
export const hideEscapes = (text: string): string =>
  text.replace(/\\([^])/gu, (_, character: string) => (character === '/' ? character : hide(character)));

/**
 * Whether a backslash stands before a letter, a digit, `_` or `.`, none of which needs one: Windows would write `src\app.ts`
 * so, and git would read it as `srcapp.ts`, a rule that never matches.
 */
export const escapesAName = (text: string): boolean =>
  [...text.matchAll(/\\([^])/gu)].some(([, character]) => /[\w.]/.test(character ?? ''));

/** The text with its hidden characters as they were. */
export const reveal = (text: string): string =>
  text.replace(HIDDEN_CHARACTER, (character) => String.fromCharCode(character.charCodeAt(0) - HIDDEN));
