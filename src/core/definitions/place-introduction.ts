import type { SectionKind } from '../vocabulary.js';
import { splitCodeSpans } from './entries/code-spans.js';
import { stripMarks } from './entries/marks.js';
import { isCertainPath, mentionsPath } from './entries/path-words.js';
import type { Item, OutlineBlock, Paragraph } from './markdown-block.js';
import { openLabel } from './open-label.js';
import { endLabel, type Scan } from './scan.js';
import { openDoubtfulSection } from './section.js';
import { DENIES, DENIES_BELOW, GRANTS, KEEPS_OUT } from './sentence-grammar.js';
import { isComment } from './shapes/tree-layout.js';

const LONGEST = 300;
const DENIED =
  /\b(?:forbidden|prohibited|not (?:allowed|permitted)|(?:leave|leaving) (?:them )?alone|no circumstances?)\b/i;
const GRANTED =
  /\b(?:limited|restricted|confined) to\b|\byou (?:may|can|are allowed to) (?:only )?(?:make|work|write|edit|modify|change)\b|\byou are responsible for\b/i;
const READ = /\bread access\b|\b(?:may|can) (?:only )?read\b/i;

/**
 * A sentence above a list of paths that speaks of who may touch them, in words that name no section: "You are forbidden from
 * writing to any of the following:". The list is reported. Says whether the block was one; of a long
 * paragraph the end is looked at.
 */
export function placeIntroduction(
  scan: Scan,
  part: Paragraph | Item,
  next: OutlineBlock | undefined,
): boolean {
  const whole = part.lines.map((line) => line.text.trim()).join(' ');
  const text = whole.slice(-LONGEST);
  if (!/:[*_]*$/.test(text) || mentionsPath(whole)) return false;
  const isBare = scan.label !== null && DENIES_BELOW.test(text.replace(/[*_:]/g, ''));
  const kind = isBare ? 'cannot-touch' : kindOf(text);
  const around = scan.label?.section ?? null;
  const isInside =
    (scan.innermost?.section ?? null) !== null || (around?.kind === kind && !around.isDoubtful);
  if (kind === null || isInside || !isPathList(next, part)) return false;
  endLabel(scan);
  const line = part.lines[0]?.line ?? 0;
  const section = openDoubtfulSection(kind, whole, line);
  scan.introduction = whole;
  scan.label = openLabel(section, '', { ...part, lines: part.lines.slice(0, 1) });
  scan.sections.push(section);
  return true;
}

function kindOf(text: string): SectionKind | null {
  if (DENIES.test(text) || KEEPS_OUT.test(text) || DENIED.test(text)) return 'cannot-touch';
  if (READ.test(text)) return 'reads';
  return GRANTS.test(text) || GRANTED.test(text) ? 'owns' : null;
}

function isPathList(next: OutlineBlock | undefined, { kind, depth }: Paragraph | Item): boolean {
  if (next?.kind !== 'item' && next?.kind !== 'code') return false;
  const isBelow = next.kind === 'code' || (kind === 'paragraph' ? next.depth >= depth : next.depth > depth);
  const first = next.lines.find(({ text }) => text.trim() !== '' && !isComment(text));
  return isBelow && beginsWithPath(first?.text ?? '');
}

function beginsWithPath(line: string): boolean {
  const [first] = splitCodeSpans(stripMarks(line.trim()).rest);
  if (first === undefined) return false;
  const [word = ''] = first.text.split(/[\s,]/, 1);
  return first.code ? isCertainPath(first.text) : /[/*]/.test(word) && isCertainPath(word);
}
