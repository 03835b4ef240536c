import type { Tag } from './markdown-block.js';
import { endLabel, openHeading, sectionOfEmpty, type OpenHeading, type Scan } from './scan.js';
import { openDoubtfulSection, openSection } from './section.js';
import { holdsPathInside, meaningOfTag } from './tag-names.js';

/** The tags around a block, each with the heading that it stands below. */
export type OpenTags = (OpenHeading | null)[];

/**
 * A tag whose name is that of a section does the job of a heading, up to its partner. `<file_scope>` says that sections follow, and
 * headings inside any pair of tags end with it.
 */
export function placeTag(scan: Scan, open: OpenTags, tag: Tag): void {
  endLabel(scan);
  scan.introduction = '';
  if (!tag.opens) {
    scan.innermost = open.pop() ?? null;
    return;
  }
  open.push(scan.innermost);
  const { name, text, line, depth } = tag;
  const found = meaningOfTag(name, scan.classify);
  switch (found.is) {
    case 'section': {
      const section = openSection(found.meaning, text, line);
      if (holdsPathInside(text, name))
        section.blocks.push({ kind: 'paragraph', depth, lines: [{ text, line }] });
      openHeading(scan, 0, section, { isTag: true });
      break;
    }
    case 'doubtful':
      openHeading(scan, 0, openDoubtfulSection(found.kind, text, line), { isTag: true });
      break;
    case 'scope':
      if ((scan.innermost?.section ?? null) !== null) break;
      openHeading(scan, 0, null, { isTag: true });
      scan.unreported = { text, line };
      break;
    case 'other': {
      const empty = sectionOfEmpty(scan);
      if (empty !== null) openHeading(scan, 0, empty, { isTag: true });
      break;
    }
    case 'example':
      break;
  }
}
