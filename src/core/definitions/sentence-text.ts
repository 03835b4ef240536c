import { splitCodeSpans } from './entries/code-spans.js';
import type { Line } from './markdown-block.js';

/** A sentence whose code spans are taken out; `codes` holds them, and the line on which each begins. */
export interface SentenceText {
  readonly line: number;
  readonly words: string;
}

export interface MaskedText {
  readonly sentences: readonly SentenceText[];
  readonly codes: readonly Line[];
}

const ENDS = '[.!?;][)"”’*_]*(?=\\s|$)';
const BULLETS = '\\n(?=[ \\t]*(?:[-+•‣▪◦–—]|\\d{1,2}[.)]|\\p{Extended_Pictographic}|[✓✗✘])[ \\t])';
const AGAIN = "(?<=\\uE001[*_)]{0,3})[ \\t]*\\n(?=(?:You|Never|NEVER|Do not|DO NOT|Don['’]t|Must|MUST)\\b)";
const BUT =
  "(?<=\\uE001[*_]{0,3}),?\\s+(?:and|but)\\s+(?=(?:you\\s+)?(?:(?:must\\s+|may\\s+)?never|do\\s+not|don['’]t|must\\s+not|may\\s+not|cannot|can['’]t)\\b)";
const BOUNDARY = new RegExp([ENDS, BULLETS, AGAIN, BUT].join('|'), 'gu');
const EMPHASIS = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** The sentences of a text over lines, their blanks and emphasis evened out. */
export function splitSentences(lines: readonly Line[]): MaskedText {
  const first = lines[0]?.line ?? 0;
  const codes: Line[] = [];
  const text = splitCodeSpans(
    lines
      .map((line) => line.text)
      .join('\n')
      .replace(/[\uE000\uE001]/g, ' '),
  )
    .map(({ code, text, row }) => {
      if (!code) return text;
      codes.push({ text: text.trim(), line: first + row });
      return `\uE000${codes.length - 1}\uE001${'\n'.repeat(text.split('\n').length - 1)}`;
    })
    .join('');
  const sentences: SentenceText[] = [];
  let from = 0;
  let line = first;
  const push = (to: number): void => {
    const part = text.slice(from, to);
    const start = part.search(/\S/);
    const above = start === -1 ? 0 : countBreaks(part.slice(0, start));
    const words = part.replace(EMPHASIS, '').replace(/\s+/g, ' ').trim();
    if (words !== '') sentences.push({ line: line + above, words });
    line += countBreaks(part);
  };
  for (const { 0: boundary, index } of text.matchAll(BOUNDARY)) {
    push(/^[.!?;]/.test(boundary) ? index + boundary.length : index);
    from = index + boundary.length;
    if (!/^[.!?;]/.test(boundary)) line += countBreaks(boundary);
  }
  push(text.length);
  return { sentences, codes };
}

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** The sentence as it was written. */
export const unmask = (words: string, codes: readonly Line[]): string =>
  words.replace(/\uE000(\d+)\uE001/gu, (_, index: string) => `\`${codes[Number(index)]?.text ?? ''}\``);
