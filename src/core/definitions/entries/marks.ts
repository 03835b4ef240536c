import type { SectionKind } from '../../vocabulary.js';

/** What a tick or a cross in front of an entry says; `null` where there is none. */
export type Mark = 'yes' | 'no' | null;

const YES = /^[✓✔☑✅🟢]/u;
const NO = /^[✗✘✖❌⛔🚫🔴✕×]/u;
const SYMBOL = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[✓✗✘×☑✕]|\uFE0F|\u200D|\u20E3)+[ \t]*/u;
const BULLET = /^(?:[-+•‣▪◦·–—]|\d{1,3}[.)]|\[[ xX]\])[ \t]+/;
const STAR_BULLET = /^\*[ \t](?![ \t]|[#(–—]|-[ \t])/;

/** Takes bullets, check boxes, ticks, crosses and other signs off the front of a line. A `*` that stands alone stays. */
export function stripMarks(text: string): { readonly mark: Mark; readonly rest: string } {
  let rest = text;
  let mark: Mark = null;
  for (;;) {
    if (YES.test(rest)) mark ??= 'yes';
    else if (NO.test(rest)) mark ??= 'no';
    const shorter = rest.replace(SYMBOL, '').replace(BULLET, '').replace(STAR_BULLET, '');
    if (shorter === rest) return { mark, rest };
    rest = shorter.replace(/^[ \t]+/, '');
  }
}

/** Whether a mark says the opposite of its section: a cross in OWNS, a tick in CANNOT TOUCH. */
export const isContradicted = (mark: Mark, section: SectionKind): boolean =>
  mark === (section === 'cannot-touch' ? 'yes' : 'no');
