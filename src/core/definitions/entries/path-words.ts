/** Words that people join with a slash without meaning a path. */
const JOINED = new Set(
  'a access add and change ci cd commit create delete edit modify move n no off on or read remove rename review run test touch ui update ux w write yes'.split(
    ' ',
  ),
);
const EXTENSION = /[^\s/.]\.[A-Za-z][A-Za-z0-9]{0,7}$/;
const LONGEST_WORD = 500;
const ABBREVIATION = /^(?:e\.g|i\.e|etc)$/i;
const EDGES = /^["'([{<]+|["')\]}>,;:.!?]+$/g;

/** Whether a word could be a path or a pattern: it holds a slash, a star or an extension, or begins with a dot. */
export function isPathWord(word: string): boolean {
  if (word.length > LONGEST_WORD) return true;
  const bare = word.replace(EDGES, '');
  if (bare.includes('*')) return !/^\*+[^*./]+\*+$/.test(bare);
  if (bare.includes('://')) return false;
  if (bare.includes('/')) {
    const parts = bare.toLowerCase().split('/');
    return !parts.every((part) => JOINED.has(part)) && parts.some((part) => /[\p{L}\p{N}]/u.test(part));
  }
  return (EXTENSION.test(bare) && !ABBREVIATION.test(bare)) || /^\.[A-Za-z]/.test(word);
}

/** Whether a text holds something in back-ticks or a word that could be a path, so that it must not vanish. */
export const mentionsPath = (text: string): boolean =>
  text.includes('`') || text.split(/\s+/).some(isPathWord);
