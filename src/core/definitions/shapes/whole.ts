import { readComplement } from '../entries/complement.js';
import { unreadLine } from '../entries/entry.js';
import { isContradicted, stripMarks } from '../entries/marks.js';
import type { Shape } from './shape.js';

/** A bullet or paragraph without back-ticks that speaks of everything, or of all that is left: "All other files". */
export const whole: Shape = {
  name: 'whole',
  read: (block, context) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return null;
    const text = block.lines.map((line) => line.text).join('\n');
    if (text.includes('`')) return null;
    const { mark, rest } = stripMarks(text.trim());
    const line = block.lines[0]?.line ?? 0;
    const all = { text: text.replace(/\s+/g, ' '), line };
    const reading = readComplement({ text: rest, line }, all, context);
    return reading !== null && isContradicted(mark, context.kind)
      ? unreadLine(all, 'unknown-shape')
      : reading;
  },
};
