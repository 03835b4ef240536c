/** A part of a Markdown text: what stands in back-ticks, or what stands between. */
export interface Span {
  readonly code: boolean;
  readonly text: string;
  /** How many line breaks stand before it. */
  readonly row: number;
}

/** The code spans of a text as CommonMark reads them (as many back-ticks at the end as at the start), and what is between. */
export function splitCodeSpans(text: string): readonly Span[] {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({ index, length: ticks.length }));
  const closers = new Map<number, number[]>();
  for (const { index, length } of runs.toReversed()) {
    const candidates = closers.get(length);
    if (candidates === undefined) closers.set(length, [index]);
    else candidates.push(index);
  }
  return collectSpans(text, runs, closers);
}

function collectSpans(
  text: string,
  runs: readonly { readonly index: number; readonly length: number }[],
  closers: ReadonlyMap<number, number[]>,
): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  let row = 0;
  const push = (code: boolean, part: string) => {
    if (code || part !== '') spans.push({ code, text: part, row });
    row += part.split('\n').length - 1;
  };
  for (const { index, length } of runs) {
    const candidates = closers.get(length) ?? [];
    while (candidates.length > 0 && (candidates.at(-1) ?? 0) <= index) candidates.pop();
    const end = candidates.at(-1);
    if (index < from || end === undefined) continue;
    push(false, text.slice(from, index));
    push(true, text.slice(index + length, end));
    from = end + length;
  }
  push(false, text.slice(from));
  return spans;
}
