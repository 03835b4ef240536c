import { collectRanges, NO_PATHS, uniteAll, type PathSet } from './path-set.js';

/** Sets laid over each other. */
export interface Layers {
  /** Of each set, what no later one covers. */
  readonly visible: readonly PathSet[];
  /** Where the last set that covers a position is one that shows. */
  readonly shown: PathSet;
}

/** Lays the sets over each other in their order; `shows` tells which of them count for `shown`. */
export function layOver(sets: readonly PathSet[], shows: readonly boolean[]): Layers {
  if (sets.length <= 1) return { visible: sets, shown: shows[0] === true ? uniteAll(sets) : NO_PATHS };
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
    const label = top[start];
    let end = start + 1;
    while (top[end] === label) end += 1;
    const [from, to] = [cells.positionOf(start), cells.positionOf(end)];
    // What nothing covers has 0, and no set.
    const index = (label ?? 0) - 1;
    visible[index]?.add(from, to);
    if (shows[index] === true) shown.add(from, to);
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

/** As many positions to one bound make it worth while to put neighbours together before anything is painted. */
const POSITIONS_TO_A_BOUND = 4;

function cellsOf(sets: readonly PathSet[]): Cells {
  let [first, last, most] = [Infinity, 0, 0];
  for (const { bounds } of sets) {
    first = Math.min(first, bounds[0] ?? Infinity);
    last = Math.max(last, bounds.at(-1) ?? 0);
    most += bounds.length;
  }
  if (most * POSITIONS_TO_A_BOUND >= last - first) {
    return {
      length: Math.max(0, last - first),
      cellOf: (position) => position - first,
      positionOf: (cell) => cell + first,
    };
  }
  return cellsBetween(sets, most);
}

function cellsBetween(sets: readonly PathSet[], most: number): Cells {
  const all = new Int32Array(most);
  let filled = 0;
  for (const { bounds } of sets) {
    all.set(bounds, filled);
    filled += bounds.length;
  }
  const borders = all.sort();
  return {
    length: borders.length,
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
