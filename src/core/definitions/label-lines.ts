import { mentionsPath } from './entries/path-words.js';
import type { ClassifyHeading } from './headings.js';
import { readLabel } from './labels.js';
import type { Line } from './markdown-block.js';

const LONGEST = 4_000;
const BOLD = /(\*{2,3}|__)(?! )[^*_`]{1,120}\1/g;
const BETWEEN = /[\s|;,·•–—-]+$/;

/**
 * The line, cut before each further label of a section: ``**OWNS:** `a/` **CANNOT TOUCH:** `b/` ``. Words without a path may
 * stand before the first.
 */
export function splitLabels(line: Line, classify: ClassifyHeading): readonly Line[] {
  const { text } = line;
  if (text.length > LONGEST || !/\*\*|__/.test(text)) return [line];
  const starts: number[] = [];
  for (const { index, 0: bold } of text.matchAll(BOLD)) {
    const label = readLabel(text.slice(index), classify);
    const hasColon =
      /^[\W_]*:|:[\W_]*$/.test(bold) ||
      text
        .slice(index + bold.length)
        .trimStart()
        .startsWith(':');
    if (label?.names === true && (index === 0 || hasColon) && isOutsideCode(text.slice(0, index))) {
      starts.push(index);
    }
  }
  const [first] = starts;
  const before = text.slice(0, first);
  if (first === undefined || mentionsPath(before)) return [line];
  const cuts = /[\p{L}\p{N}]/u.test(before) ? [0, ...starts] : starts;
  return cuts.map((from, index) => {
    const to = cuts[index + 1];
    return { ...line, text: to === undefined ? text.slice(from) : text.slice(from, to).replace(BETWEEN, '') };
  });
}

const isOutsideCode = (before: string): boolean => (before.split('`').length - 1) % 2 === 0;
