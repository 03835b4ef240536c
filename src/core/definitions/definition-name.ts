import { normaliseName } from '../attribution/names.js';
import type { RepoPath } from '../vocabulary.js';
import { nameOfFile } from './definition-place.js';
import { parseFrontMatter, type FrontMatter } from './front-matter.js';

/** The name as the front matter writes it, on one line; `null` for none, and for what is no text. */
export function nameIn({ keys }: FrontMatter): string | null {
  const value = keys.find((key) => key.name === 'name')?.value;
  const name = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  return name === '' ? null : name;
}

/**
 * A test of definitions for one of the names, in any spelling, that reads no more than it has to: a text that cannot have such
 * a name is told by a look at its letters. It says what `parseDefinition` would say of the name.
 */
export function createNameTest(wanted: readonly string[]): (text: string, file: RepoPath) => boolean {
  const names = new Set(wanted.map(normaliseName).filter((name) => name !== ''));
  const letters = [...names].map(lettersOf);
  return (text, file) => {
    if (!letters.some((name) => name === '' || mayHold(text, file, name))) return false;
    return names.has(normaliseName(nameIn(parseFrontMatter(text)) ?? nameOfFile(file)));
  };
}

/** What no spelling in YAML takes away from a name or puts into it, as long as nothing is escaped. */
const lettersOf = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? name.replace(/[^a-z0-9]/g, '') : '';

const NOT_LETTERS = /[^a-z0-9]+/g;
const COMMENTS = /#.*$/gm;

function mayHold(text: string, file: RepoPath, letters: string): boolean {
  if (nameOfFile(file).toLowerCase().replace(NOT_LETTERS, '').includes(letters)) return true;
  const head = headOf(text);
  // An escape can write any letter, and a few characters outside of ASCII become letters in lower case.
  if (/[\\\u0130\u212a]/.test(head)) return true;
  const small = head.toLowerCase();
  return (
    small.replace(NOT_LETTERS, '').includes(letters) ||
    (head.includes('#') && small.replace(COMMENTS, '').replace(NOT_LETTERS, '').includes(letters))
  );
}

/** The text up to the second fence; all of it where there is none. Without a first one there is no front matter. */
function headOf(text: string): string {
  if (!/^\uFEFF?---/.test(text)) return '';
  const [whole = text] = /^[^]*?(?:\r\n?|\n)---[ \t]*(?=[\r\n]|$)/.exec(text) ?? [];
  return whole;
}
