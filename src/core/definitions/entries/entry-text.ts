import { conditionIn } from './conditions.js';
import { splitCodeSpans, type Span } from './code-spans.js';
import { readComplement } from './complement.js';
import type { EntryContext } from './entry-context.js';
import { joinReadings, LONGEST_ENTRY, NOTHING, toEntry, unreadLine, type Reading } from './entry.js';
import { isContradicted, stripMarks } from './marks.js';
import { namesFurtherPaths } from './further-paths.js';
import type { Line } from '../markdown-block.js';
import { isCertainPath } from './path-words.js';
import { readPatternText, splitAtCommas } from './pattern-text.js';
import { readRemark } from './remark.js';
import { LIST_SEPARATOR, NOUN, startsCondition, startsRemark } from './signs.js';
import { reasonFor } from './wording.js';

const QUANTIFIER =
  /^(?:(?:all|any|every)(?: of)?(?: the)?(?: files?)?(?: (?:in|under|below|inside|within|matching))?|(?:everything|anything) (?:in|under|below|inside|within)|the)$/i;
/** Paths behind the first parenthesis or sentence: they are not read, and said so. */
const LEFT_OVER =
  /^\s*\([^()]*\)\s*(?:[,;&]|and\b)\s*`|^\s*\((?:and|also|plus|or|&|\+)(?![\p{L}\p{N}])[^()]*`|^\s*[.;,][^`]*`/iu;
/** The word behind a comma directly behind the paths. */
const BARE_NEXT = /^\s*[,;&]\s*(?:and\s+)?([^\s,;]+)/i;
/** What stands above its parts: ``- `apps/web`: `src/`, `public/` ``. */
const PREFIX = /^\s*:\s*`/;

/**
 * Reads a text whose paths stand in back-ticks: ``- `apps/api/`, `apps/worker/` — the API (see `docs/api.md`)``. Only those
 * before the first dash, arrow or parenthesis are paths. Words before or directly behind them make it a sentence.
 */
export function readEntryText(lines: readonly Line[], context: EntryContext): Reading {
  const first = lines[0];
  if (first === undefined) return NOTHING;
  const text = lines.map((line) => line.text).join('\n');
  const whole = { text: text.replace(/\s+/g, ' '), line: first.line };
  if (text.length > LONGEST_ENTRY) return unreadLine(whole, 'unknown-shape');

  const { mark, rest } = stripMarks(text);
  if (isContradicted(mark, context.kind)) return unreadLine(whole, 'unknown-shape');
  const complement = readComplement({ text: withoutLinks(rest), line: first.line }, whole, context);
  if (complement !== null) return complement;
  const spans = splitCodeSpans(withoutLinks(rest));
  const listed = listedSpans(spans);
  if (listed.length === 0) return unreadLine(whole, reasonFor(text));

  const tail = tailAfter(spans, listed);
  if (PREFIX.test(tail)) return unreadLine(whole, 'unknown-shape');
  const isRemark = startsRemark(tail) || (startsCondition(tail) && conditionIn(tail) !== null);
  if (!isRemark) return unreadLine(whole, reasonFor(text));
  return readListed(whole, listed, tail, context, first.line);
}

function readListed(
  whole: Line,
  listed: readonly Span[],
  tail: string,
  context: EntryContext,
  firstLine: number,
): Reading {
  const readings: Reading[] = [];
  const patterns: Line[] = [];
  for (const { text: listedText, row } of listed) {
    for (const piece of splitAtCommas(listedText)) {
      const written = readPatternText(piece);
      const line = firstLine + row;
      const text = listed.length === 1 ? whole.text : piece;
      if ('pattern' in written) patterns.push({ text: written.pattern, line });
      else readings.push(unreadLine({ text, line }, written.reason));
    }
  }
  if (patterns.length === 0 && readings.length === 0) return unreadLine(whole, 'no-path');
  if (patterns.length === 0) return joinReadings(readings);
  const written = patterns.map(({ text }) => text);
  const remark = readRemark(tail, written, context);
  if ('reason' in remark) return unreadLine(whole, remark.reason);
  const goesOn = LEFT_OVER.test(tail) || goesOnBare(tail) || namesFurtherPaths(tail);
  if (remark.exceptions.length === 0 && goesOn) {
    readings.push(unreadLine({ ...whole, text: tail }, 'unknown-shape'));
  }
  return joinReadings([{ entries: [toEntry(patterns, remark)], unread: [] }, ...readings]);
}

/** Whether the list goes on without back-ticks: ``- `a/`, b/``. */
const goesOnBare = (tail: string): boolean => isCertainPath(BARE_NEXT.exec(tail)?.[1] ?? '');

/** The code spans that the text begins with, as far as nothing but commas and the like stands between them. */
function listedSpans(spans: readonly Span[]): readonly Span[] {
  const listed: Span[] = [];
  for (const [index, span] of spans.entries()) {
    if (span.code) {
      listed.push(span);
      continue;
    }
    const text = withoutEmphasis(span.text);
    const leads = index === 0 && (text.trim() === '' || QUANTIFIER.test(text.trim()));
    const separates = index > 0 && index < spans.length - 1 && LIST_SEPARATOR.test(text);
    if (!leads && !separates) break;
  }
  return listed;
}

function tailAfter(spans: readonly Span[], listed: readonly Span[]): string {
  const last = listed.at(-1);
  const from = last === undefined ? 0 : spans.indexOf(last) + 1;
  const tail = spans
    .slice(from)
    .map(({ code, text }) => (code ? `\`${text}\`` : withoutEmphasis(text)))
    .join('');
  return tail.replace(NOUN, '');
}

/** Struck-out text stays as it is: it has no meaning that can be read. */
const withoutEmphasis = (text: string): string =>
  text.replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');

/** ``[`src/`](../src)`` is `` `src/` ``. */
const withoutLinks = (text: string): string => text.replace(/\[(`[^`\]]*`)\]\([^()\s]*\)/g, '$1');
