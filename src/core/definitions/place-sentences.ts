import { holdsPath, mentionsPath } from './entries/path-words.js';
import type { Item, OutlineBlock, Paragraph } from './markdown-block.js';
import { placeLooseLabel } from './place-loose-label.js';
import { place, report, type Scan } from './scan.js';
import type { Section } from './section.js';
import { deniesBelow } from './sentence-grammar.js';
import { readSentences, type Sentence } from './sentences.js';

/** An introduction that limits what stands below it to a case or an example. */
const INTRODUCES_CASE =
  /\b(?:when|if|while|during|before|after|unless|except|instead|until|bad|wrong|avoid|examples?|says?|following)\b/iu;

/** A line in bold introduces what follows, with or without a colon. */
const IS_BOLD = /^[^\p{L}*_]*(\*\*|__)[^*_`]{1,80}\1\s*$/u;

/** Takes the sentences out of a block that are entries of their own, reports those that may be, and places the rest. */
export function placeSentences(scan: Scan, part: Paragraph | Item, next: OutlineBlock | undefined): void {
  const sentences = readSentences(part.lines, scan.classify.isOwnName, isBelowDenial(scan, part));
  if (sentences.every(({ kind }) => kind === null) && placeLooseLabel(scan, part, next)) return;
  const entries = sentences.filter(({ entry }) => entry !== null);
  const mayRead = entries.length > 0 && !isOthers(scan) && !isLimited(scan, part) && !hasParts(part, next);
  const read = mayRead ? entries : [];
  const isRead = new Set(read);
  const rest = sentences.filter((sentence) => !isRead.has(sentence));
  const doubtful = rest.filter(({ kind }) => kind !== null);
  noteIntroduction(scan, part);
  scan.sections.push(...read.flatMap((sentence) => toSection(sentence, part)));

  const isInside = (scan.innermost?.section ?? null) !== null || scan.label !== null || scan.behind !== null;
  const left = read.length === 0 ? part : { ...part, lines: rest.map(({ text, line }) => ({ text, line })) };
  const holdsRest = read.length === 0 || left.lines.some(({ text }) => mentionsPath(text));
  const isPlaced = holdsRest && (isInside || doubtful.length === 0) && place(scan, left);
  if (!isPlaced)
    for (const { kind, text, line } of doubtful) if (kind !== null) report(scan, kind, text, line);
  if (!holdsRest && part.kind === 'paragraph' && scan.label !== null) {
    scan.behind = scan.label.section;
    scan.label = null;
  }
}

/** What is about another agent is reported once, as a whole. */
const isOthers = ({ innermost, label }: Scan): boolean =>
  innermost?.section?.isDoubtful === true || label?.section.isDoubtful === true;

const toSection = ({ kind, text, line, entry }: Sentence, { depth }: Paragraph | Item): readonly Section[] =>
  kind === null || entry === null
    ? []
    : [
        {
          kind,
          heading: text,
          line,
          condition: null,
          blocks: [{ kind: 'paragraph', depth, lines: entry }],
          column: null,
          behind: [],
          isDoubtful: false,
        },
      ];

const isLimited = ({ titles, introduction }: Scan, { kind }: Paragraph | Item): boolean =>
  titles.some(({ isLimiting }) => isLimiting) || (kind === 'item' && INTRODUCES_CASE.test(introduction));

const isBelowDenial = ({ titles, introduction }: Scan, { kind }: Paragraph | Item): boolean =>
  titles.at(-1)?.denies === true || (kind === 'item' && deniesBelow(introduction));

function noteIntroduction(scan: Scan, { kind, lines }: Paragraph | Item): void {
  const text = lines.at(-1)?.text.replace(/[*_\s]+$/, '') ?? '';
  if (text.endsWith(':') || IS_BOLD.test(lines.at(-1)?.text ?? '')) scan.introduction = text;
  else if (kind === 'paragraph') scan.introduction = '';
}

/** Whether paths below a bullet may be parts of those in it. */
const hasParts = ({ depth }: Paragraph | Item, next: OutlineBlock | undefined): boolean =>
  next?.kind === 'item' && next.depth > Math.max(depth, 1) && next.lines.some(({ text }) => holdsPath(text));
