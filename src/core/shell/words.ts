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

interface ReadPart {
  readonly value: string | null;
  readonly isOne: boolean;
  readonly keepsHead: boolean;
  /** Only bash and its kin read it so. */
  readonly isForeign?: boolean;
}

const known = (value: string | null): ReadPart => ({ value, isOne: true, keepsHead: true });
const SPLITS: ReadPart = { value: null, isOne: false, keepsHead: false };

export function readWord(word: Word | Assignment): ReadWord {
  const { text: raw, end } = word;
  const parts = word.type === 'Assignment' ? [SPLITS] : readParts(word);
  let value: string | null = '';
  let head = '';
  let isHeadOpen = true;
  for (const part of parts) {
    isHeadOpen &&= part.value !== null && part.isForeign !== true;
    if (isHeadOpen) head += part.value ?? '';
    value = value === null || part.value === null ? null : value + part.value;
  }
  const isOne = parts.every((part) => part.isOne);
  return { raw, end, value, head, isOne, keepsHead: parts.every((part) => part.keepsHead) };
}

const readParts = (word: Word): readonly ReadPart[] =>
  word.parts?.map(readPart) ?? [readBare(word.text, word.value)];

/** A backslash that ends the text stands for itself, until something is put behind it. */
function readBare(text: string, value: string): ReadPart {
  if (/(?<!\\)(?:\\\\)*\\$/.test(text)) return SPLITS;
  return known(EXPANDED.test(text) ? null : value);
}

function readPart(part: WordPart): ReadPart {
  switch (part.type) {
    case 'Literal':
      return readBare(part.text, part.value);
    case 'SingleQuoted':
      return known(part.value);
    case 'AnsiCQuoted':
      return { ...known(part.value), isForeign: true };
    case 'DoubleQuoted':
      return readQuoted(part.parts);
    case 'LocaleString':
      return { ...readQuoted(part.parts), value: null };
    case 'ProcessSubstitution':
      return known(null);
    case 'Glob':
    case 'ExtendedGlob':
      return { value: null, isOne: false, keepsHead: true };
    case 'BraceExpansion':
      return { value: null, isOne: false, keepsHead: !/[$`\\'"]/.test(part.text) };
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
      return SPLITS;
  }
}

function readQuoted(parts: readonly WordPart[]): ReadPart {
  let value: string | null = '';
  for (const [index, part] of parts.entries()) {
    if (part.type === 'Literal') {
      value = value === null ? null : value + part.value;
      continue;
    }
    if (!isOneInQuotes(part, parts[index + 1])) return SPLITS;
    const output = part.type === 'CommandExpansion' ? literalOutput(part) : null;
    value = value === null || output === null ? null : value + output;
  }
  return known(value);
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
