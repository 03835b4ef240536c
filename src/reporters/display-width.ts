/**
 * Blocks whose characters a terminal draws two columns wide (East Asian Width W and F, Unicode Standard Annex 11), as ranges
 * of code points; unassigned ones between them count too.
 */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

const PRINTABLE_ASCII = /^[ -~]*$/;
const NO_WIDTH = /^\p{M}$/u;

/** How many columns of a terminal a text takes; it holds no hidden character. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2;
  return NO_WIDTH.test(character) ? 0 : 1;
}

/** The text in as many columns at most; what does not fit makes room for an ellipsis at the end. */
export function fitEnd(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${beginning(text, columns - 1)}…`;
}

/** The same with the ellipsis in the middle: the two ends tell paths and names apart. */
export function fitMiddle(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const tail = Math.floor((columns - 1) / 2);
  return `${beginning(text, columns - 1 - tail)}…${ending(text, tail)}`;
}

function beginning(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

function ending(text: string, columns: number): string {
  const kept: string[] = [];
  let width = 0;
  for (const character of Array.from(text).reverse()) {
    width += widthOf(character);
    if (width > columns) break;
    kept.push(character);
  }
  return kept.reverse().join('');
}
