import type { SectionKind } from '../vocabulary.js';
import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import { stripMarks } from './entries/marks.js';
import { mentionsPath } from './entries/path-words.js';
import { saysNothing } from './entries/wording.js';

/** A label at the start of a line: `**Can write:** …`, `CANNOT TOUCH: …`. */
export type Label = NamingLabel | OtherLabel;

export interface NamingLabel {
  readonly names: true;
  readonly text: string;
  readonly meaning: HeadingMeaning;
  /** What follows on the line; empty for nothing. */
  readonly rest: string;
}

/** A label that names no section. */
export interface OtherLabel {
  readonly names: false;
  readonly text: string;
  /** The section that its first words name, as in `**CANNOT TOUCH in production:**`; `null` for none. */
  readonly begins: SectionKind | null;
  readonly rest: string;
}

const LONGEST_NAME = 80;
const EMPHASIS = /^(\*{1,3}|_{1,3})([^*_`\s](?:[^*`]{0,118}[^*_`\s:])?(?:\s?:)?)\1(?![*_])(.*)$/s;
const SEPARATOR = /^\s*(?:[:–—]|-{1,2}(?=\s)|(?=`)|$)/;
const QUALIFIER = /^\s*\(([^()`]{1,120})\)/;
const MIXED = /^(\p{L}[^:`*|<>]{1,80}?)\s{0,9}(?:\(([^()`]{1,120})\))?\s{0,9}:(?=\s|$)(.*)$/su;
const PLAIN = /^([A-Z][A-Z_ ’'/-]{2,60})(?:\(([^()`]{1,120})\))?\s{0,9}:(?=\s|$)(.*)$/s;

/**
 * Reads a line's label. A bold one ends in a colon or dash, stands alone, or stands before back-ticks; emphasis at the start of
 * a sentence is none. One in italics or in plain capital letters ends in a colon and names a section; what follows a plain one
 * holds a path or is nothing. A qualifier may stand in parentheses behind it.
 */
export function readLabel(line: string, classify: ClassifyHeading): Label | null {
  if (!/[*_:]/.test(line)) return null;
  const text = stripMarks(line.trim()).rest;
  return readEmphasised(text, classify) ?? readPlain(text, classify);
}

/** A plain label in mixed case: `Never touch: …`. Prose can look like it, so what follows decides whether it is one. */
export interface PlainLabel {
  readonly text: string;
  /** `null` where it may only be about a section. */
  readonly meaning: HeadingMeaning | null;
  readonly kind: SectionKind;
  readonly rest: string;
}

/** Reads a line that is the name of a section and nothing else: `CANNOT TOUCH` without a colon. */
export function readBareName(line: string, classify: ClassifyHeading): PlainLabel | null {
  const text = stripMarks(line.trim()).rest;
  const meaning = text.length > LONGEST_NAME || text.includes('`') ? null : classify(text);
  return meaning === null || meaning.needsList ? null : { text, meaning, kind: meaning.kind, rest: '' };
}

/** Reads what may be a plain label at the start of a line; `null` where nothing in it is the name of a section. */
export function readPlainLabel(line: string, classify: ClassifyHeading): PlainLabel | null {
  if (!line.includes(':')) return null;
  const [, words, qualifier, behind = ''] = MIXED.exec(stripMarks(line.trim()).rest) ?? [];
  if (words === undefined) return null;
  const text = words.trim();
  const said = classify(qualifier === undefined ? text : `${text} (${qualifier})`);
  const meaning = said?.needsList === true ? null : said;
  const kind = meaning?.kind ?? classify.doubt(text)?.kind;
  return kind === undefined ? null : { text, meaning, kind, rest: behind.trim() };
}

function readEmphasised(line: string, classify: ClassifyHeading): Label | null {
  const [, marks = '', words, behind = ''] = EMPHASIS.exec(line) ?? [];
  if (words === undefined) return null;
  const [outer = '', qualifier = ''] = QUALIFIER.exec(behind) ?? [];
  const rest = behind.slice(outer.length);
  const closed = words.trimEnd().endsWith(':');
  const separator = SEPARATOR.exec(rest);
  if (!closed && separator === null) return null;
  const text = words.trim();
  const meaning = classify(qualifier === '' ? text : `${text.replace(/:$/, '')} (${qualifier})`);
  const content = rest.slice(separator?.[0].length ?? 0).trim();
  const names = meaning !== null && !meaning.needsList;
  if (marks.length === 1 && (!names || (!closed && !/^\s*:/.test(rest)))) return null;
  return names
    ? { names, text, meaning, rest: content }
    : { names: false, text, begins: classify.doubt(text)?.kind ?? null, rest: content };
}

function readPlain(line: string, classify: ClassifyHeading): Label | null {
  const [, words, qualifier, behind = ''] = PLAIN.exec(line) ?? [];
  if (words === undefined) return null;
  const text = words.trim();
  const rest = behind.trim();
  const meaning = classify(qualifier === undefined ? text : `${text} (${qualifier})`);
  if (meaning === null || meaning.needsList) return null;
  return rest === '' || mentionsPath(rest) || saysNothing(rest) ? { names: true, text, meaning, rest } : null;
}
