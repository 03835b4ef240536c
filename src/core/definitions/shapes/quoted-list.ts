import { splitCodeSpans } from '../entries/code-spans.js';
import type { EntryContext } from '../entries/entry-context.js';
import { joinReadings, unreadLine, type Reading } from '../entries/entry.js';
import { readEntryText } from '../entries/entry-text.js';
import { stripMarks } from '../entries/marks.js';
import type { Line } from '../markdown-block.js';
import type { Shape } from './shape.js';

/**
 * Heading and bullets, or a paragraph below a heading, with paths in back-ticks. A bullet or paragraph that is wrapped is one
 * entry; a further line that begins with back-ticks is an entry of its own where a remark of its own follows, and is
 * reported where it could as well belong to the remark above.
 */
export const quotedList: Shape = {
  name: 'quoted-list',
  read: (block, context) =>
    (block.kind === 'item' || block.kind === 'paragraph') &&
    block.lines.some(({ text }) => text.includes('`'))
      ? joinReadings(splitWrapped(block.lines).map((lines, index) => readPart(lines, index, context)))
      : null,
};

const OWN_REMARK = /`\s*(?:[-–—→⇒←#]|\()/;

function readPart(lines: readonly Line[], index: number, context: EntryContext): Reading {
  const [first] = lines;
  if (first === undefined || index === 0 || OWN_REMARK.test(first.text)) return readEntryText(lines, context);
  return unreadLine({ ...first, text: lines.map(({ text }) => text.trim()).join(' ') }, 'unknown-shape');
}

/** What a line ends in that takes out what the next one names. */
const TAKES_OUT =
  /\b(?:outside(?: of)?|not(?: in| inside| under| below)?|except(?:ing)?(?: for)?|excluding|but|other than|apart from|aside from|besides|unless)(?: the)?:?\s*$/i;

/** Parts that begin with back-ticks, as far as what stands above them is a finished remark. */
function splitWrapped(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  let open = 0;
  let inRemark = false;
  for (const line of lines) {
    const startsEntry = stripMarks(line.text.trim()).rest.startsWith('`');
    const current = parts.at(-1);
    const goesOn = open > 0 || TAKES_OUT.test(current?.at(-1)?.text ?? '');
    if (current === undefined || (inRemark && !goesOn && startsEntry)) {
      parts.push([line]);
      open = 0;
      inRemark = false;
    } else current.push(line);
    const prose = splitCodeSpans(line.text)
      .filter(({ code }) => !code)
      .map(({ text }) => text)
      .join('');
    open += count(prose, '(') - count(prose, ')');
    inRemark ||= /[^\s,;&*_]/.test(stripMarks(prose.trim()).rest);
  }
  return parts;
}

const count = (text: string, character: string): number => text.split(character).length - 1;
