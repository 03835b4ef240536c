import { CODE_EXTENSIONS } from './code-extensions.js';
import { readPatternText } from './pattern-text.js';
import { splitCodeSpans } from './code-spans.js';

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

/** Whether a text holds something that can be read as a path, in back-ticks or as a word that is unmistakably one. */
export const holdsPath = (text: string): boolean =>
  splitCodeSpans(text).some((span) =>
    span.code
      ? 'pattern' in readPatternText(span.text) && (isPathWord(span.text) || isCertainPath(span.text))
      : span.text.split(/\s+/).some((word) => isCertainPath(word.replace(EDGES, ''))),
  );

const FILES_WITHOUT_EXTENSION =
  /^(?:(?:Docker|Make|Rake|Gem|Proc|Just|Vagrant|Jenkins|Brew|Pip|Cake|Caddy|Tilt|Earth)file|GNUmakefile|CODEOWNERS|LICEN[CS]E|BUILD|WORKSPACE)$/;
/** Names of products, which have the form of a file's name. */
const PRODUCTS =
  /^(?:node|vue|next|nuxt|react|express|three|d3|chart|ember|angular|backbone|alpine|solid|nest|discord|asp)\.(?:js|ts|net)$/i;
/** Emphasis, links, tags, escapes, scoped packages and abbreviations such as `TCP/IP`. */
const DOUBTFUL = /^\*\*[^*/]|^\*[^*]*[^*/]\*$|~~|\]\(|[<>\\]|^@|^[A-Z]+\/[A-Z]+$|^[^\p{L}*]*$/u;

/**
 * Whether a word that stands bare in prose is a path and nothing else: it holds a slash or a star, begins with a dot, has a known
 * extension, or is a name such as `Dockerfile`.
 */
export function isCertainPath(word: string): boolean {
  if (/\s/.test(word.replace(/\{[^{}]*\}/g, '')) || DOUBTFUL.test(word) || PRODUCTS.test(word)) return false;
  if (FILES_WITHOUT_EXTENSION.test(word)) return true;
  if (!isPathWord(word)) return false;
  if (/[/*]/.test(word) || /^\.[A-Za-z]/.test(word)) return true;
  return CODE_EXTENSIONS.has(/\.(\w+)$/.exec(word)?.[1]?.toLowerCase() ?? '');
}
