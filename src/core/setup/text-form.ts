/** The line end that a text uses first; `\n` where it has none. */
export const lineEndOf = (text: string): '\n' | '\r\n' => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** The text with a line end at its end, unless it is empty. */
export const withFinalLineEnd = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text}${lineEndOf(text)}`;
