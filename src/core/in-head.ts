/** Lines of a file, from 1, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What the head shows of a change to a path. */
export type InHead =
  /** The lines that the commit wrote and that are still there: in order, none touching the next, at least one. */
  | { readonly kind: 'lines'; readonly lines: readonly LineRange[] }
  /** The file, and no lines of it: all of it is the commit's, nothing of it is left, or nobody looked. */
  | { readonly kind: 'file' }
  /** Nothing: the path was deleted, or renamed away. */
  | { readonly kind: 'gone' };

export const AS_A_FILE: InHead = { kind: 'file' };

/** The lines of a change, or `null` where it shows as a file at most. */
export const linesOf = (inHead: InHead): readonly LineRange[] | null =>
  inHead.kind === 'lines' ? inHead.lines : null;

/** What a file of `total` lines shows of a commit that wrote `lines` of them. */
export function toInHead(lines: readonly LineRange[], total: number): InHead {
  const joined = joinLines(lines);
  const [first] = joined;
  if (first === undefined) return AS_A_FILE;
  return first.start === 1 && first.end >= total ? AS_A_FILE : { kind: 'lines', lines: joined };
}

/** The same lines in order, with ranges that overlap or touch made one. */
export function joinLines(lines: readonly LineRange[]): readonly LineRange[] {
  const joined: LineRange[] = [];
  for (const range of lines.toSorted((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last === undefined || range.start > last.end + 1) joined.push(range);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return joined;
}
