import type { Unread } from './entries/entry.js';
import { mentionsPath } from './entries/path-words.js';
import { findOthersTitles, readTitle } from './foreign-titles.js';
import type { ClassifyHeading } from './headings.js';
import type { Block, Code, Heading, OutlineBlock, Table, Tag } from './markdown-block.js';
import { reportLooseRows } from './place-loose-label.js';
import { placeTag, type OpenTags } from './place-tag.js';
import { placeText } from './place-text.js';
import { reportLabels } from './report-fence.js';
import {
  createScan,
  endLabel,
  openHeading,
  place,
  report,
  sectionBelow,
  sectionOfEmpty,
  type Scan,
} from './scan.js';
import { openDoubtfulSection, type Section } from './section.js';
import { sectionsOfTable } from './table-sections.js';
import { meaningOfTag } from './tag-names.js';

export interface Sections {
  /** In the order in which they begin. */
  readonly sections: readonly Section[];
  /** Parts below a "File ownership" heading that hold paths and name no section. */
  readonly stray: readonly Unread[];
}

/**
 * The ownership sections of an outline. A heading's section ends at the next heading of the same or a higher level, less
 * the sections inside it; a label's at the next label, heading or thematic break, or at the paragraph behind its list; a tag's
 * at its partner; a sentence's with the sentence. What `<example>` holds is no rule.
 */
export function findSections(blocks: readonly OutlineBlock[], classify: ClassifyHeading): Sections {
  const scan = createScan(classify, findOthersTitles(blocks, classify));
  const tags: OpenTags = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (block === undefined) break;
    switch (block.kind) {
      case 'heading':
        placeHeading(scan, block, next);
        break;
      case 'paragraph':
      case 'item':
        placeText(scan, block, next);
        break;
      case 'table':
        placeTable(scan, block);
        break;
      case 'code':
        if (block.isOpen === true) reportSwallowed(scan, block);
        else reportLabels(scan, block);
        place(scan, block);
        break;
      case 'break':
        place(scan, block);
        break;
      case 'tag':
        if (block.opens && meaningOfTag(block.name, classify).is === 'example') {
          index = skipExample(scan, blocks, index, block);
        } else placeTag(scan, tags, block);
        break;
    }
  }
  return scan;
}

/** Where the example ends. Its paths are reported, once, where a section is around it. */
function skipExample(scan: Scan, blocks: readonly OutlineBlock[], from: number, { text, line }: Tag): number {
  let depth = 0;
  let to = from;
  for (; to < blocks.length; to += 1) {
    const block = blocks[to];
    if (block?.kind === 'tag') depth += block.opens ? 1 : -1;
    if (depth === 0) break;
  }
  const outer = scan.innermost?.section ?? scan.label?.section ?? scan.behind;
  const inside = blocks
    .slice(from, to)
    .flatMap((block): readonly Block[] => (block.kind === 'tag' ? [] : [block]));
  if (outer?.isDoubtful === true) outer.blocks.push(...inside);
  else if (outer !== null) report(scan, outer.kind, text, line, inside);
  return to;
}

function placeHeading(scan: Scan, block: Heading, next: OutlineBlock | undefined): void {
  const text = block.lines.map((line) => line.text).join(' ');
  const meaning = scan.classify(text);
  const line = block.lines[0]?.line ?? 0;
  if (block.underlined && meaning === null && mentionsPath(text)) {
    placeText(scan, { kind: 'paragraph', depth: 0, lines: block.lines }, undefined);
    place(scan, { kind: 'break', line });
    return;
  }
  endLabel(scan);
  const { level } = block;
  const isBelow = level > (scan.titles.at(-1)?.level ?? 0);
  scan.introduction = '';
  while ((scan.titles.at(-1)?.level ?? 0) >= level) scan.titles.pop();
  scan.titles.push(readTitle(level, text, scan.others));
  scan.unreported = { text: block.lines[0]?.text ?? '', line };
  const before = scan.innermost;
  while (scan.innermost !== null && scan.innermost.level >= level) scan.innermost = scan.innermost.outer;
  const goesOn = before?.isOfEmpty === true && before.level === level ? before.section : null;
  const outer = scan.innermost?.section;
  if (meaning === null) {
    const doubt = scan.classify.doubt(text);
    const empty = doubt === null ? (isBelow ? sectionOfEmpty(scan) : goesOnWith(goesOn)) : null;
    if (empty !== null) openHeading(scan, level, empty, { isOfEmpty: true });
    else if (doubt === null || (doubt.kind === outer?.kind && !doubt.isOthers)) outer?.blocks.push(block);
    else openHeading(scan, level, openDoubtfulSection(doubt.kind, text, line));
  } else if (meaning.needsList && next?.kind !== 'item' && next?.kind !== 'code') {
    openHeading(scan, level, null);
  } else openHeading(scan, level, sectionBelow(scan.titles.slice(0, -1), meaning, { text, line }));
}

/** The second and further sub-titles below an empty label. */
const goesOnWith = (section: Section | null): Section | null =>
  section === null ? null : openDoubtfulSection(section.kind, section.heading, section.line);

function placeTable(scan: Scan, block: Table): void {
  const outer = scan.innermost?.section ?? scan.label?.section ?? null;
  const named = sectionsOfTable(block, scan.classify, outer?.kind ?? null);
  if (named === null) {
    reportLooseRows(scan, block);
    place(scan, block);
  } else {
    scan.sections.push(...named.sections);
    if (named.rest !== null) place(scan, named.rest);
  }
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;

/** Headings in a fence without an end are none, but they may have been meant. */
function reportSwallowed(scan: Scan, block: Code): void {
  const { lines } = block;
  let end = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const { text = '', line = 0 } = lines[index] ?? {};
    const heading = HEADING.exec(text)?.[1];
    if (heading === undefined) continue;
    const meaning = scan.classify(heading);
    const below: Code = { ...block, lines: lines.slice(index + 1, end) };
    if (meaning !== null) report(scan, meaning.kind, heading.trim(), line, [below]);
    end = index;
  }
}
