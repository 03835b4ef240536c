import type { SectionKind } from '../vocabulary.js';
import { conditionIn } from './entries/conditions.js';
import { LIST_HEADINGS, QUALIFIED_HEADINGS } from './heading-aliases.js';
import { createFindDoubt, type HeadingDoubt } from './heading-doubts.js';
import { toPhrase } from './heading-phrase.js';
import { createHeadingTable, type FurtherAliases, type HeadingTable } from './heading-table.js';

export interface HeadingMeaning {
  readonly kind: SectionKind;
  /** What stands in parentheses, after a dash or a colon; `null` where it is what makes the heading a section. */
  readonly qualifier: string | null;
  /** The qualifier, where it says what would lift the rules. */
  readonly condition: string | null;
  /** The heading names a section only if a list or a fence stands directly below. */
  readonly needsList: boolean;
}

export interface ClassifyHeading {
  /** What section a heading, a label or the header cell of a table names; `null` for none. */
  (text: string): HeadingMeaning | null;
  /** What section a text that names none may be about: "CANNOT TOUCH in production", "Frontend OWNS"; `null` for none. */
  readonly doubt: (text: string) => HeadingDoubt | null;
  /** Whether the name of a section may begin with a word, in lower case. */
  readonly mayBegin: (word: string) => boolean;
  /** Whether a text is the agent's own name. */
  readonly isOwnName: (text: string) => boolean;
}

const LONGEST_ALIAS = 120;
const SEPARATOR = /\s*[([]|\s+(?=`)|\s+[-–—]{1,2}\s+|\s*[–—:]\s*|\s+(?=(?:without|unless|until)\s)/i;
const SLASH = /\s[/|&]\s/;
const MOST_PREFIXES = 3;

/**
 * A reader of headings with the aliases of heading-aliases.ts and further ones. Case, emphasis, emoji, a number in front,
 * words that only lend force, a trailing colon and a qualifier do not matter, but `Read-only (never modify)` is CANNOT TOUCH.
 * The agent's name means the same as "you".
 */
export function createClassifyHeading(further: FurtherAliases = {}, agent = ''): ClassifyHeading {
  const table = createHeadingTable(further);
  const name = toPhrase(agent);
  const toYou = (phrase: string): string =>
    name === ''
      ? phrase
      : ` ${phrase} `
          .replace(` ${name} agent `, ` ${name} `)
          .replace(` the ${name} `, ` ${name} `)
          .replace(` ${name} `, ' you ')
          .trim();
  const kindOf: KindOf = (text) => {
    if (text.length > LONGEST_ALIAS) return undefined;
    const phrase = toPhrase(text);
    return table.kindOf(phrase) ?? table.kindOf(toYou(phrase));
  };
  return Object.assign((text: string) => classify(text.trim(), kindOf, MOST_PREFIXES), {
    doubt: createFindDoubt(table, toYou),
    mayBegin: (word: string) => table.beginnings.has(word),
    isOwnName: (text: string) => name !== '' && text.length <= LONGEST_ALIAS && toPhrase(text) === name,
  });
}

type KindOf = (text: string) => ReturnType<HeadingTable['kindOf']>;

function classify(text: string, kindOf: KindOf, prefixes: number): HeadingMeaning | null {
  const plain = { qualifier: null, condition: null, needsList: false };
  const whole = kindOf(text) ?? kindOfAll(text, kindOf);
  if (whole !== undefined) return { kind: whole, ...plain };

  const { head, qualifier } = splitQualifier(text);
  if (head.length > LONGEST_ALIAS) return null;
  const named = kindOf(head);
  if (named === 'reads' && kindOf(qualifier) === 'cannot-touch') return { kind: 'cannot-touch', ...plain };
  if (named === undefined) {
    const phrase = toPhrase(head);
    const isPrefix = prefixes > 0 && QUALIFIED_HEADINGS.has(phrase);
    const behind = isPrefix ? classify(qualifier, kindOf, prefixes - 1) : null;
    if (behind !== null && !behind.needsList) return behind;
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
function kindOfAll(text: string, kindOf: KindOf): SectionKind | undefined {
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
