import type { SectionKind } from '../vocabulary.js';
import { DOUBTFUL_ALIASES, HEADING_ALIASES } from './heading-aliases.js';
import { toPhrase } from './heading-phrase.js';

/** Further aliases, as users write them. */
export type FurtherAliases = Partial<Readonly<Record<SectionKind, readonly string[]>>>;

/** The sections that phrases name for certain, and those that they may name. */
export interface HeadingTable {
  readonly kindOf: (phrase: string) => SectionKind | undefined;
  readonly mayBe: (phrase: string) => SectionKind | undefined;
  /** The words that phrases of the table begin with, so that the others need not be looked up. */
  readonly beginnings: ReadonlySet<string>;
}

/** The phrases of heading-aliases.ts, and those of further aliases, which go first. */
export function createHeadingTable(further: FurtherAliases): HeadingTable {
  const own = new Map(
    KINDS.flatMap((kind) => (further[kind] ?? []).map((alias) => [toPhrase(alias), kind] as const)),
  );
  own.delete('');
  return {
    kindOf: (phrase) => own.get(phrase) ?? DEFAULTS.get(phrase),
    mayBe: (phrase) => own.get(phrase) ?? DEFAULTS.get(phrase) ?? DOUBTFUL.get(phrase),
    beginnings: new Set([...BEGINNINGS, ...[...own.keys()].map(firstWord)]),
  };
}

const expand = (alias: string): readonly string[] => {
  const group = /\{([^{}]*)\}/.exec(alias);
  if (group === null) return [alias];
  const [braces, words = ''] = group;
  return words.split(',').flatMap((word) => expand(alias.replace(braces, word)));
};

const firstWord = (phrase: string): string => phrase.split(' ', 1)[0] ?? '';

const KINDS = ['owns', 'reads', 'cannot-touch'] as const satisfies readonly SectionKind[];
const toMap = (aliases: typeof HEADING_ALIASES): ReadonlyMap<string, SectionKind> =>
  new Map(KINDS.flatMap((kind) => aliases[kind].flatMap(expand).map((alias) => [alias, kind] as const)));
const DEFAULTS = toMap(HEADING_ALIASES);
const DOUBTFUL = toMap(DOUBTFUL_ALIASES);
const BEGINNINGS = new Set([...DEFAULTS.keys(), ...DOUBTFUL.keys()].map(firstWord));
