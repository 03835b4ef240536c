import type { ClassifyHeading, HeadingMeaning } from './headings.js';
import { stripMarks } from './entries/marks.js';

/** A bold label at the start of a line: `**Can write:** …`. */
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
}

const BOLD = /^(\*\*|__)([^*_`]{1,120})\1(.*)$/s;
const SEPARATOR = /^\s*(?:[:–—]|-{1,2}(?=\s)|(?=`)|$)/;
const QUALIFIER = /^\s*\(([^()`]{1,120})\)/;

/**
 * Reads a line's bold label. The label ends in a colon or dash, stands alone, or stands before back-ticks; emphasis at the
 * start of a sentence is none. A qualifier may stand in parentheses behind it.
 */
export function readLabel(line: string, classify: ClassifyHeading): Label | null {
  const [, , bold, behind = ''] = BOLD.exec(stripMarks(line.trim()).rest) ?? [];
  if (bold === undefined) return null;
  const [outer = '', qualifier = ''] = QUALIFIER.exec(behind) ?? [];
  const rest = behind.slice(outer.length);
  const closed = bold.trimEnd().endsWith(':');
  const separator = SEPARATOR.exec(rest);
  if (!closed && separator === null) return null;
  const text = bold.trim();
  const meaning = classify(qualifier === '' ? text : `${text.replace(/:$/, '')} (${qualifier})`);
  if (meaning === null || meaning.needsList) return { names: false };
  return { names: true, text, meaning, rest: rest.slice(separator?.[0].length ?? 0).trim() };
}
