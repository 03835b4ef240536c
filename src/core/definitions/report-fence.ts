import { readPlainLabel } from './labels.js';
import type { Code } from './markdown-block.js';
import { report, type Scan } from './scan.js';

const TEXT = /^(?:|te?xt|plaintext|plain|ya?ml)$/i;
const SHOWS =
  /\b(?:examples?|template|format|like this|such as|output|looks? like|bad|wrong|instead|schema)\b/i;

/** Labels of sections in a fence of text that stands in no section and is no example: what follows them is reported. */
export function reportLabels(scan: Scan, block: Code): void {
  const isInside = (scan.innermost?.section ?? scan.label ?? scan.behind ?? null) !== null;
  const isShown = SHOWS.test(scan.introduction) || scan.titles.some(({ isForeign }) => isForeign);
  if (isInside || isShown || !TEXT.test(block.info)) return;
  const { lines } = block;
  const labels = lines.flatMap(({ text }, index) => {
    const kind = readPlainLabel(text, scan.classify)?.meaning?.kind;
    return kind === undefined ? [] : [{ index, kind }];
  });
  for (const [at, { index, kind }] of labels.entries()) {
    const { text = '', line = 0 } = lines[index] ?? {};
    const below: Code = { ...block, lines: lines.slice(index + 1, labels[at + 1]?.index) };
    report(scan, kind, text.trim(), line, [below]);
  }
}
