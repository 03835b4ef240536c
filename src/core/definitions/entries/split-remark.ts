import { conditionIn } from './conditions.js';
import { isCertainPath, isPathWord } from './path-words.js';
import { startsException } from './signs.js';

const REMARK =
  /[ \t]#|[ \t](?:[-–—]{1,2}>?|=>|<-|[→⇒←:])(?=[ \t])|[ \t]+(?=[(✓✔☑✅✗✘✖❌⛔🚫])|[ \t]{2,}|\t/gu;
const COLON = /^(\S*[/.*]\S*):[ \t]+/;
const IN_LINE =
  /^(\S+)[ \t]+((?:except|excluding|but not|not including|other than|apart from|aside from|unless|without|until|only (?:if|when|with|after)|if|ask first)\b.*)$/i;

/** What stands in front of a bare line's remark, and the remark with the sign that sets it off. */
export function splitRemark(text: string): { readonly written: string; readonly tail: string } {
  const [colon, named] = COLON.exec(text) ?? [];
  if (colon !== undefined && named !== undefined) return { written: named, tail: text.slice(colon.length) };
  let open = 0;
  let from = 0;
  for (const { 0: separator, index } of text.matchAll(REMARK)) {
    const between = text.slice(from, index);
    from = index;
    const brace = Math.max(between.lastIndexOf('{'), between.lastIndexOf('}'));
    if (brace !== -1) open = between.charAt(brace) === '{' ? 1 : 0;
    const continues =
      separator.trim() === '' &&
      text.charAt(index - 1) === ',' &&
      text.charAt(from + separator.length) !== '(';
    if (!continues && open === 0) return { written: text.slice(0, index), tail: text.slice(index) };
  }
  return splitInLine(text) ?? { written: text, tail: '' };
}

/** A path with an exception or a condition directly behind it: `src/ unless asked`, `a/ but not a/b/`. */
export function splitInLine(text: string): { readonly written: string; readonly tail: string } | null {
  const [, written = '', tail = ''] = IN_LINE.exec(text) ?? [];
  const isClear = startsException(tail) || conditionIn(tail) !== null;
  return isClear && (isPathWord(written) || isCertainPath(written)) ? { written, tail } : null;
}
