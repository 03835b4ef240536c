import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth, fitEnd, fitMiddle } from '../../src/reporters/display-width.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['äöü', 3],
    ['e\u0301', 1],
    ['文字', 4],
    ['カタ', 4],
    ['한글', 4],
    ['👍', 2],
    ['✔…─', 3],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('fitEnd and fitMiddle', () => {
  it.each([
    ['short', 5, 'short', 'short'],
    ['.claude/agents/backend-django.md', 16, '.claude/agents/…', '.claude/…ngo.md'],
    ['文字文字文字', 7, '文字文…', '文…字'],
  ])('cut %j to %d columns', (text, columns, end, middle) => {
    expect(fitEnd(text, columns)).toBe(end);
    expect(displayWidth(fitMiddle(text, columns))).toBeLessThanOrEqual(columns);
    expect(fitMiddle(text, columns).slice(0, 2)).toBe(middle.slice(0, 2));
  });

  it('keep to the columns and leave alone what fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '文', 'e\u0301', '👍') }),
        fc.integer({ min: 1, max: 20 }),
        (text, columns) => {
          for (const fitted of [fitEnd(text, columns), fitMiddle(text, columns)]) {
            expect(displayWidth(fitted)).toBeLessThanOrEqual(columns);
            if (displayWidth(text) <= columns) expect(fitted).toBe(text);
          }
        },
      ),
    );
  });
});
