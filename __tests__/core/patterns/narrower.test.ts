import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isCovered, isStrictlyNarrower, mayMeet } from '../../../src/core/patterns/narrower.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { compilation, compiled } from './compiling.js';
import { aBracedPattern, aPattern, pathsFor } from './generators.js';

const narrower = (narrow: string, wide: string): boolean =>
  isStrictlyNarrower(compiled(narrow), compiled(wide));

describe('strictly narrower', () => {
  it.each([
    ['.claude/analysis/layout.md', '.claude/analysis/*.md'],
    ['src/**/*.{ts,tsx}', 'src/**'],
    ['*.test.ts', '*.ts'],
    ['*.test.{ts,js}', '*.{ts,js,py}'],
    ['src/components/ui/**/*.vue', '**/*.vue'],
    ['apps/*/models.py', 'apps/**/models.py'],
    ['apps/blog/models.py', 'apps/**/models.py'],
    ['apps/blog/models.py', 'models.py'],
    ['/models.py', 'models.py'],
    ['docs/', 'docs'],
    ['src/a', 'src/*'],
    ['*.md', '**'],
    ['**/x/**', '*'],
    ['a/*/*', 'a/*'],
    ['a/**/b/**/c', 'a/**/c'],
    ['v1.md', 'v?.md'],
    ['v[0-9].md', 'v?.md'],
    ['v3.md', 'v[0-9].md'],
    ['v[0-9]x*.md', 'v[0-9]*.md'],
    ['[!q]*', '*'],
    ['a\\*b', 'a*'],
    ['a\\*b', 'a?b'],
    ['/a/b', '/*/b'],
    ['caf\u00e9/x', 'cafe\u0301'],
  ])('%s is narrower than %s', (narrow, wide) => {
    expect(narrower(narrow, wide)).toBe(true);
  });

  it.each([
    ['a/**', 'a/**/*'],
    ['a/*', '/a/'],
    ['*', '**/*'],
    ['*.{ts,tsx}', '{*.tsx,*.ts}'],
    ['**/a', 'a'],
    ['a/**/**/b', 'a/**/b'],
    ['[ab]?', '[ba]?'],
    ['[a-ca-b]?', '[a-ba-c]?'],
    ['.?*', '.*'],
    ['..?*', '..*'],
    ['./x', 'x'],
  ])('%s is the same as %s and not narrower', (one, other) => {
    expect([narrower(one, other), narrower(other, one)]).toEqual([false, false]);
  });

  it.each([
    ['src/**', 'src/**/*.ts'],
    ['docs', 'docs/'],
    ['*.test.{ts,js}', 'src/**/*.{ts,js,py}'],
    ['src/components/ui/**/*', '**/*.vue'],
    ['apps/**/models.py', 'apps/*/models.py'],
    ['*.{ts,vue}', '*.ts'],
    ['v?.md', 'v[0-9].md'],
    ['v[a-f]x.md', 'v[d-z]*.md'],
    ['{src/a,docs}', 'src/**'],
    ['models.py', '/models.py'],
    ['A/x', 'a/*'],
    ['a*', 'a?'],
    ['a\\*b', 'a\\*c'],
    ['src/x', 'src/\\*'],
    ['src/\\*/x', 'src/\\*/*/x'],
    ['/a*/a\\*', '/a\\*/a\\*'],
    ['abc', 'a\\*?'],
  ])('%s is not narrower than %s', (narrow, wide) => {
    expect(narrower(narrow, wide)).toBe(false);
  });

  it('takes a route segment of CANNOT TOUCH in both its readings', () => {
    const denied = compiled('app/[id]/*', { section: 'cannot-touch' });
    expect(isStrictlyNarrower(compiled('app/[id]/page.tsx', { section: 'owns' }), denied)).toBe(true);
  });

  it('heeds the roots of the definitions', () => {
    const nested = compiled('docs/**', { root: 'packages/api' });
    expect(isStrictlyNarrower(nested, compiled('packages/**'))).toBe(true);
    expect(isStrictlyNarrower(nested, compiled('docs/**'))).toBe(false);
  });
});

describe('covered', () => {
  it.each([
    ['src/a', 'src/a', true],
    ['src/**', '/src/', true],
    ['{src/a,src/b}', 'src/**', true],
    ['{src/a,docs}', 'src/**', false],
    ['src/**', '{src/a,src/b}', false],
    ['src/a', '{docs,src}', true],
    ['!src/a', 'src', true],
    ['src/a', '!src', true],
  ])('%s by %s: %s', (narrow, wide, expected) => {
    expect(isCovered(compiled(narrow), compiled(wide))).toBe(expected);
  });
});

describe('two patterns', () => {
  it.each([
    ['src/a', 'src/a', true],
    ['src/a', 'src', true],
    ['src', 'src/a/b', true],
    ['src/a', 'src/b', false],
    ['src/*/x', 'src/a/y', true],
    ['docs/**', 'src/**', false],
    ['*.ts', 'src/a', true],
    ['{docs,src}/a', 'src/b', false],
    ['{docs,src}/a', '{lib,src}/a', true],
    ['src/ab', 'src/a', false],
  ])('%s and %s may meet: %s', (one, other, expected) => {
    expect([mayMeet(compiled(one), compiled(other)), mayMeet(compiled(other), compiled(one))]).toEqual([
      expected,
      expected,
    ]);
  });

  it('may always meet where they have more than 10,000 pairs of alternatives', () => {
    const meet = (one: number, other: number) =>
      mayMeet(compiled(`a/{1..${String(one)}}`), compiled(`b/{1..${String(other)}}`));
    expect([meet(100, 100), meet(100, 101)]).toEqual([false, true]);
  });
});

describe('a path that only the wider pattern matches', () => {
  it.each([
    ['a*', '*'],
    ['*a', '*'],
    ['**/a/**', '**'],
    ['a/*/**', 'a/**'],
    ['a/*', 'a'],
    ['*/*/*', '*/*'],
    ['*/*/*', '*'],
    ['a?', 'a*'],
    ['a??', 'a*'],
    ['[!~]*', '*'],
    ['[!z]*', '*'],
    ['[!0]*', '*'],
    ['x[!a-y]', 'x?'],
    ['[a-z]*[0-9]', '[a-z]*'],
    ['[!\u00e9]x', '?x'],
    ['{a,b}', '{a,b,c}'],
    ['{a/1,b}', '{a,b}'],
    ['{*.ts,*.js}', '*.{ts,js,py}'],
  ])('%s is found outside of, within %s', (narrow, wide) => {
    expect(narrower(narrow, wide)).toBe(true);
  });

  it.each([
    ['?*', '*'],
    ['[!~]*', '[!~]*'],
    ['**/*', '*'],
    ['{a,b}', '{b,a,a}'],
    ['[ab]', '{a,b}'],
  ])('is none where %s and %s are the same', (one, other) => {
    expect([narrower(one, other), narrower(other, one)]).toEqual([false, false]);
  });
});

/** A pattern, and one made from it by putting something special in the place of a wildcard. */
const aPair = fc
  .oneof(
    fc
      .tuple(
        aPattern,
        fc.array(fc.constantFrom('*', 'a', '?', 'b*', '**', 'a/b', '**/b'), { minLength: 4, maxLength: 4 }),
      )
      .map(([wide, fillings]) => {
        let at = 0;
        return { wide, narrow: wide.replace(/\*+|\?/g, (wildcard) => fillings[at++] ?? wildcard) };
      }),
    fc.tuple(aPattern, aPattern).map(([one, other]) => ({ wide: `{${one},${other}}`, narrow: one })),
    fc.tuple(aBracedPattern, aPattern).map(([one, other]) => ({ wide: one.pattern, narrow: other })),
  )
  .filter(({ wide, narrow }) => compilation(wide).ok && compilation(narrow).ok);

const aPairWithPaths = aPair.chain(({ wide, narrow }) =>
  fc.record({
    wide: fc.constant(wide),
    narrow: fc.constant(narrow),
    paths: fc.tuple(pathsFor(narrow), pathsFor(wide)).map((paths) => paths.flat()),
  }),
);

describe('generated pairs', () => {
  it('are called narrower only where the wide one matches all that the narrow one matches', () => {
    let [found, pairs] = [0, 0];
    fc.assert(
      fc.property(aPairWithPaths, ({ wide, narrow, paths }) => {
        pairs += 1;
        if (!narrower(narrow, wide)) return;
        found += 1;
        const [inner, outer] = [compiled(narrow), compiled(wide)];
        const outside = paths.filter(
          (path) => inner.matches(repoPath(path)) && !outer.matches(repoPath(path)),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(found / pairs).toBeGreaterThan(0.1);
  });

  it('are never narrower both ways, and none than itself', () => {
    fc.assert(
      fc.property(aPair, ({ wide, narrow }) => {
        expect(narrower(narrow, wide) && narrower(wide, narrow)).toBe(false);
        expect([narrower(wide, wide), narrower(narrow, narrow)]).toEqual([false, false]);
      }),
      { numRuns: 500 },
    );
  });
});
