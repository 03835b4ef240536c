import type { Line } from './markdown-block.js';

export interface YamlValue {
  readonly value: unknown;
  readonly line: number;
  /** The lines of a text that is written over several of them, or as a block. */
  readonly folded?: readonly Line[];
}

/** The lines of a block or of a text over several lines, less indentation, quotes and the sign of the block. */
export function foldedLines(written: string, isBlock: boolean, first: number): readonly Line[] {
  if (!isBlock && !written.includes('\n')) return [];
  const source = isBlock ? written : written.replace(/^(["'])([^]*)\1$/, '$2');
  return source
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: first + index + (isBlock ? 1 : 0) }))
    .filter(({ text }) => text !== '');
}
