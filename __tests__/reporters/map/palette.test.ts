import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, difference, parseHex, see, type Rgb } from '../../../src/reporters/map/colour.js';
import { assignColours, LEAST_DIFFERENCE, parseColour } from '../../../src/reporters/map/palette.js';

const rgb = (hex: string): Rgb => parseHex(hex) ?? [0, 0, 0];
const NAMES = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'];

/** How near the two nearest of the colours are, to the eyes that tell them apart least. */
function nearestOf(fills: readonly string[]): number {
  const seen = fills.map((fill) => see(rgb(fill)));
  return Math.min(
    ...seen.flatMap((one, index) => seen.slice(index + 1).map((other) => difference(one, other))),
  );
}
const fillsFor = (wishes: readonly (string | null)[]) => assignColours(wishes).map(({ fill }) => fill);

describe('contrast', () => {
  // From the examples of WCAG 2.2 and WebAIM's contrast checker.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#000000', 5.25],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(rgb(one), rgb(other))).toBeCloseTo(ratio, 2);
  });
});

describe('assignColours', () => {
  it('gives text that reads on its ground, whatever a definition asks for', () => {
    const aColour = fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 })
      .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
    fc.assert(
      fc.property(fc.array(fc.option(aColour), { maxLength: 6 }), (wishes) => {
        for (const { fill, text } of assignColours(wishes)) {
          expect(contrast(rgb(fill), rgb(text))).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([1, 2, 8, 12])('keeps %d agents apart for every kind of eye', (agents) => {
    expect(nearestOf(fillsFor(Array.from({ length: agents }, () => null)))).toBeGreaterThan(
      agents <= 8 ? LEAST_DIFFERENCE : 0.06,
    );
  });

  it('keeps a hundred agents from sharing a colour', () => {
    expect(new Set(fillsFor(Array.from({ length: 100 }, () => null))).size).toBe(100);
  });

  it('keeps the colours of Claude Code, which all eyes tell apart', () => {
    const fills = fillsFor(NAMES);

    expect(nearestOf(fills)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
    for (const [index, name] of NAMES.entries()) expect(parseColour(name)).toEqual(rgb(fills[index] ?? ''));
  });

  it('gives a wish to the first who has it, and to the next one like it', () => {
    const [first, second, third] = fillsFor(['#ff0000', '#fe0000', null]) as [string, string, string];

    expect(first).toBe('#ff0000');
    expect(nearestOf([first, second, third])).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
  });

  it.each(['', 'constructor', 'magenta', '#12345', 'url(x)', '#ff0000;', 'rgb(1,2,3)'])(
    'takes %j for no colour',
    (wish) => {
      expect(parseColour(wish)).toBeNull();
      expect(fillsFor([wish])).toEqual(fillsFor([null]));
    },
  );

  it('reads short hexadecimal colours, in any case', () => {
    expect(parseColour('#F0a')).toEqual(rgb('#ff00aa'));
    expect(parseColour('Blue')).toEqual(parseColour('blue'));
  });
});
