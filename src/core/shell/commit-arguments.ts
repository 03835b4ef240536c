import { findLong, findShort, type Option } from './commit-options.js';
import { isLiteral, type ReadWord } from './words.js';

export interface GivenOption {
  readonly name: string;
  readonly isNegated: boolean;
  /** Empty where it takes none; null where it is known only when the command runs. */
  readonly value: string | null;
}

export interface CommitArguments {
  readonly options: readonly GivenOption[];
  /** A null for each word that stands for paths which are not known. */
  readonly pathspecs: readonly (string | null)[];
  /** How many of the words stand before `--`. */
  readonly before: number;
}

const SEPARATORS = ['--', '--end-of-options'];

/**
 * Reads what follows `git commit` as git's parse-options does. Null where it is not certain which word is an option and which
 * its value, and therefore whether a word that is added at the end would be an option.
 */
export function readCommitArguments(words: readonly ReadWord[]): CommitArguments | null {
  const options: GivenOption[] = [];
  const pathspecs: (string | null)[] = [];
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || (isLiteral(word) && SEPARATORS.includes(word.head))) break;
    const kind = kindOf(word);
    if (kind === null) return null;
    if (kind === 'path') {
      pathspecs.push(word.isOne ? word.value : null);
      continue;
    }
    const read = kind === 'long' ? readLong(word) : readCluster(word);
    if (read === null) return null;
    options.push(...read.options);
    if (read.lacking === null) continue;
    index += 1;
    const value = words[index];
    if (value?.isOne !== true) return null;
    options.push(given(read.lacking, value.value));
  }
  for (const { isOne, value } of words.slice(index + 1)) pathspecs.push(isOne ? value : null);
  return { options, pathspecs, before: index };
}

function kindOf(word: ReadWord): 'path' | 'long' | 'cluster' | null {
  if (isLiteral(word) && (word.head === '' || word.head === '-')) return 'path';
  if (word.head === '') return null;
  if (!word.head.startsWith('-')) return word.keepsHead ? 'path' : null;
  return word.head.startsWith('--') ? 'long' : 'cluster';
}

interface ReadOptions {
  readonly options: readonly GivenOption[];
  /** Takes the word that follows. */
  readonly lacking: Option | null;
}

const given = ({ name, isNegated }: Option, value: string | null): GivenOption => ({
  name,
  isNegated,
  value,
});

function readLong(word: ReadWord): ReadOptions | null {
  const sign = word.head.indexOf('=');
  if (sign === -1 && !isLiteral(word)) return null;
  const option = findLong(word.head.slice(2, sign === -1 ? undefined : sign));
  if (option === null) return null;
  if (sign !== -1) {
    if (option.takes === 'nothing' || !word.isOne) return null;
    return { options: [given(option, restOf(word, sign + 1))], lacking: null };
  }
  return option.takes === 'value'
    ? { options: [], lacking: option }
    : { options: [given(option, '')], lacking: null };
}

function readCluster(word: ReadWord): ReadOptions | null {
  const options: GivenOption[] = [];
  for (let index = 1; index < word.head.length; index += 1) {
    const option = findShort(word.head.charAt(index));
    if (option === null) return null;
    if (option.takes === 'nothing') {
      options.push(given(option, ''));
      continue;
    }
    const hasValue = index + 1 < word.head.length;
    if (!hasValue && option.takes === 'value') return isLiteral(word) ? { options, lacking: option } : null;
    if (!word.isOne) return null;
    return { options: [...options, given(option, restOf(word, index + 1))], lacking: null };
  }
  return isLiteral(word) ? { options, lacking: null } : null;
}

const restOf = ({ value }: ReadWord, start: number): string | null => value?.slice(start) ?? null;
