import type { SectionKind } from '../vocabulary.js';

/** A run of alternatives for each place of an alias; plain text is a run of one. */
type Alternatives = readonly (readonly string[])[];

interface Alias {
  readonly kind: SectionKind;
  readonly parts: Alternatives;
}

/** Aliases with braces, looked up without spelling them out: those of heading-aliases.ts stand for 15,000 phrases. */
export interface AliasIndex {
  /** Where several kinds have the phrase, the last of them. */
  readonly kindOf: (phrase: string) => SectionKind | undefined;
  /** The first words of all phrases. */
  readonly beginnings: ReadonlySet<string>;
}

/** The kinds count in the order in which they stand. */
export function indexAliases(aliases: readonly (readonly [SectionKind, readonly string[]])[]): AliasIndex {
  const byFirstWord = new Map<string, Alias[]>();
  for (const [kind, written] of aliases) {
    for (const alias of written) {
      const parts = partsOf(alias);
      for (const word of firstWords(parts)) {
        const known = byFirstWord.get(word);
        if (known === undefined) byFirstWord.set(word, [{ kind, parts }]);
        else known.push({ kind, parts });
      }
    }
  }
  return {
    kindOf: (phrase) =>
      byFirstWord.get(firstWord(phrase))?.findLast(({ parts }) => spells(parts, 0, phrase, 0))?.kind,
    beginnings: new Set(byFirstWord.keys()),
  };
}

export const firstWord = (phrase: string): string => phrase.split(' ', 1)[0] ?? '';

/** `{a,b} c` → `a` or `b`, then ` c`. */
const partsOf = (alias: string): Alternatives =>
  alias.split(/[{}]/).map((text, index) => (index % 2 === 1 ? text.split(',') : [text]));

function firstWords(parts: Alternatives): ReadonlySet<string> {
  const words = new Set<string>();
  const extend = (beginning: string, index: number): void => {
    if (beginning.includes(' ') || index === parts.length) words.add(firstWord(beginning));
    else for (const text of parts[index] ?? []) extend(beginning + text, index + 1);
  };
  extend('', 0);
  return words;
}

/** Whether the parts from `index` on can spell what stands in the phrase from `at` on. */
const spells = (parts: Alternatives, index: number, phrase: string, at: number): boolean =>
  index === parts.length
    ? at === phrase.length
    : (parts[index] ?? []).some(
        (text) => phrase.startsWith(text, at) && spells(parts, index + 1, phrase, at + text.length),
      );
