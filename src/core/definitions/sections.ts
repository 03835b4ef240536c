import type { Unread } from './entries/entry.js';
import type { ClassifyHeading } from './headings.js';
import { readLabel } from './labels.js';
import type { Block, Heading, Item, Paragraph, Table } from './markdown-block.js';
import { addToLabel, openLabel, type OpenLabel } from './open-label.js';
import { mentionsPath } from './entries/path-words.js';
import { openSection, type Section } from './section.js';
import { splitText } from './split-text.js';

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
  /** The last heading, until something below it has been reported. */
  unreported: Heading | null;
}

/**
 * The ownership sections of an outline. A heading's section ends at the next heading of the same or a higher level, less
 * the sections inside it; a label's at the next label, heading or thematic break, or at the paragraph behind its list.
 */
export function findSections(blocks: readonly Block[], classify: ClassifyHeading): Sections {
  const scan: Scan = { classify, sections: [], stray: [], headings: [], label: null, unreported: null };
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
  scan.label = null;
  scan.unreported = block;
  while ((scan.headings.at(-1)?.level ?? 0) >= block.level) scan.headings.pop();
  if (meaning === null) scan.headings.at(-1)?.section?.blocks.push(block);
  else if (meaning.needsList && next?.kind !== 'item' && next?.kind !== 'code') {
    scan.headings.push({ level: block.level, section: null });
  } else {
    const section = openSection(meaning, text, line);
    scan.sections.push(section);
    scan.headings.push({ level: block.level, section });
  }
}

function placeText(scan: Scan, block: Paragraph | Item): void {
  for (const part of splitText(block, (line) => readLabel(line, scan.classify)?.names === true)) {
    const { lines } = part;
    const label = readLabel(lines[0]?.text ?? '', scan.classify);
    if (label !== null && (label.names || part.kind === 'paragraph')) scan.label = null;
    if (label?.names === true) {
      scan.label = openLabel(label, part);
      scan.sections.push(scan.label.section);
    } else place(scan, part);
  }
}

function placeTable(scan: Scan, block: Table): void {
  let isNamed = false;
  for (const [column, cell] of block.header.cells.entries()) {
    const meaning = scan.classify(cell);
    if (meaning === null || meaning.needsList) continue;
    if (!block.rows.some(({ cells }) => mentionsPath(cells[column] ?? ''))) continue;
    const section = openSection(meaning, cell, block.header.line);
    scan.sections.push({ ...section, blocks: [...section.blocks, block], column });
    isNamed = true;
  }
  if (!isNamed) place(scan, block);
}

function place(scan: Scan, block: Exclude<Block, Heading>): void {
  if (scan.label !== null && addToLabel(scan.label, block)) return;
  scan.label = null;
  const innermost = scan.headings.at(-1);
  if (innermost?.section) innermost.section.blocks.push(block);
  else if (innermost !== undefined && scan.unreported !== null && textsOf(block).some(mentionsPath)) {
    const { line = 0, text = '' } = scan.unreported.lines[0] ?? {};
    scan.stray.push({ line, text, reason: 'unknown-shape' });
    scan.unreported = null;
  }
}

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
