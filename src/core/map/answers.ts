import type { PathSet } from '../patterns/path-set.js';

/** Which positions have the same answer, when sets with a label each are laid over all of them. */
export interface Answers {
  /** Of the positions of the set, each gets the label. */
  add(label: number, set: PathSet): void;
  /** By position the number of its answer, and by number the labels of an answer, ascending where they were added so. */
  finish(): { readonly at: Int32Array; readonly labels: readonly (readonly number[])[] };
}

/** The labels of a group: the last one, and those before it, which groups share. */
interface Labels {
  readonly label: number;
  readonly earlier: Labels | null;
}

/** Splits the positions into groups of the same labels: a set takes some of a group, or all of it. */
export function createAnswers(size: number): Answers {
  const groupAt = new Int32Array(size);
  const sizes = [size];
  const labels: (Labels | null)[] = [null];
  const taken = new Int32Array(size + 1);
  const movesTo = new Int32Array(size + 1);
  return {
    add(label, { bounds }) {
      const touched: number[] = [];
      for (const position of positionsOf(bounds)) {
        const group = groupAt[position] ?? 0;
        const before = taken[group] ?? 0;
        if (before === 0) touched.push(group);
        taken[group] = before + 1;
      }
      for (const group of touched) {
        const moved = taken[group] ?? 0;
        const isWhole = moved === sizes[group];
        const target = isWhole ? group : sizes.length;
        if (!isWhole) sizes[group] = (sizes[group] ?? 0) - moved;
        sizes[target] = moved;
        labels[target] = { label, earlier: labels[group] ?? null };
        movesTo[group] = target;
        taken[group] = 0;
      }
      for (const position of positionsOf(bounds)) {
        groupAt[position] = movesTo[groupAt[position] ?? 0] ?? 0;
      }
    },
    finish() {
      const numbers = new Map<number, number>();
      const at = groupAt.map((group) => {
        const number = numbers.get(group) ?? numbers.size;
        numbers.set(group, number);
        return number;
      });
      return { at, labels: [...numbers.keys()].map((group) => toList(labels[group] ?? null)) };
    },
  };
}

function* positionsOf(bounds: Int32Array): Generator<number> {
  for (let at = 0; at < bounds.length; at += 2) {
    const end = bounds[at + 1] ?? 0;
    for (let position = bounds[at] ?? 0; position < end; position += 1) yield position;
  }
}

function toList(last: Labels | null): readonly number[] {
  const list: number[] = [];
  for (let labels = last; labels !== null; labels = labels.earlier) list.push(labels.label);
  return list.reverse();
}
