import { splitCodeSpans } from './code-spans.js';
import { conditionIn } from './conditions.js';
import type { EntryContext } from './entry-context.js';
import { unreadLine, type Entry, type Reading } from './entry.js';
import type { Line } from '../markdown-block.js';
import { holdsPath, isCertainPath } from './path-words.js';
import { readPatternText } from './pattern-text.js';
import { readRemark } from './remark.js';
import { LIST_SEPARATOR, NOUN, startsCondition, startsRemark } from './signs.js';
import { splitRemark } from './split-remark.js';

const REPOSITORY = '(?:repo(?:sitory)?|code ?base|project|source tree|working tree)';
const FILES = '(?:files?|paths?)(?: (?:and|or) (?:folders?|director(?:y|ies)))?';
const ALL = new RegExp(
  `^(?:(?:everything|anything|everywhere|anywhere|(?:all|any|every)(?: of)?(?: the)? ${FILES})` +
    `(?: (?:in|of|within|inside|across|in all of) (?:the|this) (?:whole |entire )?${REPOSITORY})?|` +
    `all of (?:the|this) ${REPOSITORY}|(?:the )?(?:whole|entire) ${REPOSITORY})(?![\\w/*-]|\\.\\w)`,
  'i',
);
const YOURS = '(?:you|this agent|it)';
const REST = new RegExp(
  `^(?:(?:everything|anything|everywhere|anywhere) else(?: (?:in|of) (?:the|this) ${REPOSITORY})?|` +
    `(?:all|any|every)(?: of)?(?: the)? other ${FILES}|` +
    `(?:all of )?the rest(?: of (?:the|this) (?:${REPOSITORY}|files?|tree|code))?|` +
    `(?:everything|anything|(?:all|any|every) ${FILES}|files|paths)(?:,? (?:that|which)(?: is| are)|['’]s| that['’]s)? ` +
    `(?:not (?:explicitly )?(?:listed|mentioned|named|owned|covered)(?: (?:above|in owns|under owns|by ${YOURS}))?|` +
    `(?:that )?${YOURS} (?:do not|don['’]t|does not|doesn['’]t) own|` +
    `outside(?: of)? (?:your|its|the) (?:owned (?:files|paths)|ownership|owns(?: section)?|files above|paths above|above)))(?![\\w/*-]|\\.\\w)`,
  'i',
);
/** What `ALL` and `REST` begin with. Most entries don't, and compiling the two takes 20 ms, a tenth of a start of the hook. */
const BEGINS = /^(?:every|any|all|the|whole|entire|files|paths)/i;
const BUT =
  /^,? (?:(?:that|which) (?:is|are) )?(?:outside(?: of)?|not (?:in|inside|under|within|below)|except(?:ing)?(?: for)?|excluding|other than|but(?: not)?|apart from|aside from|besides)(?: (?:in|inside|under))?(?: the)?:? +(?=\S)/i;
const OFF_LIMITS =
  /^ (?:is|are) (?:strictly |completely |all )?(?:off[- ]limits|forbidden|read[- ]only|prohibited|not allowed|not yours|out of bounds)(?=\W*$)/i;
/** More is meant than a directory, or its opposite: "(see `docs/a.md`)" points elsewhere. */
const POINTER = /^\W*(?:see|cf\.?|as in|per|documented in|described in)\b/i;

/**
 * Reads a text that says what is left instead of what is meant: "Everything", "Everything outside `apps/web/`", "All other
 * files". The path behind "outside" is the one that is taken out, never the one that is meant. `null` where the text is no
 * such thing, or is not unmistakable.
 */
export function readComplement({ text, line }: Line, whole: Line, context: EntryContext): Reading | null {
  const plain = withoutEmphasis(text.replace(/\s+/g, ' '));
  if (!BEGINS.test(plain)) return null;
  const rest = REST.exec(plain);
  const found = rest ?? ALL.exec(plain);
  if (found === null) return null;
  const isRemainder = rest !== null;
  if (isRemainder && context.kind === 'owns') return unreadLine(whole, 'complement');

  const behind = plain.slice(found[0].length);
  const but = BUT.exec(behind);
  const listed = but === null ? { patterns: [], tail: behind } : readList(behind.slice(but[0].length));
  if (listed === null) return unreadLine(whole, 'complement');
  const { patterns } = listed;
  const tail = withoutOffLimits(listed.tail, context);
  const goesOn = startsRemark(tail) || (startsCondition(tail) && conditionIn(tail) !== null);
  if (!goesOn) return null;

  const remark = readRemark(tail, ['**'], context);
  if ('reason' in remark) return unreadLine(whole, remark.reason);
  const pointsOn = holdsPath(tail) && remark.exceptions.length === 0 && !POINTER.test(tail);
  if (pointsOn || remark.anchored || (but !== null && remark.exceptions.length > 0)) {
    return unreadLine(whole, 'complement');
  }
  const exceptions = [...patterns, ...remark.exceptions].map((pattern) => ({ text: pattern, line }));
  const entry: Entry = {
    patterns: [{ text: '**', line }],
    exceptions,
    remark: remark.remark,
    condition: remark.condition,
    ...(isRemainder ? { remainder: whole.text } : {}),
  };
  return { entries: [entry], unread: [] };
}

/** "Everything else is off limits" says no more than its section. */
const withoutOffLimits = (text: string, { kind }: EntryContext): string =>
  kind === 'cannot-touch' ? text.replace(OFF_LIMITS, '') : text;

const withoutEmphasis = (text: string): string =>
  text
    .replace(/^(\*{2,3}|__)(?=[A-Za-z])(.*[^*_])\1$/, '$2')
    .replace(/(\*{1,3}|_{1,3})(?=[A-Za-z])([A-Za-z ]*[A-Za-z])\1/g, '$2');

interface Listed {
  readonly patterns: readonly string[];
  readonly tail: string;
}

/** The paths that a text begins with, and what follows them; `null` where it begins with anything else. */
function readList(text: string): Listed | null {
  const listed = text.includes('`') ? quotedList(text) : bareList(text);
  if (listed === null) return null;
  const patterns = listed.patterns.flatMap((pattern) => {
    const read = readPatternText(pattern);
    return 'pattern' in read && !read.pattern.startsWith('!') ? [read.pattern] : [];
  });
  const isWhole = patterns.length > 0 && patterns.length === listed.patterns.length;
  return isWhole ? { patterns, tail: listed.tail } : null;
}

function quotedList(text: string): Listed | null {
  const spans = splitCodeSpans(text);
  const patterns: string[] = [];
  let last = -1;
  for (const [index, span] of spans.entries()) {
    if (span.code) {
      patterns.push(span.text);
      last = index;
    } else if (!LIST_SEPARATOR.test(span.text) || span.text.trim() === '' || index === spans.length - 1)
      break;
  }
  if (last !== patterns.length * 2 - 2) return null;
  const tail = spans.slice(last + 1).map(({ code, text: part }) => (code ? `\`${part}\`` : part));
  return { patterns, tail: tail.join('').replace(NOUN, '') };
}

function bareList(text: string): Listed | null {
  const { written, tail } = splitRemark(text);
  const nouns = /^(.*\S) (?:director(?:y|ies)|folders?)$/i.exec(written.trim())?.[1] ?? written.trim();
  const patterns = nouns
    .replace(/[.;]$/, '')
    .split(/,(?: and| or)? |,| (?:and|or) /)
    .map((piece) => piece.trim());
  return patterns.every(isCertainPath) ? { patterns, tail } : null;
}
