import type { Item, Line, Paragraph } from './markdown-block.js';
import { isDenialOrException } from './entries/wording.js';

/** Whether a line begins with a label: one that names a section, another one, or none. */
export type LabelOf = (line: string) => 'naming' | 'other' | null;

/**
 * Cuts a paragraph or bullet before every line that begins with a label of a section. What stands directly below a bullet and
 * is not indented as the bullet's text is a paragraph of its own where it begins with any label or introduces what follows,
 * though to Markdown it is the bullet's last line.
 */
export function splitText(block: Paragraph | Item, labelOf: LabelOf): readonly (Paragraph | Item)[] {
  const parts: Line[][] = [];
  for (const line of block.lines) {
    const current = parts.at(-1);
    const label = labelOf(line.text);
    const begins = label === 'naming' || (label === 'other' && line.depth !== undefined);
    if (current === undefined || begins) parts.push([line]);
    else current.push(line);
  }
  const last = parts.at(-1) ?? [];
  const introduction = last.length > 1 ? last.at(-1) : undefined;
  if (introduction === undefined || !introduces(introduction, last.at(-2), block))
    return parts.map(toPart(block));
  last.pop();
  return [...parts, [{ depth: block.depth - 1, ...introduction }]].map(toPart(block));
}

const toPart =
  (block: Paragraph | Item) =>
  (lines: readonly Line[]): Paragraph | Item => {
    const depth = lines[0]?.depth;
    return depth === undefined ? { ...block, lines } : { kind: 'paragraph', depth, lines };
  };

const FINISHED = /[`.!?)\]*/]\s*$/;

const introduces = ({ text, depth }: Line, above: Line | undefined, { kind }: Paragraph | Item): boolean => {
  if (kind !== 'item') return false;
  if (text.trimEnd().endsWith(':')) return true;
  return depth !== undefined && FINISHED.test(above?.text ?? '') && isDenialOrException(text);
};
