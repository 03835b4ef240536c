import type { SectionKind } from '../vocabulary.js';
import { firstWord, indexAliases, type AliasIndex } from './alias-index.js';
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
    kindOf: (phrase) => own.get(phrase) ?? DEFAULTS.kindOf(phrase),
    mayBe: (phrase) => own.get(phrase) ?? DEFAULTS.kindOf(phrase) ?? DOUBTFUL.kindOf(phrase),
    beginnings: new Set([...DEFAULTS.beginnings, ...DOUBTFUL.beginnings, ...[...own.keys()].map(firstWord)]),
  };
}

const KINDS = ['owns', 'reads', 'cannot-touch'] as const satisfies readonly SectionKind[];
const indexOf = (aliases: typeof HEADING_ALIASES): AliasIndex =>
  indexAliases(KINDS.map((kind) => [kind, aliases[kind]] as const));
const DEFAULTS = indexOf(HEADING_ALIASES);
const DOUBTFUL = indexOf(DOUBTFUL_ALIASES);
