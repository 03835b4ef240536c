import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { layOver } from '../../../src/core/patterns/layers.js';
import {
  collectRanges,
  firstPositions,
  hasPosition,
  haveCommon,
  intersect,
  isWithin,
  rangeOf,
  subtract,
  unite,
  uniteAll,
  type PathSet,
} from '../../../src/core/patterns/path-set.js';

const SIZE = 120;

function setOf(positions: Iterable<number>): PathSet {
  const ranges = collectRanges();
  for (const position of [...positions].sort((one, other) => one - other)) ranges.add(position, position + 1);
  return ranges.toSet();
}

const positionsOf = (set: PathSet): readonly number[] => firstPositions(set, Infinity);

/** Scattered positions, or a few long ranges. */
const aSet = fc.oneof(
  fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: SIZE }).map(setOf),
  fc
    .array(fc.tuple(fc.nat(SIZE), fc.nat(40)), { maxLength: 3 })
    .map((ranges) =>
      uniteAll(ranges.map(([start, length]) => rangeOf(start, Math.min(SIZE, start + length)))),
    ),
);

const isInOrder = ({ bounds, count }: PathSet): boolean =>
  bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0)) &&
  positionsOf({ bounds, count }).length === count;

describe('sets of positions', () => {
  it.each([
    ['unite', unite, (one: boolean, other: boolean) => one || other],
    ['intersect', intersect, (one: boolean, other: boolean) => one && other],
    ['subtract', subtract, (one: boolean, other: boolean) => one && !other],
  ])('%s as sets do, in ranges that do not touch', (_, operation, holds) => {
    fc.assert(
      fc.property(aSet, aSet, (one, other) => {
        const result = operation(one, other);
        const expected = Array.from({ length: SIZE }, (_, position) => position).filter((position) =>
          holds(hasPosition(one, position), hasPosition(other, position)),
        );
        expect(positionsOf(result)).toEqual(expected);
        expect(isInOrder(result)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('answer questions as sets do', () => {
    fc.assert(
      fc.property(aSet, aSet, (one, other) => {
        expect(haveCommon(one, other)).toBe(intersect(one, other).count > 0);
        expect(isWithin(one, other)).toBe(subtract(one, other).count === 0);
        expect(isWithin(intersect(one, other), other)).toBe(true);
      }),
    );
  });

  it('unite in any number', () => {
    fc.assert(
      fc.property(fc.array(aSet, { maxLength: 9 }), (sets) => {
        expect(positionsOf(uniteAll(sets))).toEqual(
          [...new Set(sets.flatMap(positionsOf))].sort((one, other) => one - other),
        );
      }),
    );
  });

  it('give their first positions', () => {
    expect(firstPositions(setOf([3, 5, 6, 9]), 3)).toEqual([3, 5, 6]);
  });
});

describe('sets laid over each other', () => {
  it('show of each what no later one covers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aSet, fc.boolean()), { maxLength: 6 }), (layers) => {
        const sets = layers.map(([set]) => set);
        const shows = layers.map(([, show]) => show);
        const { visible, shown } = layOver(sets, shows);
        const top = Array.from({ length: SIZE }, (_, position) =>
          sets.findLastIndex((set) => hasPosition(set, position)),
        );
        expect(visible.map(positionsOf)).toEqual(
          sets.map((_, index) => top.flatMap((label, position) => (label === index ? [position] : []))),
        );
        expect(positionsOf(shown)).toEqual(
          top.flatMap((label, position) => (shows[label] === true ? [position] : [])),
        );
        expect([...visible, shown].every(isInOrder)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
