import type { Block, Heading, Item, Paragraph } from './markdown-block.js';
import type { Section } from './section.js';
import { mentionsPath } from './entries/path-words.js';
import { saysNothing } from './entries/wording.js';

/** The section of a label, which ends with the label's list. */
export interface OpenLabel {
  readonly section: Section;
  readonly depth: number;
  /** Where a list must begin to belong to a label that has paths on its own line: directly below. */
  listLine: number | null;
  hasContent: boolean;
  /** A bullet that stands alone, until it is known whether its list is deeper or goes on beside it. */
  isBareItem: boolean;
  /** The label's list is the rest of the list that it is a bullet of. */
  takesSiblings: boolean;
  /** Nothing but paragraphs stands below the label so far. */
  holdsParagraphs: boolean;
}

/** Opens the section of a label that a block begins with, and that goes on with `rest` on its line. */
export function openLabel(section: Section, rest: string, block: Paragraph | Item): OpenLabel {
  const { line } = section;
  const content = [...(rest === '' ? [] : [{ text: rest, line }]), ...block.lines.slice(1)];
  if (content.length > 0) {
    section.blocks.push({ kind: 'paragraph', depth: block.depth, lines: content, isOfLabel: true });
  }
  const hasContent = content.length > 0 && !announces(content.map(({ text }) => text).join(' '));
  return {
    section,
    depth: block.depth,
    hasContent,
    listLine: hasContent ? line + block.lines.length : null,
    isBareItem: block.kind === 'item' && !hasContent && !section.isDoubtful,
    takesSiblings: false,
    holdsParagraphs: content.length === 0,
  };
}

/** Adds a block to the label's section, or says `false` where the section has ended. */
export function addToLabel(label: OpenLabel, block: Exclude<Block, Heading>): boolean {
  if (label.isBareItem && block.kind === 'item') label.takesSiblings = block.depth === label.depth;
  label.isBareItem = false;
  if (!belongsTo(label, block)) return false;
  label.section.blocks.push(block);
  label.listLine = null;
  label.hasContent ||= !introduces(block);
  label.holdsParagraphs &&= block.kind === 'paragraph';
  return true;
}

function belongsTo(label: OpenLabel, block: Exclude<Block, Heading>): boolean {
  switch (block.kind) {
    case 'break':
      return false;
    case 'item': {
      const isDeepEnough = block.depth > label.depth || (label.takesSiblings && block.depth === label.depth);
      return isDeepEnough && (label.listLine ?? block.lines[0]?.line) === block.lines[0]?.line;
    }
    case 'paragraph':
      return (
        block.depth > label.depth ||
        (block.depth === label.depth && (!label.hasContent || introduces(block) || continues(label, block)))
      );
    case 'code':
    case 'table':
      return block.depth >= label.depth && label.listLine === null;
  }
}

const introduces = (block: Block): boolean =>
  block.kind === 'paragraph' && block.lines.at(-1)?.text.trimEnd().endsWith(':') === true;

/** Paths in paragraphs, one below the other. */
const continues = (label: OpenLabel, { lines }: Paragraph): boolean =>
  label.holdsParagraphs && lines[0]?.text.trimStart().startsWith('`') === true;

/** Whether words behind a label speak of a list below: "the following files". */
const announces = (text: string): boolean =>
  !mentionsPath(text) &&
  !saysNothing(text) &&
  (text.trimEnd().endsWith(':') || /\b(?:following|below|these)\b/i.test(text));
