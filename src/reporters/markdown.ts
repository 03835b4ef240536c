import type { Severity } from '../core/vocabulary.js';
import type { Verdict } from './verdict.js';
import { visible } from './visible.js';

export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  error: '❌',
  warning: '⚠️',
  notice: 'ℹ️',
};

export const VERDICT_MARKS: Readonly<Record<Verdict['mark'], string>> = {
  failed: '❌',
  warned: '⚠️',
  passed: '✅',
  idle: '✅',
};

/** No back-tick, no `|` (which ends a table cell even in code), no blank at an end, nothing that a log would obey. */
const PLAIN = /^(?! )(?!.*##\[)[^`|]+(?<! )$/;
const PUNCTUATION = /[^\p{L}\p{N} ]/gu;

/** Untrusted text as code, for a paragraph, list item, link label or table cell. Nothing in it is read as Markdown. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  return PLAIN.test(shown) ? `\`${shown}\`` : htmlCode(text);
}

/** The same for places where GitHub reads HTML only, such as `<summary>`: every punctuation mark is an entity. */
export function htmlCode(text: string): string {
  const escaped = visible(text).replace(PUNCTUATION, (mark) => `&#${String(mark.codePointAt(0))};`);
  return `<code>${escaped}</code>`;
}

/** Lines to copy. The fence is longer than any run of back-ticks within, so none of them can end it. */
export function codeBlock(lines: readonly string[], language: string, indent = ''): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
  return [`${fence}${language}`, ...lines, fence].map((line) => `${indent}${line}`).join('\n');
}

/** A part that the reader opens. `title` is ours and holds no markup. */
export const fold = (title: string, content: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${content}\n</details>\n`;
