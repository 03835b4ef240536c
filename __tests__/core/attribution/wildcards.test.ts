import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileWildcards } from '../../../src/core/attribution/wildcards.js';

describe('compileWildcards', () => {
  it.each([
    ['abc', 'ABC', true],
    ['abc', 'abcd', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['a*a', 'a', false],
    ['a*b*c', 'aXbYc', true],
    ['a*bc*c', 'abc', false],
    ['*', '', true],
    ['**', 'x', true],
    ['a.c', 'abc', false],
    [' a ', 'a', true],
  ])('says of %j and %j that they match: %j', (pattern, text, matches) => {
    expect(compileWildcards([pattern])(text)).toBe(matches);
  });

  it('agrees with a regular expression', () => {
    const letters = (...extra: string[]) => fc.array(fc.constantFrom('a', 'b', ...extra), { maxLength: 8 });
    fc.assert(
      fc.property(letters('*'), letters(), (pattern, text) => {
        const expected = new RegExp(`^${pattern.join('').replaceAll('*', '.*')}$`).test(text.join(''));
        expect(compileWildcards([pattern.join('')])(text.join(''))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
