import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinLines, toInHead, type LineRange } from '../../src/core/in-head.js';

const range = (start: number, end = start): LineRange => ({ start, end });
const members = (ranges: readonly LineRange[]): ReadonlySet<number> =>
  new Set(ranges.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i)));

describe('joinLines', () => {
  it.each([
    ['ranges that touch', [range(3, 4), range(1, 2)], [range(1, 4)]],
    ['ranges that overlap', [range(1, 5), range(2, 3)], [range(1, 5)]],
    ['ranges with a line between', [range(1), range(3)], [range(1), range(3)]],
    ['nothing', [], []],
  ])('joins %s', (_, ranges, joined) => {
    expect(joinLines(ranges)).toEqual(joined);
  });

  it('holds the same lines, in order, with a gap before each range', () => {
    const ranges = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 6 }))
        .map(([start, more]) => range(start, start + more)),
    );
    fc.assert(
      fc.property(ranges, (some) => {
        const joined = joinLines(some);

        expect(members(joined)).toEqual(members(some));
        for (const [index, { start }] of joined.entries())
          if (index > 0) expect(start).toBeGreaterThan((joined[index - 1]?.end ?? 0) + 1);
      }),
    );
  });
});

describe('toInHead', () => {
  it.each([
    ['none of its lines', [], { kind: 'file' }],
    ['all of its lines', [range(1, 3), range(4, 9)], { kind: 'file' }],
    ['some of its lines', [range(4), range(2)], { kind: 'lines', lines: [range(2), range(4)] }],
    ['all but the last', [range(1, 8)], { kind: 'lines', lines: [range(1, 8)] }],
    ['all but the first', [range(2, 9)], { kind: 'lines', lines: [range(2, 9)] }],
  ])('shows a file of which the commit wrote %s', (_, lines, shown) => {
    expect(toInHead(lines, 9)).toEqual(shown);
  });
});
