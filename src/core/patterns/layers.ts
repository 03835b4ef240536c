import { collectRanges, NO_PATHS, type PathSet } from './path-set.js';

/** Sets laid over each other. */
export interface Layers {
  /** Of each set, what no later one covers. */
  readonly visible: readonly PathSet[];
  /** Where the last set that covers a position is one that shows. */
  readonly shown: PathSet;
}

/** Lays the sets over each other in their order; `shows` tells which of them count for `shown`. */
export function layOver(sets: readonly PathSet[], shows: readonly boolean[]): Layers {
  const [only] = sets;
  if (sets.length <= 1 || only === undefined) {
    return { visible: sets, shown: shows[0] === true && only !== undefined ? only : NO_PATHS };
  }
  const cells = cellsOf(sets);
  const top = blank(cells.length);
  for (const [index, { bounds }] of sets.entries()) {
    for (let at = 0; at < bounds.length; at += 2) {
      top.fill(index + 1, cells.cellOf(bounds[at] ?? 0), cells.cellOf(bounds[at + 1] ?? 0));
    }
  }
  const visible = sets.map(collectRanges);
  const shown = collectRanges();
  for (let start = 0; start < top.length;) {
    const label = top[start] ?? 0;
    let end = start + 1;
    while (end < top.length && top[end] === label) end += 1;
    if (label > 0) {
      const [from, to] = [cells.positionOf(start), cells.positionOf(end)];
      visible[label - 1]?.add(from, to);
      if (shows[label - 1] === true) shown.add(from, to);
    }
    start = end;
  }
  return { visible: visible.map((ranges) => ranges.toSet()), shown: shown.toSet() };
}

let used = new Int32Array(0);

/** Zeros to paint on. The memory is used again, as one roster asks for it thousands of times. */
function blank(length: number): Int32Array {
  if (used.length < length) used = new Int32Array(length);
  return used.subarray(0, length).fill(0);
}

/** Neighbouring positions that no set tells apart. */
interface Cells {
  readonly length: number;
  cellOf(position: number): number;
  positionOf(cell: number): number;
}

/** As many positions to one range make it worth while to put neighbours together before anything is painted. */
const POSITIONS_TO_A_RANGE = 8;

function cellsOf(sets: readonly PathSet[]): Cells {
  let [first, last, ranges] = [Infinity, 0, 0];
  for (const { bounds } of sets) {
    first = Math.min(first, bounds[0] ?? Infinity);
    last = Math.max(last, bounds.at(-1) ?? 0);
    ranges += bounds.length / 2;
  }
  if (ranges === 0) return { length: 0, cellOf: (position) => position, positionOf: (cell) => cell };
  if (ranges * POSITIONS_TO_A_RANGE >= last - first) {
    return {
      length: last - first,
      cellOf: (position) => position - first,
      positionOf: (cell) => cell + first,
    };
  }
  return cellsBetween(sets, ranges * 2);
}

function cellsBetween(sets: readonly PathSet[], most: number): Cells {
  const all = new Int32Array(most);
  let filled = 0;
  for (const { bounds } of sets) {
    all.set(bounds, filled);
    filled += bounds.length;
  }
  const borders = all.sort().filter((border, at) => at === 0 || border !== all[at - 1]);
  return {
    length: borders.length - 1,
    cellOf: (position) => lowerBound(borders, position),
    positionOf: (cell) => borders[cell] ?? 0,
  };
}

function lowerBound(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
