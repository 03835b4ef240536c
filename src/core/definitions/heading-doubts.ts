import type { SectionKind } from '../vocabulary.js';
import { toPhrase } from './heading-phrase.js';
import type { HeadingTable } from './heading-table.js';

/** A section that a heading or label may be about. */
export interface HeadingDoubt {
  readonly kind: SectionKind;
  /** Words in front of the section's name say whose section it is: "Frontend OWNS". */
  readonly isOthers: boolean;
}

const LONGEST = 240;
const MOST_WORDS = 12;
const QUESTION = /^[^\p{L}]*(?:how|why|when|where|who|which|if|should|is|are|does|examples?|about)\b/iu;
const MODE = /^(?:mode|operations?|analysis|reviews?|agents?|roles?|tools?|commands?|and writes?)\b/;
/** Names that are common words where they do not begin a text. */
const SAYS_LITTLE_INSIDE =
  /^(?:leave alone|untouchable|no (?:write )?access|not (?:yours|owned|allowed|permitted)|denied)\b/;
const PREFIX_END = /[:–—(]|\s-\s/;
const NAMES_ITS_SUBJECT = /^(?:you|your|files|paths|folders|directories|code|what|not your)\b/;

/**
 * Finds the name of a section among other words of a heading or label: CANNOT TOUCH in "CANNOT TOUCH in production" and "Our
 * CANNOT TOUCH list". Neither its rules nor what they apply to is certain. Single words count where they begin the text or are
 * in capital letters; questions ("Why you cannot touch …") count as prose. Only the beginning of a long text is looked at.
 */
export const createFindDoubt =
  (table: HeadingTable, toYou: (phrase: string) => string) =>
  (whole: string): HeadingDoubt | null => {
    const text = whole.slice(0, LONGEST);
    if (QUESTION.test(text)) return null;
    const words = toYou(toPhrase(text)).replace(/[()]/g, '').split(' ');
    let found: HeadingDoubt | null = null;
    for (let from = 0; from < words.length; from += 1) {
      if (!table.beginnings.has(words[from] ?? '')) continue;
      for (let to = Math.min(words.length, from + MOST_WORDS); to > from; to -= 1) {
        const alias = words.slice(from, to).join(' ');
        const kind = table.mayBe(alias);
        const rest = words.slice(to).join(' ');
        if (kind === undefined || !isTelling(alias, kind, from > 0, rest, text)) continue;
        const isOthers = from > 0 && !PREFIX_END.test(text) && !NAMES_ITS_SUBJECT.test(alias);
        if (kind === 'cannot-touch') return { kind, isOthers };
        found ??= { kind, isOthers };
        break;
      }
    }
    return found;
  };

function isTelling(alias: string, kind: SectionKind, isInside: boolean, rest: string, text: string): boolean {
  const isShouted = text.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(alias.toUpperCase());
  if (isShouted) return true;
  if (kind === 'reads' && (alias === 'reads' || MODE.test(rest))) return false;
  if (!isInside) return true;
  if (!alias.includes(' ')) return alias === 'owns' && rest === '';
  switch (kind) {
    case 'owns':
      return /\b(?:you|your|owns?)\b/.test(alias);
    case 'reads':
      return rest === '';
    case 'cannot-touch':
      return !SAYS_LITTLE_INSIDE.test(alias);
  }
}
