import { splitLabels } from './label-lines.js';
import { readLabel, readPlainLabel, type Label } from './labels.js';
import type { Item, OutlineBlock, Paragraph } from './markdown-block.js';
import { openLabel } from './open-label.js';
import { placeIntroduction } from './place-introduction.js';
import { placePlainLabel } from './place-plain-label.js';
import { placeSentences } from './place-sentences.js';
import { readLooseLabel } from './loose-labels.js';
import { holdsPath } from './entries/path-words.js';
import { endLabel, openHeading, sectionBelow, sectionOfEmpty, type Scan } from './scan.js';
import { openDoubtfulSection, type Section } from './section.js';
import { splitText } from './split-text.js';
import { meaningOfTag, holdsPathInside } from './tag-names.js';

/** A paragraph or bullet: labels and sentences in it open sections, the rest belongs to the one around it. */
export function placeText(scan: Scan, block: Paragraph | Item, next: OutlineBlock | undefined): void {
  const lines = block.lines.flatMap((line) => splitLabels(line, scan.classify));
  const parts = splitText({ ...block, lines }, labelOf(scan));
  for (const [index, part] of parts.entries()) {
    placePart(scan, part, index === parts.length - 1 ? next : undefined);
  }
}

const labelOf = (scan: Scan) => (line: string) => {
  const label = readLabel(line, scan.classify);
  if (label !== null) return label.names ? 'naming' : 'other';
  const plain = readPlainLabel(line, scan.classify);
  return plain !== null && (plain.rest === '' || holdsPath(plain.rest)) ? 'naming' : null;
};

function placePart(scan: Scan, part: Paragraph | Item, next: OutlineBlock | undefined): void {
  openUnclosedTag(scan, part);
  openHtmlTitle(scan, part);
  const label = readLabel(part.lines[0]?.text ?? '', scan.classify);
  const endsList = part.kind === 'paragraph' || part.depth <= (scan.label?.depth ?? -1);
  if (label !== null && (label.names || endsList || label.begins !== null)) endLabel(scan);
  const section = label === null ? null : sectionOf(label, part, scan);
  if (label !== null && section !== null) {
    scan.label = openLabel(section, label.rest, part);
    scan.sections.push(section);
  } else if (label !== null) placeSentences(scan, part, next);
  else if (!placePlainLabel(scan, part, next) && !placeIntroduction(scan, part, next)) {
    placeSentences(scan, part, next);
  }
}

function sectionOf(label: Label, { depth, lines }: Paragraph | Item, scan: Scan): Section | null {
  const line = lines[0]?.line ?? 0;
  if (label.names) return sectionBelow(scan.titles, label.meaning, { text: label.text, line, depth });
  if (label.begins === null) return sectionOfEmpty(scan);
  const isOther = label.begins !== scan.innermost?.section?.kind;
  return isOther ? openDoubtfulSection(label.begins, label.text, line) : null;
}

const TAG = /^<([\p{L}_][\p{L}\p{M}\p{N}_.-]*)(?:\s[^<>]*)?>/u;

const TITLE = /^<(h[1-6]|summary|b|strong|th|dt|legend|u)(?:\s[^<>]*)?>([^<>]{1,120})<\/\1>/iu;

/** A title written in HTML does not begin a section for certain: what stands below it is reported, up to the next heading. */
function openHtmlTitle(scan: Scan, { lines }: Paragraph | Item): void {
  const { text = '', line = 0 } = lines[0] ?? {};
  const title = TITLE.exec(text.trim())?.[2];
  const kind = title === undefined ? undefined : scan.classify(title)?.kind;
  if (kind === undefined || kind === scan.innermost?.section?.kind) return;
  endLabel(scan);
  const isTold = (readLooseLabel(text, scan.classify)?.rest ?? '') !== '';
  openHeading(scan, 7, openDoubtfulSection(kind, text.trim(), line, isTold));
}

/** A tag without a partner, up to the next heading: what it holds may be a section's, and is reported. */
function openUnclosedTag(scan: Scan, { lines }: Paragraph | Item): void {
  const { text = '', line = 0 } = lines[0] ?? {};
  const [tag, name = ''] = TAG.exec(text.trim()) ?? [];
  if (tag === undefined) return;
  const found = meaningOfTag(name, scan.classify);
  if (found.is !== 'section' || found.meaning.kind === scan.innermost?.section?.kind) return;
  endLabel(scan);
  openHeading(scan, 7, openDoubtfulSection(found.meaning.kind, tag, line, holdsPathInside(tag, name)));
}
