import type { SectionKind } from '../vocabulary.js';
import type { HeadingMeaning } from './headings.js';
import type { Block } from './markdown-block.js';
import { holdsPath, mentionsPath } from './entries/path-words.js';

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
  /** What follows the section of a label and is in no other: reported where it holds entries. */
  readonly behind: Block[];
  /** The heading only begins with a section's name, so that what it holds is reported, not read. */
  readonly isDoubtful: boolean;
  /** Of a doubtful one: it is reported whether it holds what looks like a path or not. */
  readonly isTold?: boolean;
}

const LIMIT = /\b(?:everything|anything|except|excluding|other than|outside)\b/i;

/** A section without blocks, except for a qualifier that holds paths or takes some out: it is to be read like a line. */
export function openSection(meaning: HeadingMeaning, heading: string, line: number, depth = 0): Section {
  const { kind, qualifier, condition } = meaning;
  const saysMore =
    qualifier !== null &&
    (mentionsPath(qualifier) || holdsPath(qualifier) || (LIMIT.test(qualifier) && condition === null));
  const blocks: Block[] = saysMore ? [{ kind: 'paragraph', depth, lines: [{ text: qualifier, line }] }] : [];
  return { kind, heading, line, condition, blocks, column: null, behind: [], isDoubtful: false };
}

/** The section of a heading or label that begins with a section's name and goes on in words that no rule knows. */
export const openDoubtfulSection = (
  kind: SectionKind,
  heading: string,
  line: number,
  isTold = false,
): Section => ({
  kind,
  heading,
  line,
  condition: null,
  blocks: [],
  column: null,
  behind: [],
  isDoubtful: true,
  isTold,
});
