import type { OutlineBlock, Tag } from './markdown-block.js';

/** The blocks with tags that belong together; one without the other is a paragraph. */
export function pairTags(blocks: readonly OutlineBlock[]): readonly OutlineBlock[] {
  const paired = new Set<Tag>();
  const open: Tag[] = [];
  const places = new Map<string, number[]>();
  for (const block of blocks) {
    if (block.kind !== 'tag') continue;
    const ofName = places.get(block.name) ?? [];
    places.set(block.name, ofName);
    if (block.opens) {
      ofName.push(open.length);
      open.push(block);
      continue;
    }
    const place = ofName.at(-1);
    const opening = place === undefined ? undefined : open[place];
    if (opening === undefined) continue;
    paired.add(opening).add(block);
    while (open.length > (place ?? 0)) places.get(open.pop()?.name ?? '')?.pop();
  }
  return blocks.map((block) => {
    if (block.kind !== 'tag' || paired.has(block)) return block;
    const { depth, line, text } = block;
    return { kind: 'paragraph', depth, lines: [{ text, line }] };
  });
}

const OPENING = /^([ \t]*)<([\p{L}_][\p{L}\p{M}\p{N}_.-]*)(?:\s[^<>]*)?>[ \t]*$/u;
const CLOSING = /^[ \t]*<\/([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*>[ \t]*$/u;
const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/;
const DEEPEST = 8;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The lines with what stands between tags of a line of their own as far left as the tags, where it would be code for its indent. */
export function outdentTags(lines: readonly string[]): readonly string[] {
  const ranges = rangesOf(lines);
  if (ranges.length === 0) return lines;
  const cuts = new Map<number, number>();
  for (const { from, to } of ranges) {
    const inside = lines.slice(from + 1, to).filter((line) => line.trim() !== '');
    const least = inside.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
    const cut = least - (indentOf(lines[from] ?? '') - (cuts.get(from) ?? 0));
    for (let index = from + 1; index < to; index += 1) cuts.set(index, Math.max(0, cut));
  }
  return lines.map((line, index) => cutIndent(line, cuts.get(index) ?? 0));
}

/** The lines of tags on lines of their own with their partners, the outer pair before the inner one. */
function rangesOf(lines: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const open: { readonly name: string; readonly from: number }[] = [];
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    const [, ticks = '', info = ''] = FENCE.exec(line) ?? [];
    if (fence !== null) {
      if (ticks.startsWith(fence) && info.trim() === '') fence = null;
    } else if (ticks !== '' && !(ticks.startsWith('`') && info.includes('`'))) fence = ticks;
    else {
      const opened = OPENING.exec(line)?.[2];
      const closed = CLOSING.exec(line)?.[1];
      if (opened !== undefined) open.push({ name: opened, from: index });
      if (open.length > DEEPEST) open.shift();
      const place = open.findLastIndex(({ name }) => name === closed);
      if (place === -1) continue;
      ranges.push({ from: open[place]?.from ?? index, to: index });
      open.length = place;
    }
  }
  return ranges.toSorted((one, other) => one.from - other.from);
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;

function cutIndent(line: string, cut: number): string {
  if (cut === 0) return line;
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  return ' '.repeat(Math.max(0, indentOf(line) - cut)) + line.slice(indent.length);
}
