import { Lexer, Parser } from '#yaml';

/** The parser takes minutes for a few kilobytes of `{{{{` or `? ? ?`, and seconds for a megabyte of anything. */
export const MOST_YAML_CHARACTERS = 65_536;
export const DEEPEST = 32;
export const TOO_DEEP = 'nested too deeply';
/** Aliases repeat what they stand for; this many values are more than a text of the longest length can hold otherwise. */
export const MOST_VALUES = 50_000;
export const TOO_MANY = 'too many values, most of them by aliases';
const MOST_EXPLICIT_KEYS = 64;

/** What keeps a text from the parser, and the line of it; lines count from 1. */
export interface ExceededLimit {
  readonly line: number;
  readonly detail: string;
}

/** Why a text is not given to the parser, `null` where it may be. */
export function limitExceeded(text: string): ExceededLimit | null {
  if (text.length > MOST_YAML_CHARACTERS)
    return { line: 1, detail: `longer than ${MOST_YAML_CHARACTERS} characters` };
  const explicitKeys = [...text.matchAll(/(?<=^|[\s[{,])\?(?=\s)/g)];
  const excess = explicitKeys[MOST_EXPLICIT_KEYS];
  if (excess !== undefined) return { line: lineAt(text, excess.index), detail: 'too many explicit keys' };
  const deep = offsetOfTooDeep(text);
  return deep === null ? null : { line: lineAt(text, deep), detail: TOO_DEEP };
}

/**
 * Where collections lie too deep in one another, token by token: what composes the values calls itself for each level, and
 * where that meets the end of the stack, Node can end at once, without an error to catch.
 */
function offsetOfTooDeep(text: string): number | null {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.filter((token) => 'items' in token).length > DEEPEST) return parser.offset;
  }
  return null;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
