import { describe, expect, it } from '@jest/globals';

import { compilation, compiled, matches } from './compiling.js';
import { dialect } from './dialect-table.js';

describe('a pattern', () => {
  it.each(dialect.rows)('$name: $pattern', ({ pattern, paths, ...context }) => {
    const found = Object.fromEntries(
      Object.keys(paths).map((path) => [path, matches(pattern, path, context)]),
    );
    expect(found).toEqual(paths);
  });

  it.each(dialect.refused)('is refused as $fault for $name', ({ pattern, fault }) => {
    expect(compilation(pattern)).toEqual(
      fault === 'unresolved-placeholder'
        ? { ok: false, code: 'unresolved-placeholder' }
        : { ok: false, code: 'invalid-pattern', fault },
    );
  });

  it.each([
    ['too many characters', 'a'.repeat(4_001), 'too-long'],
    ['too many times any depth', 'a/**/'.repeat(65), 'too-long'],
    ['too many readings of its route segments', '[ab]/'.repeat(10), 'too-many-braces'],
    ['too many results of single ranges', '{1..2000}', 'too-many-braces'],
    ['far too many readings of its route segments', '[ab]/'.repeat(60), 'too-many-braces'],
    ['too many results that are the same', `{${'a,'.repeat(1_000)}b}`, 'too-many-braces'],
    [
      'braces that nest deeper than the expansion follows',
      `${'{x'.repeat(1_002)},y${'}'.repeat(1_002)}`,
      'too-many-braces',
    ],
    ['a range that nests', '{a,{1..1000}}', 'too-many-braces'],
  ])('is refused for %s', (_, pattern, fault) => {
    expect(compilation(pattern, { section: 'cannot-touch' })).toEqual({
      ok: false,
      code: 'invalid-pattern',
      fault,
    });
  });

  it('may be as long and as branched as the limits allow', () => {
    const long = `{${Array.from({ length: 499 }, (_, index) => `f${index}`).join(',')}}/{a,b}`;
    expect(compiled(long).alternatives).toHaveLength(998);
    expect(matches('a'.repeat(4_000), 'a'.repeat(4_000))).toBe(true);
    expect(matches(`${'a/**/'.repeat(64)}x`, `${'a/'.repeat(64)}x`)).toBe(true);
  });

  it('loses no result where every character is escaped', () => {
    const name = '\\-'.repeat(900);
    const pattern = `{${Array.from({ length: 30 }, (_, index) => `${index}${'\\+'.repeat(10)}`).join(',')}}{${'x,'.repeat(30)}y}/${name}`;
    expect(pattern.length).toBeLessThan(4_000);
    expect(matches(pattern, `29${'+'.repeat(10)}y/${'-'.repeat(900)}`)).toBe(true);
  });

  it.each([
    ['!docs/**', true],
    [' ! docs/**', true],
    ['!!x', true],
    ['docs/**', false],
    ['\\!docs', false],
    ['{!a,b}', false],
  ])('%s is an exception: %s', (pattern, negated) => {
    expect(compiled(pattern).negated).toBe(negated);
  });

  it('says nothing with blanks after an exclamation mark', () => {
    expect(matches('! docs/**', 'docs/a.md')).toBe(true);
  });

  it('takes a second exclamation mark for part of the name', () => {
    expect([matches('!!x', '!x'), matches('!!x', 'x')]).toEqual([true, false]);
  });
});
