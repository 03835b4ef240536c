import type { Item, Line, Paragraph } from './markdown-block.js';

/**
 * Cuts a paragraph or bullet before every line that begins with a label of a section. What stands directly below a bullet and
 * ends in a colon introduces what follows, though to Markdown it is the bullet's last line.
 */
export function splitText(
  block: Paragraph | Item,
  isLabel: (line: string) => boolean,
): readonly (Paragraph | Item)[] {
  const parts: Line[][] = [];
  for (const line of block.lines) {
    const current = parts.at(-1);
    if (current === undefined || isLabel(line.text)) parts.push([line]);
    else current.push(line);
  }
  const last = parts.at(-1) ?? [];
  const introduction = last.at(-1);
  if (block.kind === 'paragraph' || last.length < 2 || introduction?.text.trimEnd().endsWith(':') !== true) {
    return parts.map((lines) => ({ ...block, lines }));
  }
  last.pop();
  return [
    ...parts.map((lines) => ({ ...block, lines })),
    { kind: 'paragraph', depth: block.depth - 1, lines: [introduction] },
  ];
}
