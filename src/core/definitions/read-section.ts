import type { EntryContext } from './entries/entry-context.js';
import { joinReadings, NOTHING, unreadLine, type Reading } from './entries/entry.js';
import type { Block, Item, Line, Paragraph } from './markdown-block.js';
import { reportRelativeParts } from './entries/nested-entries.js';
import { holdsPath, mentionsPath } from './entries/path-words.js';
import type { Section } from './section.js';
import { SHAPES } from './shapes/shapes.js';
import { readColumn } from './shapes/table.js';
import { contradicts, contradictsAsTitle, reasonFor, saysNothing } from './entries/wording.js';

/** Deeper than no block: what a heading introduces ends at the next heading or thematic break only. */
const ABOVE_ALL = -1;
const DIRECTORY_ABOVE = /^[^\p{L}\p{N}`]*`|\b(?:in|inside|under|within|below|of|from) (?:the )?`/iu;
const MARKUP_ONLY = /^(?:<\/?(?:br|center|details|div|hr|p|span|summary)(?:\s[^<>]*)?\/?>\s*)+$/i;

/**
 * The entries of a section and the lines that yield none. An introduction (a line that ends in a colon above a list, a
 * heading inside the section) says nothing, but where it says the opposite of the section ("Except:") or names a directory
 * that the entries may be relative to, what follows is not read. A section that holds only "None" is empty.
 */
export function readSection(section: Section, context: EntryContext): Reading {
  const { blocks } = section;
  if (section.isDoubtful) return readDoubtful(section);
  let unreadBelow: number | null = null;
  const readings = blocks.map((block, index) => {
    const depth = depthOf(block);
    if (unreadBelow !== null && depth <= unreadBelow && !isContent(block)) unreadBelow = null;
    const next = blocks[index + 1];
    if (opensExceptions(block, next)) {
      unreadBelow ??= depth - 1;
      return unreadBlock(block);
    }
    if (introduces(block, next) || (isTitle(block, next) && contradictsAsTitle(textOf(block), context))) {
      const text = textOf(block);
      if (contradicts(text, context) || EXCEPTION_WORD.test(text) || DIRECTORY_ABOVE.test(text)) {
        unreadBelow ??= depthAbove(depth, next);
      }
      return mentionsPath(text) ? unreadBlock(block) : NOTHING;
    }
    return unreadBelow === null ? readBlock(block, section, context) : unreadBlock(block);
  });
  const reading = joinReadings(reportRelativeParts(blocks, readings, unreadBlock));
  const isEmpty = reading.entries.length === 0 && reading.unread.every(({ text }) => saysNothing(text));
  return joinReadings([
    isEmpty ? NOTHING : reading,
    ...section.behind.map((block) => readBehind(block, section, context)),
  ]);
}

/** What follows a label's section is no part of it, but must not vanish where it would be an entry. */
const readBehind = (block: Block, section: Section, context: EntryContext): Reading =>
  readBlock(block, section, context).entries.length > 0 ? unreadBlock(block) : NOTHING;

const TAGS = /<\/?[a-z][^<>]*>/gi;

/** One report for a heading that only begins with a section's name, where paths stand below it. */
const readDoubtful = ({ heading, line, blocks, isTold }: Section): Reading =>
  isTold === true || [heading, ...blocks.flatMap(textsOf)].some((text) => holdsPath(text.replace(TAGS, ' ')))
    ? unreadLine({ text: heading, line }, 'unknown-shape')
    : NOTHING;

const depthOf = (block: Block): number =>
  block.kind === 'heading' || block.kind === 'break' ? ABOVE_ALL : block.depth;

/** How deep what a block introduces does not lie: a list may go on beside the bullet that the block is a part of. */
const depthAbove = (depth: number, next: Block | undefined): number =>
  next?.kind === 'paragraph' ? depth - 1 : next?.kind === 'item' ? Math.min(depth, next.depth - 1) : depth;

const isContent = (block: Block): boolean => block.kind === 'code' || block.kind === 'table';

function introduces(block: Block, next: Block | undefined): boolean {
  if (block.kind === 'heading') return true;
  if (block.kind !== 'paragraph' && block.kind !== 'item') return false;
  if (next === undefined || next.kind === 'heading' || next.kind === 'break' || next.kind === 'paragraph') {
    return false;
  }
  if (block.kind === 'item' && next.kind === 'item' && next.depth <= block.depth) return false;
  const text = textOf(block).trim();
  const isLabel = /:[*_]*$|^\*\*[^*]*\*\*$/.test(text);
  return isLabel || (block.kind === 'item' && next.kind === 'item' && !mentionsPath(text));
}

const EMPHASISED = /^([*_]{1,3})([^*_]+)\1$/;
const LONGEST_WORDS = 40;
const EXCEPTION_WORD =
  /^[\s*_]*(?:but not|except(?:ing)?(?: for)?|excluding|exceptions?|other than|unless)[\s*_:]*$/i;

/** "Except" as a bullet or line of its own, no list of its own below it: what follows is what it takes out. */
function opensExceptions(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return false;
  const text = textOf(block);
  return text.length <= LONGEST_WORDS && EXCEPTION_WORD.test(text) && !hasList(block, next);
}

const hasList = (block: Item | Paragraph, next: Block | undefined): boolean =>
  next?.kind === 'item'
    ? next.depth > block.depth
    : block.kind === 'paragraph' && next !== undefined && isContent(next);

/** A line without a colon that stands above a list, or any that stands above paragraphs with paths. */
function isTitle(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || block.isOfLabel === true || next === undefined) return false;
  const text = textOf(block).replace(EMPHASISED, '$2');
  if (mentionsPath(text)) return false;
  if (next.kind === 'paragraph') return text.endsWith(':') || mentionsPath(textOf(next));
  return next.kind === 'item' || isContent(next);
}

function readBlock(block: Block, section: Section, context: EntryContext): Reading {
  if (block.kind === 'table' && section.column !== null) return readColumn(block, section.column, context);
  for (const shape of SHAPES) {
    const reading = shape.read(block, context);
    if (reading !== null) return reading;
  }
  return unreadBlock(block);
}

/** Every line of the block, reported: a paragraph, bullet or heading as one. */
function unreadBlock(block: Block): Reading {
  switch (block.kind) {
    case 'break':
      return NOTHING;
    case 'code':
      return unreadLines(block.lines);
    case 'table':
      return unreadLines(block.rows);
    case 'heading':
    case 'paragraph':
    case 'item': {
      const text = textOf(block);
      return MARKUP_ONLY.test(text) ? NOTHING : unreadLines([{ text, line: block.lines[0]?.line ?? 0 }]);
    }
  }
}

const unreadLines = (lines: readonly Line[]): Reading =>
  joinReadings(
    lines.filter(({ text }) => text.trim() !== '').map((line) => unreadLine(line, reasonFor(line.text))),
  );

const textsOf = (block: Block): readonly string[] =>
  block.kind === 'table'
    ? block.rows.map(({ text }) => text)
    : 'lines' in block
      ? block.lines.map(({ text }) => text)
      : [];

const textOf = (block: Block): string =>
  'lines' in block ? block.lines.map(({ text }) => text.trim()).join(' ') : '';
