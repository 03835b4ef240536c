import { BEFORE_EXTENSION, CODE_EXTENSIONS } from './code-extensions.js';
import { isPlaceholder } from './placeholder.js';
import type { UnenforceableReason } from '../problem.js';

export type PatternText = { readonly pattern: string } | { readonly reason: UnenforceableReason };

const TEMPLATE = /\{\{[^{}]*\}\}/;
const QUOTED = /^(?:"[^"]*"|'[^']*'|“[^“”]*”|‘[^‘’]*’|«[^«»]*»|„[^„“”]*[“”])$/;
/** A quote or bracket without its partner, or parentheses around a whole path: `web/]`, `(infra/)`. */
const LOPSIDED = /^["“”„«»]|["“”«»]$|^[^[]*\]$|^\(.*\/\)$/;
const LISTED = `(?:"[^"']*"|'[^"']*')`;
const LIST = new RegExp(`^\\[\\s*${LISTED}(?:\\s*,\\s*${LISTED})*\\s*,?\\s*\\]$`);
const LINE_OR_MEMBER = /[^/]\.\w{1,8}(?::\d|#|::)/;
/** Tables of a database; `public.css` is a file. */
const SCHEMA = /^(?:dbo|information_schema|pg_catalog)\.[a-z_]+$|^public\.[a-z_]+s$/;
/** Beside forms that are no paths, the words for an empty section. */
const NO_PATH: readonly RegExp[] = [
  /^(?:none|nothing|n\/a)\.?$/i,
  /:\/\/|^mailto:/,
  /^-{1,2}[A-Za-z]/,
  /^\$(?!\{)/,
  /^@(?:[^/]*$|\/)/,
  /^[A-Za-z_]\w*=/,
  /\(\)$/,
  /^\w+\(.*\)$/,
  /(?:^|\/)(?:\.{3,}|…)(?:\/|$)/,
  /[;|]/,
  /^(?:[A-Z][A-Z0-9]*_)+(?:URL|URI|DSN|KEY|TOKEN|SECRET|PASSWORD|HOST|PORT|ENV)$/,
];

/**
 * A pattern as an entry writes it, less quotes, and with `.tsx` as `*.tsx`; or why it is none: several words, a URL, a flag,
 * a call, a member or line of a file. Whether it compiles is for the dialect to say.
 */
export function readPatternText(written: string): PatternText {
  const text = trimBlanks(written).replace(/[,;]+$/, '');
  const bare = trimBlanks(QUOTED.test(text) ? text.slice(1, -1) : text);
  if (TEMPLATE.test(bare)) return { pattern: bare };
  if (isPlaceholder(bare)) return { pattern: bare };
  if (hasBlank(bare)) return { reason: 'not-a-path' };
  if (LOPSIDED.test(bare)) return { reason: 'unknown-shape' };
  if (LINE_OR_MEMBER.test(bare)) return { reason: 'part-of-a-file' };
  if (bare.replace(/^[A-Za-z]:[\\/]|\[:\w+:\]/g, '').includes(':')) return { reason: 'not-a-path' };
  const isFile = CODE_EXTENSIONS.has(/\.(\w+)$/.exec(bare)?.[1] ?? '');
  if (NO_PATH.some((form) => form.test(bare)) || (!isFile && SCHEMA.test(bare)))
    return { reason: 'not-a-path' };
  if (!/[\p{L}\p{N}*?]/u.test(bare) && !/^!?\.?\/$|^\.$/.test(bare)) return { reason: 'no-path' };
  return { pattern: widenExtension(bare) };
}

/**
 * What a list in brackets holds, with commas between, as JSON and YAML write one: `["src/", "lib/"]`. Any other text is as it
 * was; `null` for a list that is written in another way.
 */
export function withoutBrackets(text: string): string | null {
  if (!/^\[\s*["']/.test(text)) return text;
  if (!LIST.test(text)) return null;
  return (text.match(/"[^"']*"|'[^"']*'/g) ?? []).map((quoted) => quoted.slice(1, -1)).join(', ');
}

/** Cuts blanks and tabs only: a no-break space is for the dialect to refuse. */
export const trimBlanks = (text: string): string => {
  let end = text.length;
  while (end > 0 && ' \t'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(/^[ \t]+/, '');
};

/** A blank that is neither escaped nor beside a comma in braces. */
const hasBlank = (text: string): boolean => {
  const beyondBraces = text.replace(/\{[^{}]*\}/g, (group) => group.replace(/ *([{},]) */g, '$1'));
  return /[^\\][ \t\n]/.test(beyondBraces);
};

function widenExtension(text: string): string {
  const [, not = '', word = ''] = /^(!?)\.([\w.{},-]+)$/.exec(text) ?? [];
  const parts = word.split('.');
  const last = parts.pop() ?? '';
  const extensions = last.replace(/^\{(.*)\}$/, '$1').split(',');
  const isExtension =
    extensions.every((extension) => CODE_EXTENSIONS.has(extension)) &&
    parts.every((part) => BEFORE_EXTENSION.has(part));
  return isExtension ? `${not}*.${word}` : text;
}

/** Splits a list at commas that stand outside braces. */
export function splitAtCommas(text: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) {
      pieces.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...pieces, text.slice(from)].map(trimBlanks).filter((piece) => piece !== '');
}
