import type { EntryContext } from '../entries/entry-context.js';
import { LONGEST_ENTRY, NOTHING, toEntry, unreadLine, type Reading } from '../entries/entry.js';
import { isContradicted, stripMarks } from '../entries/marks.js';
import { namesFurtherPaths } from '../entries/further-paths.js';
import type { Line } from '../markdown-block.js';
import { isCertainPath } from '../entries/path-words.js';
import { isPlaceholder } from '../entries/placeholder.js';
import { readPatternText, splitAtCommas, withoutBrackets } from '../entries/pattern-text.js';
import { readRemark } from '../entries/remark.js';
import { splitInLine } from '../entries/split-remark.js';
import type { Shape } from './shape.js';

const REMARK = /\s+(?=#|[-–—]{1,2}>?\s|=>|<-|[→⇒←]|\()|:\s+(?=\S)/;

/**
 * Bullets without back-ticks, and what follows a label on its line: `- src/ui/, src/theme/ — the look`. Read where each of the
 * words between commas, before the remark, is a path and nothing else; otherwise it is another shape.
 */
export const bareList: Shape = {
  name: 'bare-list',
  read: (block, context) =>
    block.kind === 'item' || (block.kind === 'paragraph' && block.isOfLabel === true)
      ? readBareList(block.lines, context)
      : null,
};

function readBareList(lines: readonly Line[], context: EntryContext): Reading | null {
  const first = lines[0];
  const whole = lines.map(({ text }) => text).join('\n');
  if (first === undefined || whole.length > LONGEST_ENTRY) return null;
  const { mark, rest: marked } = stripMarks(whole.trim());
  const rest = withoutBrackets(marked);
  if (rest === null) return null;
  const separator = REMARK.exec(rest);
  const written = splitInLine(rest)?.written ?? rest.slice(0, separator?.index);
  if (written.includes('`')) return null;

  const listed = written
    .replace(/(?<!\.)[.,]\s*$/, '')
    .split('\n')
    .flatMap((text, row) => splitAtCommas(text).map((piece) => ({ text: piece, line: first.line + row })));
  if (
    !listed.every(({ text }) => isCertainPath(text) || isPlaceholder(text)) ||
    hasBreakWithoutComma(written)
  )
    return null;
  const patterns = listed.flatMap(({ text, line }) => {
    const read = readPatternText(text);
    return 'pattern' in read ? [{ text: read.pattern, line }] : [];
  });
  if (patterns.length === 0 || patterns.length < listed.length) return null;

  const all = { text: whole.replace(/\s+/g, ' '), line: first.line };
  if (isContradicted(mark, context.kind)) return unreadLine(all, 'unknown-shape');
  const tail = rest.slice(written.length);
  const remark = readRemark(
    tail,
    patterns.map(({ text }) => text),
    context,
  );
  if ('reason' in remark) return unreadLine(all, remark.reason);
  const goesOn = namesFurtherPaths(tail);
  return {
    entries: [toEntry(patterns, remark)],
    unread: goesOn
      ? unreadLine({ ...all, text: tail.replace(/\s+/g, ' ') }, 'unknown-shape').unread
      : NOTHING.unread,
  };
}

const hasBreakWithoutComma = (written: string): boolean => /[^\s,]\s*\n/.test(written.trim());
