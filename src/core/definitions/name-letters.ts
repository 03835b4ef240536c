import { normaliseName } from '../attribution/names.js';
import type { RepoPath } from '../vocabulary.js';
import { nameOfFile } from './definition-place.js';

/**
 * A quick test whether a definition may have one of the names, in any spelling: true wherever reading it would find that it
 * has, and for a few others. It looks at letters only, and reads no YAML.
 */
export function createLetterTest(names: readonly string[]): (text: string, file: RepoPath) => boolean {
  const wanted = [...new Set(names.map(normaliseName))].filter((name) => name !== '').map(lettersOf);
  return (text, file) => wanted.some((letters) => letters === '' || mayHold(text, file, letters));
}

/** What no spelling in YAML takes from a name or puts into it, as long as nothing is escaped; none outside of ASCII. */
const lettersOf = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? name.replace(NOT_LETTERS, '') : '';

const NOT_LETTERS = /[^a-z0-9]+/g;
/** What YAML, and the reading of broken YAML, leaves out. */
const COMMENTS = /(?:^|\s)#.*$/gm;
/** An escape can write any letter, and these two become letters of ASCII in lower case or in another form. */
const MAY_BE_LETTERS = /[\\\u0130\u212a]/;

function mayHold(text: string, file: RepoPath, letters: string): boolean {
  if (nameOfFile(file).toLowerCase().replace(NOT_LETTERS, '').includes(letters)) return true;
  const head = headOf(text);
  if (MAY_BE_LETTERS.test(head)) return true;
  const small = head.toLowerCase();
  return (
    small.replace(NOT_LETTERS, '').includes(letters) ||
    (small.includes('#') && small.replace(COMMENTS, '').replace(NOT_LETTERS, '').includes(letters))
  );
}

/** The text up to the second fence; all of it where there is none. Without a first one there is no front matter. */
function headOf(text: string): string {
  if (!/^\uFEFF?---/.test(text)) return '';
  const [head = text] = /^[^]*?[\r\n]---[ \t]*(?=[\r\n]|$)/.exec(text) ?? [];
  return head;
}
