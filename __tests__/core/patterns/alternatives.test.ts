import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minimatch } from 'minimatch';

import { literalPrefix } from '../../../src/core/patterns/alternatives.js';
import type { Alternative } from '../../../src/core/patterns/compiled-pattern.js';
import { compileGlob } from '../../../src/core/patterns/dialect.js';
import { repoPath, type SectionKind } from '../../../src/core/vocabulary.js';
import { compilation, compiled, spelled } from './compiling.js';
import { aBracedPattern, pathsFor } from './generators.js';

/** The plainest reading of the tokens: every split of the path is tried. */
function accepts([segment, ...rest]: Alternative, names: readonly string[]): boolean {
  if (segment === undefined) return names.length === 0;
  const [name, ...others] = names;
  if (segment.kind === 'any-depth') {
    return accepts(rest, names) || (name !== undefined && accepts([segment, ...rest], others));
  }
  if (name === undefined) return false;
  const fits =
    segment.kind === 'literal'
      ? name === segment.text
      : minimatch(name, segment.text, {
          dot: true,
          nobrace: true,
          nocomment: true,
          noext: true,
          nonegate: true,
        });
  return fits && accepts(rest, others);
}

describe('the alternatives of a pattern', () => {
  it.each([
    ['a path and all below it', 'apps/api', ['[apps][api][**]']],
    ['a name at any depth', 'models.py', ['[**][models.py][**]']],
    ['a directory at any depth', 'logs/', ['[**][logs][*][**]']],
    ['everything below a directory', 'src/**', ['[src][*][**]']],
    ['everything below a directory, spelt with one star', 'src/*', ['[src][*][**]']],
    ['everything below a directory, spelt with a slash', '/src/', ['[src][*][**]']],
    ['everything below a directory, spelt at length', 'src/**/*', ['[src][*][**]']],
    ['everything', '*', ['[*][**]']],
    ['everything, spelt at length', '**/**/*', ['[*][**]']],
    ['stars first among neighbours', 'a/**/*/**/b', ['[a][*][**][b][**]']],
    ['runs of stars as one', 'a/b**c***', ['[a][b*c*][**]']],
    ['stars before a name as one', 'a/**c', ['[a][*c][**]']],
    ['literals without their escapes', 'a\\*/b', ['[a*][b][**]']],
    ['globs in the spelling of minimatch', '\\[x]*[\\]\\-a]?', ['[**][\\[x\\]*[\\-\\]a]?][**]']],
    ['a class of one character as that character', '[*]a/x', ['[*a][x][**]']],
    ['classes in one order', '[ba-ca-cb]?', ['[**][[a-cb]?][**]']],
    ['each result of brace expansion once', '{a,b/c,a}', ['[**][a][**]', '[b][c][**]']],
  ])('show %s', (_, pattern, alternatives) => {
    expect(spelled(compiled(pattern))).toEqual(alternatives);
  });

  it('begin at the root of the definition', () => {
    expect(spelled(compiled('*.sql', { root: 'packages/[x]' }))).toEqual(['[packages][[x]][**][*.sql][**]']);
  });

  it.each<[SectionKind, readonly string[]]>([
    ['owns', ['[a][[id].ts][**]']],
    ['reads', ['[a][[id].ts][**]']],
    ['cannot-touch', ['[a][[id].ts][**]', '[a][[di].ts][**]']],
  ])('hold the readings of a route segment that count in %s', (section, alternatives) => {
    expect(spelled(compiled('a/[id].ts', { section }))).toEqual(alternatives);
  });

  it.each([
    ['apps/api/**', ['apps', 'api']],
    ['apps/*/models.py', ['apps']],
    ['*.sql', []],
    ['manage.py', []],
  ])('tell the literal names at the start of %s', (pattern, names) => {
    expect(compiled(pattern).alternatives.map(literalPrefix)).toEqual([names]);
  });

  it('mean what the pattern matches', () => {
    const aCase = fc
      .tuple(
        aBracedPattern,
        fc.constantFrom<SectionKind>('owns', 'cannot-touch'),
        fc.constantFrom('', 'a', 'b/a'),
      )
      .chain(([{ pattern, results }, section, root]) =>
        fc.tuple(
          fc.constant(compilation(pattern, { section, root })),
          fc.constant(root),
          pathsFor(results[0] ?? ''),
        ),
      );
    fc.assert(
      fc.property(aCase, ([compilation, root, paths]) => {
        fc.pre(compilation.ok);
        const { pattern } = compilation;
        for (const path of [...paths, ...paths.map((below) => `${root}/${below}`.replace(/^\//, ''))]) {
          const names = path.normalize('NFC').split('/');
          expect([path, pattern.matches(repoPath(path))]).toEqual([
            path,
            pattern.alternatives.some((alternative) => accepts(alternative, names)),
          ]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a glob of one star', () => {
  it('means what it means to minimatch', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é', '🎉'), maxLength: 3 });
    const name = fc
      .string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é', '🎉'), minLength: 1, maxLength: 5 })
      .filter((candidate) => candidate !== '.' && candidate !== '..');
    fc.assert(
      fc.property(text, text, fc.array(name, { minLength: 1 }), (start, end, names) => {
        const glob = `${start}*${end}`;
        const test = compileGlob(glob);
        expect(names.filter(test)).toEqual(
          names.filter((candidate) =>
            minimatch(candidate, glob, { dot: true, noext: true, nocomment: true }),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['*.sql', '.sql', true],
    ['a*', 'a', true],
  ])('%s and %s: %s', (glob, name, expected) => {
    expect(compileGlob(glob)(name)).toBe(expected);
  });
});

describe('an escaped star', () => {
  it('is a name and not any name', () => {
    expect(['a/*', 'a/b'].map((path) => compiled('a/\\*').matches(repoPath(path)))).toEqual([true, false]);
    expect(spelled(compiled('a/**/\\*/x'))).toEqual(['[a][**][*][x][**]']);
    expect(compiled('a/\\*').coversLink(repoPath('a/b'))).toBe(false);
  });
});

describe('a pattern that is compiled twice', () => {
  it.each([
    ['short', 'x'.repeat(200), true],
    ['long', 'x'.repeat(201), false],
    ['of four alternatives', '{a,b,c,d}', true],
    ['of five alternatives', '{a,b,c,d,e}', false],
    ['refused', '../x', true],
    ['refused and long', `../${'x'.repeat(200)}`, false],
  ])('is remembered or not where it is %s', (_, pattern, isRemembered) => {
    compilation('between');
    const first = compilation(pattern);
    compilation('between');
    expect(compilation(pattern) === first).toBe(isRemembered);
  });

  it('is forgotten after 5,000 others', () => {
    const first = compilation('first');
    for (let at = 0; at < 5_000; at += 1) compilation(`x${String(at)}`);
    expect(compilation('first') === first).toBe(false);
  });

  it('is read anew for another section and another root', () => {
    const at = (section: SectionKind, root: string) => spelled(compiled('app/[locale]/x', { section, root }));
    const all = [at('owns', ''), at('cannot-touch', ''), at('owns', 'a'), at('owns', '')];
    expect(new Set(all.map((alternatives) => JSON.stringify(alternatives))).size).toBe(3);
    expect(all[3]).toEqual(all[0]);
  });
});
