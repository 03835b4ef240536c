/**
 * A set of positions of a path index. `bounds` holds a start and an end for each of its ranges: half-open, ascending, and
 * with a gap between two of them, so that equal sets have equal bounds.
 */
export interface PathSet {
  readonly bounds: Int32Array;
  readonly count: number;
}

export const NO_PATHS: PathSet = { bounds: new Int32Array(0), count: 0 };

/** Takes ranges in the order of their starts; they may touch and overlap. */
export interface RangeCollector {
  add(start: number, end: number): void;
  toSet(): PathSet;
}

export function collectRanges(): RangeCollector {
  const bounds: number[] = [];
  let count = 0;
  let last = -1;
  return {
    add(start, end) {
      const from = Math.max(start, last);
      if (end <= from) return;
      if (from === last) bounds[bounds.length - 1] = end;
      else bounds.push(from, end);
      count += end - from;
      last = end;
    },
    toSet: () => (count === 0 ? NO_PATHS : { bounds: new Int32Array(bounds), count }),
  };
}

export const rangeOf = (start: number, end: number): PathSet =>
  end <= start ? NO_PATHS : { bounds: Int32Array.of(start, end), count: end - start };

export function unite(one: PathSet, other: PathSet): PathSet {
  if (one.count === 0 || one === other) return other;
  if (other.count === 0) return one;
  const ranges = collectRanges();
  let left = 0;
  let right = 0;
  while (left < one.bounds.length || right < other.bounds.length) {
    if (startAt(one, left) <= startAt(other, right)) {
      ranges.add(startAt(one, left), endAt(one, left));
      left += 2;
    } else {
      ranges.add(startAt(other, right), endAt(other, right));
      right += 2;
    }
  }
  return ranges.toSet();
}

/** The union of many sets, two and two, so that no set is copied more often than there are doublings. */
export function uniteAll(sets: readonly PathSet[]): PathSet {
  let level = sets;
  while (level.length > 1) {
    level = level.flatMap((set, index) =>
      index % 2 === 0 ? [unite(set, level[index + 1] ?? NO_PATHS)] : [],
    );
  }
  return level[0] ?? NO_PATHS;
}

export function intersect(one: PathSet, other: PathSet): PathSet {
  if (one === other) return one;
  const ranges = collectRanges();
  meetings(one, other, (start, end) => {
    ranges.add(start, end);
    return true;
  });
  return ranges.toSet();
}

export function haveCommon(one: PathSet, other: PathSet): boolean {
  let found = false;
  meetings(one, other, () => {
    found = true;
    return false;
  });
  return found;
}

export function subtract(from: PathSet, taken: PathSet): PathSet {
  if (taken.count === 0) return from;
  const ranges = collectRanges();
  let right = 0;
  for (let left = 0; left < from.bounds.length; left += 2) {
    let start = startAt(from, left);
    const end = endAt(from, left);
    right = firstEndingAfter(taken, start, right);
    while (startAt(taken, right) < end) {
      ranges.add(start, startAt(taken, right));
      start = endAt(taken, right);
      if (start >= end) break;
      right += 2;
    }
    ranges.add(start, end);
  }
  return ranges.toSet();
}

export const isWithin = (narrow: PathSet, wide: PathSet): boolean =>
  narrow.count <= wide.count && subtract(narrow, wide).count === 0;

export const hasPosition = (set: PathSet, position: number): boolean =>
  startAt(set, firstEndingAfter(set, position, 0)) <= position;

export function eachPosition({ bounds }: PathSet, visit: (position: number) => void): void {
  for (let at = 0; at < bounds.length; at += 2) {
    const end = bounds[at + 1] ?? 0;
    for (let position = bounds[at] ?? 0; position < end; position += 1) visit(position);
  }
}

/** The first positions of the set, at most so many. */
export function firstPositions(set: PathSet, most: number): readonly number[] {
  const positions: number[] = [];
  for (let at = 0; at < set.bounds.length; at += 2) {
    for (let position = startAt(set, at); position < endAt(set, at); position += 1) {
      if (positions.length >= most) return positions;
      positions.push(position);
    }
  }
  return positions;
}

/** Hands over each range that both sets have, in order, until told to stop. */
function meetings(one: PathSet, other: PathSet, meet: (start: number, end: number) => boolean): void {
  const [few, many] = one.bounds.length <= other.bounds.length ? [one, other] : [other, one];
  let right = 0;
  for (let left = 0; left < few.bounds.length; left += 2) {
    const start = startAt(few, left);
    const end = endAt(few, left);
    right = firstEndingAfter(many, start, right);
    while (startAt(many, right) < end) {
      if (!meet(Math.max(start, startAt(many, right)), Math.min(end, endAt(many, right)))) return;
      if (endAt(many, right) > end) break;
      right += 2;
    }
  }
}

const startAt = ({ bounds }: PathSet, at: number): number => bounds[at] ?? Infinity;
const endAt = ({ bounds }: PathSet, at: number): number => bounds[at + 1] ?? Infinity;

/** The first range, from `at` on, that ends after the position: by strides that double, then by halves. */
function firstEndingAfter(set: PathSet, position: number, at: number): number {
  if (endAt(set, at) > position) return at;
  let stride = 2;
  while (endAt(set, at + stride) <= position) stride *= 2;
  let low = at + stride / 2;
  let high = Math.min(at + stride, set.bounds.length);
  low -= low % 2;
  while (low < high) {
    const middle = ((low + high) >>> 2) * 2;
    if (endAt(set, middle) <= position) low = middle + 2;
    else high = middle;
  }
  return low;
}
