import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { layOver } from '../../../src/core/patterns/layers.js';
import {
  collectRanges,
  eachPosition,
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

describe('ranges', () => {
  const collected = (...ranges: readonly (readonly [number, number])[]) => {
    const collector = collectRanges();
    for (const [start, end] of ranges) collector.add(start, end);
    const { bounds, count } = collector.toSet();
    return { bounds: [...bounds], count };
  };

  it.each<[string, readonly (readonly [number, number])[], readonly number[], number]>([
    [
      'apart',
      [
        [0, 2],
        [3, 5],
      ],
      [0, 2, 3, 5],
      4,
    ],
    [
      'that touch',
      [
        [0, 2],
        [2, 5],
      ],
      [0, 5],
      5,
    ],
    [
      'that overlap',
      [
        [0, 3],
        [2, 5],
      ],
      [0, 5],
      5,
    ],
    [
      'within another one',
      [
        [0, 5],
        [1, 3],
        [4, 5],
      ],
      [0, 5],
      5,
    ],
    [
      'that hold nothing',
      [
        [2, 2],
        [4, 3],
      ],
      [],
      0,
    ],
    [
      'beside ones that hold nothing',
      [
        [0, 1],
        [3, 3],
        [4, 6],
      ],
      [0, 1, 4, 6],
      3,
    ],
    [
      'that begin at 0 after one that holds nothing',
      [
        [0, 0],
        [0, 1],
      ],
      [0, 1],
      1,
    ],
  ])('%s are collected', (_, ranges, bounds, count) => {
    expect(collected(...ranges)).toEqual({ bounds, count });
  });

  it.each([
    [2, 5, [2, 5], 3],
    [2, 3, [2, 3], 1],
    [2, 2, [], 0],
    [3, 2, [], 0],
  ])('from %s to %s', (start, end, bounds, count) => {
    const range = rangeOf(start, end);
    expect([[...range.bounds], range.count]).toEqual([bounds, count]);
  });
});

describe('positions of a set', () => {
  const set = setOf([2, 3, 4, 8, 11, 12]);

  it('are visited in their order', () => {
    const visited: number[] = [];
    eachPosition(set, (position) => visited.push(position));
    expect(visited).toEqual([2, 3, 4, 8, 11, 12]);
  });

  it.each([
    [0, []],
    [1, [2]],
    [3, [2, 3, 4]],
    [4, [2, 3, 4, 8]],
    [6, [2, 3, 4, 8, 11, 12]],
    [9, [2, 3, 4, 8, 11, 12]],
  ])('are given up to %s', (most, expected) => {
    expect(firstPositions(set, most)).toEqual(expected);
  });

  it('are those that it has', () => {
    const has = Array.from({ length: 15 }, (_, position) => position).filter((position) =>
      hasPosition(set, position),
    );
    expect(has).toEqual([2, 3, 4, 8, 11, 12]);
    expect(hasPosition(rangeOf(0, 0), 0)).toBe(false);
  });

  it('are found among many ranges', () => {
    const many = setOf(Array.from({ length: 400 }, (_, at) => at * 3));
    const has = Array.from({ length: 1_203 }, (_, position) => hasPosition(many, position));
    expect(has).toEqual(has.map((_, position) => position % 3 === 0 && position < 1_200));
    expect(positionsOf(subtract(many, rangeOf(3, 1_195)))).toEqual([0, 1_197]);
    expect(positionsOf(intersect(rangeOf(900, 910), many))).toEqual([900, 903, 906, 909]);
  });

  it('are all found in a range that reaches over several of the other set', () => {
    const wide = uniteAll([rangeOf(0, 10), rangeOf(20, 21), rangeOf(30, 31)]);
    for (const few of [setOf([1, 3]), setOf([1, 5, 9])]) {
      expect(intersect(few, wide)).toEqual(few);
      expect(intersect(wide, few)).toEqual(few);
    }
  });
});

describe('a set to which nothing happens', () => {
  it('is handed over as it is', () => {
    const [set, empty] = [setOf([1, 2, 5]), rangeOf(0, 0)];
    expect(unite(set, empty)).toBe(set);
    expect(unite(empty, set)).toBe(set);
    expect(unite(set, set)).toBe(set);
    expect(uniteAll([empty, set, empty])).toBe(set);
    expect(intersect(set, set)).toBe(set);
    expect(subtract(set, empty)).toBe(set);
    expect(subtract(empty, set)).toBe(empty);
    expect(layOver([set], [true])).toEqual({ visible: [set], shown: set });
    expect(layOver([set], [true]).shown).toBe(set);
    expect(layOver([set], [false]).visible[0]).toBe(set);
  });
});

describe('sets that have nothing in common', () => {
  it.each([
    [
      [0, 1],
      [2, 3],
    ],
    [[5], []],
    [[], []],
    [[4], [3, 5]],
  ])('%j and %j', (one, other) => {
    expect([haveCommon(setOf(one), setOf(other)), haveCommon(setOf(other), setOf(one))]).toEqual([
      false,
      false,
    ]);
  });
});

describe('sets laid over each other', () => {
  it.each([
    ['one that shows', [[1, 2]], [true], [1, 2]],
    ['one that does not', [[1, 2]], [false], []],
    ['none', [], [], []],
    ['empty ones', [[], []], [true, true], []],
    ['a hole', [[1, 2, 3], [2]], [true, false], [1, 3]],
    ['a hole that is filled', [[1, 2, 3], [2], [2]], [true, false, true], [1, 2, 3]],
  ])('show %s', (_, sets: readonly (readonly number[])[], shows: readonly boolean[], shown) => {
    expect(positionsOf(layOver(sets.map(setOf), shows).shown)).toEqual(shown);
  });

  it('are read alike where they are long and few', () => {
    const long = [rangeOf(10, 1_000), rangeOf(200, 300), rangeOf(250, 2_000)];
    const { visible, shown } = layOver(long, [true, false, true]);
    expect([...visible, shown].map(({ bounds }) => [...bounds])).toEqual([
      [10, 200],
      [200, 250],
      [250, 2_000],
      [10, 200, 250, 2_000],
    ]);
  });

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
