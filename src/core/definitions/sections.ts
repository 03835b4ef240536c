import type { Unread } from './entries/entry.js';
import type { ClassifyHeading } from './headings.js';
import { readLabel, type Label } from './labels.js';
import type { Block, Heading, Item, Paragraph, Table } from './markdown-block.js';
import { addToLabel, openLabel, type OpenLabel } from './open-label.js';
import { mentionsPath } from './entries/path-words.js';
import { openDoubtfulSection, openSection, type Section } from './section.js';
import { splitText } from './split-text.js';
import { sectionsOfColumns, sectionsOfRows } from './table-sections.js';

export interface Sections {
  /** In the order in which they begin. */
  readonly sections: readonly Section[];
  /** Parts below a "File ownership" heading that hold paths and name no section. */
  readonly stray: readonly Unread[];
}

/** A heading that names a section, or only says that sections follow, and has not ended. */
interface OpenHeading {
  readonly level: number;
  readonly section: Section | null;
}

interface Scan {
  readonly classify: ClassifyHeading;
  readonly sections: Section[];
  readonly stray: Unread[];
  readonly headings: OpenHeading[];
  label: OpenLabel | null;
  /** The section of the last label that has ended, until a heading, a thematic break or the next label. */
  behind: Section | null;
  /** The last heading, until something below it has been reported. */
  unreported: Heading | null;
}

/**
 * The ownership sections of an outline. A heading's section ends at the next heading of the same or a higher level, less
 * the sections inside it; a label's at the next label, heading or thematic break, or at the paragraph behind its list.
 */
export function findSections(blocks: readonly Block[], classify: ClassifyHeading): Sections {
  const scan: Scan = {
    classify,
    sections: [],
    stray: [],
    headings: [],
    label: null,
    behind: null,
    unreported: null,
  };
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'heading':
        placeHeading(scan, block, blocks[index + 1]);
        break;
      case 'paragraph':
      case 'item':
        placeText(scan, block);
        break;
      case 'table':
        placeTable(scan, block);
        break;
      case 'code':
      case 'break':
        place(scan, block);
        break;
    }
  }
  return scan;
}

function placeHeading(scan: Scan, block: Heading, next: Block | undefined): void {
  const text = block.lines.map((line) => line.text).join(' ');
  const meaning = scan.classify(text);
  const line = block.lines[0]?.line ?? 0;
  if (block.underlined && meaning === null && mentionsPath(text)) {
    placeText(scan, { kind: 'paragraph', depth: 0, lines: block.lines });
    place(scan, { kind: 'break', line });
    return;
  }
  endLabel(scan);
  scan.unreported = block;
  while ((scan.headings.at(-1)?.level ?? 0) >= block.level) scan.headings.pop();
  const outer = scan.headings.at(-1)?.section;
  if (meaning === null) {
    const doubt = scan.classify.doubt(text);
    if (doubt === null || (doubt.kind === outer?.kind && !doubt.isOthers)) outer?.blocks.push(block);
    else openHeading(scan, block, openDoubtfulSection(doubt.kind, text, line));
  } else if (meaning.needsList && next?.kind !== 'item' && next?.kind !== 'code')
    openHeading(scan, block, null);
  else openHeading(scan, block, openSection(meaning, text, line));
}

function openHeading(scan: Scan, { level }: Heading, section: Section | null): void {
  if (section !== null) scan.sections.push(section);
  scan.headings.push({ level, section });
}

function endLabel(scan: Scan): void {
  scan.label = null;
  scan.behind = null;
}

function placeText(scan: Scan, block: Paragraph | Item): void {
  const labelOf = (line: string) => {
    const label = readLabel(line, scan.classify);
    if (label === null) return null;
    return label.names ? 'naming' : 'other';
  };
  for (const part of splitText(block, labelOf)) {
    const label = readLabel(part.lines[0]?.text ?? '', scan.classify);
    const endsList = part.kind === 'paragraph' || part.depth <= (scan.label?.depth ?? -1);
    if (label !== null && (label.names || endsList || label.begins !== null)) endLabel(scan);
    const section = label === null ? null : sectionOf(label, part, scan);
    if (label === null || section === null) place(scan, part);
    else {
      scan.label = openLabel(section, label.rest, part);
      scan.sections.push(section);
    }
  }
}

function sectionOf(label: Label, { depth, lines }: Paragraph | Item, scan: Scan): Section | null {
  const line = lines[0]?.line ?? 0;
  if (label.names) return openSection(label.meaning, label.text, line, depth);
  const isOther = label.begins !== scan.headings.at(-1)?.section?.kind;
  return label.begins !== null && isOther ? openDoubtfulSection(label.begins, label.text, line) : null;
}

function placeTable(scan: Scan, block: Table): void {
  const named = [...sectionsOfColumns(block, scan.classify), ...sectionsOfRows(block, scan.classify)];
  scan.sections.push(...named);
  if (named.length === 0) place(scan, block);
}

function place(scan: Scan, block: Exclude<Block, Heading>): void {
  const innermost = scan.headings.at(-1);
  const outer = innermost?.section ?? null;
  if (scan.label !== null) {
    if (addToLabel(scan.label, block)) return;
    const goesOn = outer !== null && block.kind === 'item' && block.depth <= scan.label.depth;
    scan.behind = goesOn ? null : scan.label.section;
    scan.label = null;
  }
  if (block.kind === 'break') scan.behind = null;
  if (scan.behind !== null && (outer === null || mayNotGoOn(scan.behind, outer)))
    scan.behind.behind.push(block);
  else if (outer !== null) outer.blocks.push(block);
  else if (innermost !== undefined && scan.unreported !== null && textsOf(block).some(mentionsPath)) {
    const { line = 0, text = '' } = scan.unreported.lines[0] ?? {};
    scan.stray.push({ line, text, reason: 'unknown-shape' });
    scan.unreported = null;
  }
}

/** Below OWNS, what stands behind a list of CANNOT TOUCH can belong to either. */
const mayNotGoOn = (label: Section, outer: Section): boolean =>
  label.kind === 'cannot-touch' && outer.kind !== 'cannot-touch';

function textsOf(block: Exclude<Block, Heading>): readonly string[] {
  switch (block.kind) {
    case 'break':
      return [];
    case 'table':
      return block.rows.map(({ text }) => text);
    case 'paragraph':
    case 'item':
    case 'code':
      return block.lines.map(({ text }) => text);
  }
}
