import type { SectionKind } from '../vocabulary.js';
import type { HeadingMeaning } from './headings.js';
import type { Block } from './markdown-block.js';
import { mentionsPath } from './entries/path-words.js';

/** The blocks that one heading, label or header cell makes the entries of a section. */
export interface Section {
  readonly kind: SectionKind;
  /** As written. */
  readonly heading: string;
  readonly line: number;
  readonly condition: string | null;
  readonly blocks: Block[];
  /** Of a table whose header cell is the heading: its column. */
  readonly column: number | null;
}

const LIMIT = /\b(?:everything|anything|except|excluding|other than|outside)\b/i;

/** A section without blocks, except for a qualifier that holds paths or takes some out: it is to be read like a line. */
export function openSection(meaning: HeadingMeaning, heading: string, line: number, depth = 0): Section {
  const { kind, qualifier, condition } = meaning;
  const saysMore =
    qualifier !== null && (mentionsPath(qualifier) || (LIMIT.test(qualifier) && condition === null));
  const blocks: Block[] = saysMore ? [{ kind: 'paragraph', depth, lines: [{ text: qualifier, line }] }] : [];
  return { kind, heading, line, condition, blocks, column: null };
}
