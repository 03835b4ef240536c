import type { Line } from '../markdown-block.js';
import type { UnenforceableReason } from '../problem.js';
import type { Remark } from './remark.js';

/** What one line, bullet or cell of a section says. */
export interface Entry {
  readonly patterns: readonly Line[];
  /** Patterns that the same line takes out again, without `!`. They take nothing out of other lines. */
  readonly exceptions: readonly Line[];
  readonly remark: string | null;
  readonly condition: string | null;
  /** "Everything else", as written: all but what the definition OWNS, where that is known. */
  readonly remainder?: string;
}

/** A line of a section that yields no pattern. */
export interface Unread extends Line {
  readonly reason: UnenforceableReason;
}

/** What was understood of a part of a section. Nothing at all for a blank, a comment, an introduction. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly unread: readonly Unread[];
}

/** The dialect refuses longer patterns, and nobody writes longer entries. */
export const LONGEST_ENTRY = 4_000;

export const NOTHING: Reading = { entries: [], unread: [] };

export const joinReadings = (readings: readonly Reading[]): Reading => ({
  entries: readings.flatMap(({ entries }) => entries),
  unread: readings.flatMap(({ unread }) => unread),
});

const TEMPLATE = /\{\{[^{}]*\}\}/;

/** A line without a pattern. What a template left in it (`{{OWNED_PATHS}}`) stands as a pattern that will not compile. */
export function unreadLine({ text, line }: Line, reason: UnenforceableReason): Reading {
  const template = TEMPLATE.exec(text)?.[0];
  if (template === undefined) return { entries: [], unread: [{ text: text.trim(), line, reason }] };
  const patterns = [{ text: template, line }];
  return { entries: [{ patterns, exceptions: [], remark: null, condition: null }], unread: [] };
}

/** An entry of patterns with the remark behind them. */
export function toEntry(patterns: readonly Line[], remark: Remark): Entry {
  const line = patterns.at(-1)?.line ?? 0;
  return {
    patterns: remark.anchored ? patterns.map(anchored) : patterns,
    exceptions: remark.exceptions.map((text) => ({ text, line })),
    remark: remark.remark,
    condition: remark.condition,
  };
}

const anchored = ({ text, line }: Line): Line => ({ text: text.replace(/^(!?)\/?/, '$1/'), line });
