import type { Unread } from './entries/entry.js';
import { isCertainPath, mentionsPath } from './entries/path-words.js';
import type { Title } from './foreign-titles.js';
import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import type { Block, Heading, Paragraph } from './markdown-block.js';
import { addToLabel, type OpenLabel } from './open-label.js';
import { openDoubtfulSection, openSection, type Section } from './section.js';
import type { SectionKind } from '../vocabulary.js';

/** A heading or tag that names a section, or only says that sections follow, and has not ended. */
export interface OpenHeading {
  /** 0 for a tag, which no heading ends; 7 for a tag without an end, which every heading ends. */
  readonly level: number;
  readonly section: Section | null;
  readonly outer: OpenHeading | null;
  /** The lines of paragraphs may be bare paths. */
  readonly isTag: boolean;
  /** It stands below an empty label, whose section it goes on with; so do those of its level that follow. */
  readonly isOfEmpty: boolean;
}

/** How far a reading of an outline has come. */
export interface Scan {
  readonly classify: ClassifyHeading;
  readonly sections: Section[];
  readonly stray: Unread[];
  innermost: OpenHeading | null;
  label: OpenLabel | null;
  /** The section of the last label that has ended, until a heading, a thematic break or the next label. */
  behind: Section | null;
  /** The section of the label that has just ended, where it named one and nothing stood below it. */
  empty: Section | null;
  /** The last heading or tag, until something below it has been reported. */
  unreported: { readonly text: string; readonly line: number } | null;
  /** The headings above, one a level: what they say may limit the sentences below. */
  readonly titles: Title[];
  /** The headings of parts about other agents. */
  readonly others: ReadonlySet<string>;
  /** The paragraph or bullet that introduces a list, until the list ends. */
  introduction: string;
}

export const createScan = (classify: ClassifyHeading, others: ReadonlySet<string>): Scan => ({
  classify,
  others,
  sections: [],
  stray: [],
  innermost: null,
  label: null,
  behind: null,
  empty: null,
  unreported: null,
  titles: [],
  introduction: '',
});

export function openHeading(
  scan: Scan,
  level: number,
  section: Section | null,
  { isTag = false, isOfEmpty = false } = {},
): void {
  if (section !== null) scan.sections.push(section);
  scan.innermost = { level, section, isTag, isOfEmpty, outer: scan.innermost };
}

/** The section that a name opens; one that is only reported below a heading of an example or of another agent. */
export const sectionBelow = (
  titles: readonly Title[],
  meaning: HeadingMeaning,
  { text, line, depth = 0 }: { readonly text: string; readonly line: number; readonly depth?: number },
): Section =>
  titles.some(({ isForeign }) => isForeign)
    ? openDoubtfulSection(meaning.kind, text, line)
    : openSection(meaning, text, line, depth);

export function endLabel(scan: Scan): void {
  scan.empty = scan.label === null || scan.label.hasContent ? null : scan.label.section;
  scan.label = null;
  scan.behind = null;
}

/** What stands below the sub-title that ended an empty label may be the label's, and none of the section around it. */
export const sectionOfEmpty = ({ empty, innermost }: Scan): Section | null =>
  empty === null || empty.kind === innermost?.section?.kind
    ? null
    : openDoubtfulSection(empty.kind, empty.heading, empty.line);

/** Opens a section whose paths are reported, unless the section around it reports them. */
export function report(
  scan: Scan,
  kind: SectionKind,
  heading: string,
  line: number,
  blocks: readonly Block[] = [],
): void {
  scan.sections.push({ ...openDoubtfulSection(kind, heading, line), blocks: [...blocks] });
}

/**
 * Gives a block to the section that it stands in: the open label's, else the innermost heading's. Says `false` where none holds it
 * for certain, so that it is only reported where it is an entry.
 */
export function place(scan: Scan, block: Exclude<Block, Heading>): boolean {
  const { innermost } = scan;
  const outer = innermost?.section ?? null;
  if (scan.label !== null) {
    if (addToLabel(scan.label, block)) return true;
    const goesOn = outer !== null && block.kind === 'item' && block.depth <= scan.label.depth;
    const endsHere = (goesOn || block.kind === 'break') && scan.label.hasContent;
    scan.behind = endsHere ? null : scan.label.section;
    scan.label = null;
  } else if (block.kind === 'break') scan.behind = null;
  if (scan.behind !== null && (outer === null || mayNotGoOn(scan.behind, outer)))
    scan.behind.behind.push(block);
  else if (outer !== null) {
    outer.blocks.push(...(innermost?.isTag === true ? toBareLines(block) : [block]));
    return true;
  } else if (innermost !== null && scan.unreported !== null && textsOf(block).some(mentionsPath)) {
    scan.stray.push({ ...scan.unreported, reason: 'unknown-shape' });
    scan.unreported = null;
  }
  return false;
}

/** Below OWNS, what stands behind a list of CANNOT TOUCH can belong to either. */
const mayNotGoOn = (label: Section, outer: Section): boolean =>
  label.kind === 'cannot-touch' && outer.kind !== 'cannot-touch';

/** Between tags each line may be a path of its own. */
function toBareLines(block: Exclude<Block, Heading>): readonly Exclude<Block, Heading>[] {
  if (block.kind !== 'paragraph') return [block];
  const isBare = block.lines.some(({ text }) => isCertainPath(text.trim().split(/[\s,]/, 1)[0] ?? ''));
  if (!isBare) return [{ ...block, isOfLabel: true }];
  return block.lines.map((line): Paragraph => ({ ...block, lines: [line], isOfLabel: true }));
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
