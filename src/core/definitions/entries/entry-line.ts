import { readComplement } from './complement.js';
import type { EntryContext } from './entry-context.js';
import { LONGEST_ENTRY, NOTHING, toEntry, unreadLine, type Reading } from './entry.js';
import { isContradicted, stripMarks } from './marks.js';
import { namesFurtherPaths } from './further-paths.js';
import type { Line } from '../markdown-block.js';
import { readPatternText, splitAtCommas, trimBlanks, withoutBrackets } from './pattern-text.js';
import { readRemark } from './remark.js';
import type { UnenforceableReason } from '../problem.js';
import { splitRemark } from './split-remark.js';
import { reasonFor } from './wording.js';

const COMMENT = /^(?:#|\/\/(?!\*)|<!--)/;
const WIDE_GAP = /(?<=[^\s,])(?:[ \t]{2,}|\t)(?=[^\s#(–—-])/g;

/**
 * Reads a line on which patterns stand bare, as in a fence: `src/api.ts  # routes`. Commas separate patterns; a remark stands
 * behind `#`, two blanks, a dash, an arrow, a colon or in parentheses. Words without such a sign are prose.
 */
export function readEntryLine({ text, line }: Line, context: EntryContext): Reading {
  const trimmed = trimBlanks(text);
  if (trimmed === '' || COMMENT.test(trimmed)) return NOTHING;
  const { mark, rest: bare } = stripMarks(trimmed);
  if (bare === '') return NOTHING;
  const whole = { text: trimmed, line };
  const rest = withoutBrackets(bare);
  if (rest === null || trimmed.length > LONGEST_ENTRY) return unreadLine(whole, 'unknown-shape');
  if (isContradicted(mark, context.kind)) return unreadLine(whole, 'unknown-shape');

  const complement = readComplement({ text: rest.replace(WIDE_GAP, ' — '), line }, whole, context);
  if (complement !== null) return complement;
  const { written, tail } = splitRemark(rest.replaceAll('`', ''));
  const pieces = splitAtCommas(written).map(readPatternText);
  const patterns = pieces.flatMap((piece) => ('pattern' in piece ? [piece.pattern] : []));
  const faulty = pieces.find((piece) => 'reason' in piece);
  if (faulty !== undefined || patterns.length === 0) {
    return unreadLine(whole, sharperReason(faulty?.reason ?? 'no-path', trimmed));
  }
  const remark = readRemark(tail, patterns, context);
  if ('reason' in remark) return unreadLine(whole, remark.reason);
  const listed = patterns.map((pattern) => ({ text: pattern, line }));
  const goesOn = namesFurtherPaths(tail);
  return {
    entries: [toEntry(listed, remark)],
    unread: goesOn ? unreadLine({ text: tail, line }, 'unknown-shape').unread : [],
  };
}

/** Several words are no path; what they are, their wording tells. */
const sharperReason = (reason: UnenforceableReason, text: string): UnenforceableReason =>
  reason === 'not-a-path' && /\s/.test(text) ? reasonFor(text) : reason;
