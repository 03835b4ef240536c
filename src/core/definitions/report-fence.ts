import { readPlainLabel } from './labels.js';
import type { Code } from './markdown-block.js';
import { readLooseLabel } from './loose-labels.js';
import type { Scan } from './scan.js';
import { openDoubtfulSection } from './section.js';

const TEXT = /^(?:|te?xt|plaintext|plain|ya?ml|jsonc?|json5|toml|ini|conf|properties)$/i;
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
    if (kind !== undefined) return [{ index, kind, isTold: false }];
    const loose = text.startsWith('#') ? null : readLooseLabel(text, scan.classify);
    return loose === null ? [] : [{ index, kind: loose.kind, isTold: loose.rest !== '' }];
  });
  for (const [at, { index, kind, isTold }] of labels.entries()) {
    const { text = '', line = 0 } = lines[index] ?? {};
    const below: Code = { ...block, lines: lines.slice(index + 1, labels[at + 1]?.index) };
    scan.sections.push({ ...openDoubtfulSection(kind, text.trim(), line, isTold), blocks: [below] });
  }
}
