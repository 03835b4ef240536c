import type { Block, Heading, Item, Paragraph } from './markdown-block.js';
import { openSection, type Section } from './section.js';
import type { NamingLabel } from './labels.js';

/** The section of a label, which ends with the label's list. */
export interface OpenLabel {
  readonly section: Section;
  readonly depth: number;
  /** Where a list must begin to belong to a label that has paths on its own line: directly below. */
  listLine: number | null;
  hasContent: boolean;
}

/** Opens the section of a label that a block begins with. */
export function openLabel(label: NamingLabel, block: Paragraph | Item): OpenLabel {
  const [first, ...below] = block.lines;
  const line = first?.line ?? 0;
  const section = openSection(label.meaning, label.text, line, block.depth);
  const content = [...(label.rest === '' ? [] : [{ text: label.rest, line }]), ...below];
  const hasContent = content.length > 0;
  if (hasContent) section.blocks.push({ kind: 'paragraph', depth: block.depth, lines: content });
  return { section, depth: block.depth, hasContent, listLine: hasContent ? line + block.lines.length : null };
}

/** Adds a block to the label's section, or says `false` where the section has ended. */
export function addToLabel(label: OpenLabel, block: Exclude<Block, Heading>): boolean {
  if (!belongsTo(label, block)) return false;
  label.section.blocks.push(block);
  label.listLine = null;
  label.hasContent ||= !introduces(block);
  return true;
}

function belongsTo(label: OpenLabel, block: Exclude<Block, Heading>): boolean {
  switch (block.kind) {
    case 'break':
      return false;
    case 'item':
      return block.depth > label.depth && (label.listLine ?? block.lines[0]?.line) === block.lines[0]?.line;
    case 'paragraph':
      return (
        block.depth > label.depth || (block.depth === label.depth && (!label.hasContent || introduces(block)))
      );
    case 'code':
    case 'table':
      return block.depth >= label.depth && label.listLine === null;
  }
}

const introduces = (block: Block): boolean =>
  block.kind === 'paragraph' && block.lines.at(-1)?.text.trimEnd().endsWith(':') === true;
