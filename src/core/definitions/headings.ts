import type { SectionKind } from '../vocabulary.js';
import { conditionIn } from './entries/conditions.js';
import {
  ALIAS_VERBS,
  FURTHER_VERBS,
  HEADING_ALIASES,
  LIST_HEADINGS,
  QUALIFIED_HEADINGS,
} from './heading-aliases.js';

/** Further aliases, as users write them. */
export type FurtherAliases = Partial<Readonly<Record<SectionKind, readonly string[]>>>;

export interface HeadingMeaning {
  readonly kind: SectionKind;
  /** What stands in parentheses, after a dash or a colon; `null` where it is what makes the heading a section. */
  readonly qualifier: string | null;
  /** The qualifier, where it says what would lift the rules. */
  readonly condition: string | null;
  /** The heading names a section only if a list or a fence stands directly below. */
  readonly needsList: boolean;
}

/** What section a heading, a label or the header cell of a table names; `null` for none. */
export type ClassifyHeading = (text: string) => HeadingMeaning | null;

const LONGEST_ALIAS = 120;
const SEPARATOR = /\s*[([]|\s+(?=`)|\s+[-–—]{1,2}\s+|\s*[–—:]\s*|\s+(?=(?:without|unless|until)\s)/i;
const SLASH = /\s[/|&]\s/;
const EMPHATIC = / (?:ever|at all|at any time|under any circumstances?|under no circumstances?)$/;
/** Selectors and joiners of emoji, which Unicode counts as parts of letters. */
const EMOJI_PARTS = /\p{Variation_Selector}|\u200D|\u20E3/gu;
const ONE_OF_VERBS = `(?:${[...ALIAS_VERBS, ...FURTHER_VERBS].join('|')})`;
const VERB_LIST = new RegExp(
  `\\b${ONE_OF_VERBS}\\b(?:(?: ?[/,] ?(?:or |and )?| or | and )${ONE_OF_VERBS}\\b)+`,
  'g',
);

/**
 * A reader of headings with the aliases of heading-aliases.ts and further ones. Case, emphasis, emoji, a number in front,
 * a trailing colon and a qualifier do not matter, but `Read-only (never modify)` is CANNOT TOUCH.
 */
export function createClassifyHeading(further: FurtherAliases = {}): ClassifyHeading {
  const own = new Map(
    KINDS.flatMap((kind) => (further[kind] ?? []).map((alias) => [toPhrase(alias), kind] as const)),
  );
  own.delete('');
  const kindOf = (text: string): SectionKind | undefined => {
    if (text.length > LONGEST_ALIAS) return undefined;
    const phrase = toPhrase(text);
    return own.get(phrase) ?? DEFAULT_ALIASES.get(phrase);
  };
  return (text) => classify(text.trim(), kindOf);
}

function classify(text: string, kindOf: (text: string) => SectionKind | undefined): HeadingMeaning | null {
  const plain = { qualifier: null, condition: null, needsList: false };
  const whole = kindOf(text) ?? kindOfAll(text, kindOf);
  if (whole !== undefined) return { kind: whole, ...plain };

  const { head, qualifier } = splitQualifier(text);
  if (head.length > LONGEST_ALIAS) return null;
  const named = kindOf(head);
  const qualified = kindOf(qualifier);
  if (named === 'reads' && qualified === 'cannot-touch') return { kind: qualified, ...plain };
  if (named === undefined) {
    const phrase = toPhrase(head);
    if (qualified !== undefined && QUALIFIED_HEADINGS.has(phrase)) return { kind: qualified, ...plain };
    if (!LIST_HEADINGS.has(phrase)) return null;
  }
  return {
    kind: named ?? 'owns',
    qualifier: qualifier === '' ? null : qualifier,
    condition: conditionIn(qualifier),
    needsList: named === undefined,
  };
}

/** `CANNOT TOUCH / OFF LIMITS`: two names of one section. */
function kindOfAll(text: string, kindOf: (text: string) => SectionKind | undefined): SectionKind | undefined {
  if (text.length > LONGEST_ALIAS || !SLASH.test(text)) return undefined;
  const [first, ...others] = text.split(SLASH).map(kindOf);
  return others.every((kind) => kind === first) ? first : undefined;
}

function splitQualifier(text: string): { head: string; qualifier: string } {
  const separator = SEPARATOR.exec(text.slice(0, 2 * LONGEST_ALIAS));
  if (separator === null) return { head: text, qualifier: '' };
  const rest = text.slice(separator.index + separator[0].length).trim();
  const [bracket] = /[([]$/.exec(separator[0]) ?? [];
  const closed =
    bracket === undefined ? rest : rest.replace(bracket === '(' ? /\)(?=[^()]*$)/ : /\](?=[^[\]]*$)/, '');
  return { head: text.slice(0, separator.index), qualifier: withoutEnding(closed) };
}

const withoutEnding = (text: string): string => (text.endsWith(':') ? text.slice(0, -1) : text).trim();

/** The words of a heading, less what does not matter. Parentheses stay, as some aliases have them. */
function toPhrase(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(EMOJI_PARTS, ' ')
    .replace(/[^\p{L}\p{M}\p{N}/,()]+/gu, ' ')
    .trim()
    .replace(/^(?:\d+ )+/, '')
    .replace(VERB_LIST, firstAliasVerb)
    .replace(/[/,]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(EMPHATIC, '')
    .replace(/^\((.*)\)$/, '$1')
    .trim();
}

const firstAliasVerb = (list: string): string =>
  list.split(/[^a-z]+/).find((word) => ALIAS_VERBS.includes(word)) ?? list;

const expand = (alias: string): readonly string[] => {
  const group = /\{([^{}]*)\}/.exec(alias);
  if (group === null) return [alias];
  const [braces, words = ''] = group;
  return words.split(',').flatMap((word) => expand(alias.replace(braces, word)));
};

const KINDS = ['owns', 'reads', 'cannot-touch'] as const satisfies readonly SectionKind[];
const DEFAULT_ALIASES: ReadonlyMap<string, SectionKind> = new Map(
  KINDS.flatMap((kind) => HEADING_ALIASES[kind].flatMap(expand).map((alias) => [alias, kind] as const)),
);
