import { isCertainPath, isPathWord } from './entries/path-words.js';
import { readPatternText } from './entries/pattern-text.js';
import type { Line } from './markdown-block.js';
import { CODE } from './sentence-grammar.js';

const CODES = new RegExp(CODE, 'gu');

/** The code spans that stand in words of a sentence. */
export const codesOf = (words: string, codes: readonly Line[]): readonly Line[] =>
  [...words.matchAll(CODES)].flatMap(([code]) => codes[Number(code.slice(1, -1))] ?? []);

/** A route (`/users`) has the form of a path from the root. */
const isRoute = (text: string): boolean => /^\/[^.*]*[^/.*]$/.test(text);

/** A package's name, a remote's branch, or a media type. */
const NO_PATH =
  /^(?:origin|upstream)\/[\w.-]+$|^(?:main|master|trunk|develop)\/(?:main|master|trunk|develop)$|^@[\w.-]+\/|^(?:text|application|image|audio|video|multipart)\/(?:html|plain|css|csv|xml|json|javascript|markdown|png|jpeg|gif|pdf|form-data|octet-stream|event-stream|svg\+xml|x-[\w-]+)$/;

export const isPath = (text: string): boolean =>
  isCertainPath(text) &&
  !isRoute(text) &&
  !NO_PATH.test(text) &&
  !text.includes('`') &&
  'pattern' in readPatternText(text);

export const mayBePath = (text: string): boolean =>
  text.includes('/') && !/\s/.test(text) && !isRoute(text) && !NO_PATH.test(text) && isPathWord(text);
