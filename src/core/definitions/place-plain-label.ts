import { isCertainPath, holdsPath } from './entries/path-words.js';
import { readBareName, readPlainLabel, type PlainLabel } from './labels.js';
import type { Item, OutlineBlock, Paragraph } from './markdown-block.js';
import { openLabel } from './open-label.js';
import { endLabel, sectionBelow, type Scan } from './scan.js';
import { openDoubtfulSection } from './section.js';
import { bareList } from './shapes/bare-list.js';
import { quotedList } from './shapes/quoted-list.js';

/**
 * A plain label in mixed case: read where nothing but paths follows on its line, or a list of paths stands directly below;
 * reported where it is in doubt and paths follow. Says whether the block was one.
 */
export function placePlainLabel(scan: Scan, part: Paragraph | Item, next: OutlineBlock | undefined): boolean {
  const [first, ...others] = part.lines;
  const outer = scan.innermost?.section ?? null;
  const label =
    first === undefined
      ? null
      : (readPlainLabel(first.text, scan.classify) ??
        (others.length === 0 && outer === null ? readBareName(first.text, scan.classify) : null));
  if (first === undefined || label === null) return false;
  const { kind, meaning, rest } = label;
  const isInSame = outer?.kind === kind;
  const { line } = first;
  const isEmpty = rest === '' && others.length === 0;
  const isRead = isEmpty ? holdsList(next, part) : holdsOnlyPaths(label, part, scan);
  const holdsGroups = part.kind === 'item' && next?.kind === 'item' && next.depth > part.depth;
  if (isEmpty && (isInSame || !(isRead || holdsGroups))) return false;
  if (meaning !== null && isRead) {
    endLabel(scan);
    const section = sectionBelow(scan.titles, meaning, { text: label.text, line, depth: part.depth });
    scan.label = openLabel(section, rest, part);
    scan.sections.push(section);
    return true;
  }
  const text = part.lines.map((each) => each.text.trim()).join(' ');
  if (isInSame || outer?.isDoubtful === true || !(isEmpty || holdsPath(text))) return false;
  endLabel(scan);
  const section = openDoubtfulSection(kind, text, line);
  scan.sections.push(section);
  const takesSiblings = part.kind === 'paragraph' && next?.kind === 'item' && next.depth === part.depth;
  if (isEmpty || text.endsWith(':'))
    scan.label = { ...openLabel(section, '', { ...part, lines: [first] }), takesSiblings };
  return true;
}

function holdsList(next: OutlineBlock | undefined, { kind, depth }: Paragraph | Item): boolean {
  if (next?.kind !== 'item' && next?.kind !== 'code') return false;
  const isBelow = kind === 'paragraph' ? next.depth >= depth : next.depth > depth || next.kind === 'code';
  return isBelow && next.lines.some(({ text }) => holdsPath(text));
}

function holdsOnlyPaths({ rest, kind }: PlainLabel, { depth, lines }: Paragraph | Item, scan: Scan): boolean {
  const [first, ...others] = lines;
  const line = first?.line ?? 0;
  const content = [...(rest === '' ? [] : [{ text: rest, line }]), ...others];
  const block: Paragraph = { kind: 'paragraph', depth, lines: content, isOfLabel: true };
  const context = { kind, classify: scan.classify };
  const reading = bareList.read(block, context) ?? quotedList.read(block, context);
  const patterns = reading?.entries.flatMap((entry) => entry.patterns) ?? [];
  return (
    reading?.unread.length === 0 &&
    patterns.length > 0 &&
    patterns.every(({ text }) => isCertainPath(text.replace(/^!/, '')))
  );
}
