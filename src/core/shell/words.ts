import type { Assignment, Word, WordPart } from './syntax.js';
import { literalOutput } from './literal-output.js';

/** What is known of a word of a command before it runs. */
export interface ReadWord {
  /** As it is written. */
  readonly raw: string;
  /** Where it ends in the text. */
  readonly end: number;
  /** Without its quotes; null where it depends on what is there when it runs. */
  readonly value: string | null;
  /** What it certainly begins with, in every shell. */
  readonly head: string;
  /** Becomes exactly one word. */
  readonly isOne: boolean;
  /** Each word that it becomes begins with `head`. */
  readonly keepsHead: boolean;
}

/** Known to the last character, in every shell. */
export const isLiteral = (word: ReadWord): boolean => word.head === word.value;

/** Expanded at the start of a word and after these signs; a leading `=` by zsh. */
const EXPANDED = /^[~=]|[=:]~/;

/** A variable by its name or a special parameter that is one word inside double quotes, which `$@` is not. */
const ONE_PARAMETER = /^(?:[A-Za-z_]\w*|[0-9]+|[*#?$!-])$/;

type ReadPart = Omit<ReadWord, 'raw' | 'end'>;

const one = (value: string | null, head = value ?? ''): ReadPart => ({
  value,
  head,
  isOne: true,
  keepsHead: true,
});
const SEVERAL: ReadPart = { value: null, head: '', isOne: false, keepsHead: true };
const SPLITS: ReadPart = { ...SEVERAL, keepsHead: false };

export function readWord(word: Word | Assignment): ReadWord {
  const { text: raw, end } = word;
  const parts = word.type === 'Assignment' ? [SPLITS] : readParts(word);
  return { raw, end, ...parts.reduce(append, one('')) };
}

const append = (start: ReadPart, part: ReadPart): ReadPart => ({
  value: start.value === null || part.value === null ? null : start.value + part.value,
  head: start.head === start.value ? start.head + part.head : start.head,
  isOne: start.isOne && part.isOne,
  keepsHead: start.keepsHead && part.keepsHead,
});

const readParts = (word: Word): readonly ReadPart[] =>
  word.parts?.map(readPart) ?? [readBare(word.text, word.value)];

/** A backslash that ends the text stands for itself, until something is put behind it. */
function readBare(text: string, value: string): ReadPart {
  if (/(?<!\\)(?:\\\\)*\\$/.test(text)) return SPLITS;
  return one(EXPANDED.test(text) ? null : value);
}

function readPart(part: WordPart): ReadPart {
  switch (part.type) {
    case 'Literal':
      return readBare(part.text, part.value);
    case 'SingleQuoted':
      return one(part.value);
    // Only bash and its kin read these two so.
    case 'AnsiCQuoted':
      return one(part.value, '');
    case 'LocaleString':
      return { ...readQuoted(part.parts), value: null, head: '' };
    case 'DoubleQuoted':
      return readQuoted(part.parts);
    case 'ProcessSubstitution':
      return one(null);
    case 'Glob':
    case 'ExtendedGlob':
      return SEVERAL;
    case 'BraceExpansion':
      return /[$`\\'"]/.test(part.text) ? SPLITS : SEVERAL;
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
      return SPLITS;
  }
}

const readQuoted = (parts: readonly WordPart[]): ReadPart =>
  parts.map((part, index) => readInQuotes(part, parts[index + 1])).reduce(append, one(''));

function readInQuotes(part: WordPart, next: WordPart | undefined): ReadPart {
  if (part.type === 'Literal') return one(part.value);
  if (!isOneInQuotes(part, next)) return SPLITS;
  return one(part.type === 'CommandExpansion' ? literalOutput(part) : null);
}

/** `"$@"`, `"${names[@]}"`, `"${!name}"`, and in zsh `"$names[@]"`, become as many words as there are. */
function isOneInQuotes(part: WordPart, next: WordPart | undefined): boolean {
  if (part.type === 'SimpleExpansion') {
    const isIndexed = next?.type === 'Literal' && next.text.startsWith('[');
    return ONE_PARAMETER.test(part.text.slice(1)) && !isIndexed;
  }
  if (part.type === 'ParameterExpansion') {
    return part.prefix !== '!' && ONE_PARAMETER.test(part.parameter) && !part.text.includes('@');
  }
  if (part.type === 'CommandExpansion') return /^(?:\$\(|`)/.test(part.text);
  return part.type === 'ArithmeticExpansion';
}
