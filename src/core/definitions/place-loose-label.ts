import { stripMarks } from './entries/marks.js';
import { holdsPath, isCertainPath } from './entries/path-words.js';
import { isLoneName, readLooseLabel, type LooseLabel } from './loose-labels.js';
import type { Item, OutlineBlock, Paragraph, Table } from './markdown-block.js';
import { openLabel } from './open-label.js';
import { endLabel, type Scan } from './scan.js';
import { openDoubtfulSection, type Section } from './section.js';

/**
 * A section's name in a form that no rule reads, in any line of a block: what is with it on its line, or below it, is reported
 * and becomes no entry of the section around it. Says whether the block held one.
 */
export function placeLooseLabel(scan: Scan, part: Paragraph | Item, next: OutlineBlock | undefined): boolean {
  const depth = next?.kind === 'paragraph' ? Math.min(part.depth, next.depth) : part.depth;
  for (const [index, { text, line }] of part.lines.entries()) {
    const label = readLooseLabel(text, scan.classify);
    if (label === null || isToldAround(scan, label) || isTitleOf(scan, part, next)) continue;
    const below = part.lines.slice(index + 1);
    const isLast = below.length === 0;
    if (label.rest === '' && isLast && !mayHoldList(part, next)) continue;
    if (label.rest === '' && !isLast && !below.some((each) => holdsPath(each.text))) continue;
    endLabel(scan);
    const section = openDoubtfulSection(
      label.kind,
      label.text,
      line,
      label.rest !== '' || (label.isShouted && isLoneList(next)),
    );
    scan.sections.push(section);
    if (label.rest === '' || (isLast && text.trimEnd().endsWith(':')))
      scan.label = {
        ...openLabel(section, '', { ...part, depth, lines: part.lines.slice(index) }),
        takesSiblings: part.kind === 'item' && next?.kind === 'item' && beginsWithPath(next),
      };
    return true;
  }
  return false;
}

function mayHoldList({ kind, depth }: Paragraph | Item, next: OutlineBlock | undefined): boolean {
  if (next === undefined || next.kind === 'break' || next.kind === 'tag') return false;
  return next.kind !== 'item' || kind === 'paragraph' || next.depth > depth || beginsWithPath(next);
}

/** The same in the cells of a table that names no section. */
export function reportLooseRows(scan: Scan, { rows }: Table): void {
  for (const { cells, text, line } of rows) {
    const label = cells.map((cell) => readLooseLabel(cell, scan.classify)).find((found) => found !== null);
    if (label !== undefined && label.rest !== '' && !isToldAround(scan, label))
      scan.sections.push(openDoubtfulSection(label.kind, text.trim(), line, true));
  }
}

/** Whether the section around a label reads or reports what it is about. */
function isToldAround(scan: Scan, { kind }: LooseLabel): boolean {
  const around = sectionAround(scan);
  return around !== null && (around.kind === kind || around.isDoubtful);
}

/** Whether a block is a line that the section around it takes for an introduction that says its opposite. */
function isTitleOf(scan: Scan, { kind, lines }: Paragraph | Item, next: OutlineBlock | undefined): boolean {
  const [first, ...others] = lines;
  if (first === undefined || others.length > 0 || first.text.includes('`')) return false;
  const mayBe = sectionAround(scan) !== null && kind === 'paragraph' && next?.kind !== 'heading';
  return mayBe && scan.classify(first.text)?.qualifier === null;
}

const sectionAround = ({ label, innermost }: Scan): Section | null =>
  label?.section ?? innermost?.section ?? null;

const beginsWithPath = ({ lines }: Item): boolean =>
  isCertainPath(
    stripMarks(lines[0]?.text.trim() ?? '')
      .rest.split(/[\s,]/, 1)[0]
      ?.replaceAll('`', '') ?? '',
  );

function isLoneList(next: OutlineBlock | undefined): boolean {
  if (next?.kind !== 'item' && next?.kind !== 'code') return false;
  return isLoneName(stripMarks(next.lines[0]?.text.trim() ?? '').rest);
}
