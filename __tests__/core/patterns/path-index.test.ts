import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createAllowance } from '../../../src/core/patterns/allowance.js';
import type { CompiledPattern } from '../../../src/core/patterns/compiled-pattern.js';
import { compileGlob } from '../../../src/core/patterns/dialect.js';
import { matchTree } from '../../../src/core/patterns/match-tree.js';
import { createNameGlobs } from '../../../src/core/patterns/name-globs.js';
import { createNameSearch } from '../../../src/core/patterns/name-search.js';
import type { PathNode } from '../../../src/core/patterns/path-tree.js';
import { createPathIndex, patternKey, type PathIndex } from '../../../src/core/patterns/path-index.js';
import { repoPath, type RepoPath, type SectionKind } from '../../../src/core/vocabulary.js';
import { compilation, compiled } from './compiling.js';
import { dialect } from './dialect-table.js';
import { aBracedPattern, aPath, aPattern, pathsFor } from './generators.js';

const indexOf = (paths: readonly string[]): PathIndex => createPathIndex(paths.map(repoPath));

function pathsIn(index: PathIndex, pattern: CompiledPattern): readonly RepoPath[] {
  const found: RepoPath[] = [];
  const { bounds } = index.matching(pattern);
  for (let at = 0; at < bounds.length; at += 2) found.push(...index.paths.slice(bounds[at], bounds[at + 1]));
  return found;
}

const TREE = [
  'Makefile',
  'a/b/c/d/x.ts',
  'a/b/x.ts',
  'a-b/x.ts',
  'a.ts',
  'apps/api/models.py',
  'apps/api/v1/models.py',
  'apps/web/[locale]/page.tsx',
  'apps/web/l/page.tsx',
  'cafe\u0301/one',
  'caf\u00e9/two',
  '.github/workflows/ci.yml',
  'x/x/y/x/x/y',
  '\udcff/x.ts',
];

describe('a path index', () => {
  it.each([
    ['a literal path', 'a/b', ['a/b/c/d/x.ts', 'a/b/x.ts']],
    ['a floating name', 'models.py', ['apps/api/models.py', 'apps/api/v1/models.py']],
    ['one level of any name before a name', 'apps/*/models.py', ['apps/api/models.py']],
    ['a suffix', '*.yml', ['.github/workflows/ci.yml']],
    ['a prefix', 'Make*', ['Makefile']],
    ['a glob with a part in its middle', '*ak*', ['Makefile']],
    ['a directory only', 'x/', ['x/x/y/x/x/y']],
    ['no run that is only in pieces there', '**/y/x/y', []],
    ['a run at its second place', 'x/**/x/x/y', ['x/x/y/x/x/y']],
    ['both spellings of a name', 'caf\u00e9/', ['cafe\u0301/one', 'caf\u00e9/two']],
    ['a route', 'apps/web/[locale]/**', ['apps/web/[locale]/page.tsx']],
    ['braces', '{Makefile,apps/*/v1}', ['Makefile', 'apps/api/v1/models.py']],
    ['a name that no path has', 'nowhere/**', []],
    ['an exception as the pattern behind it', '!Makefile', ['Makefile']],
  ])('finds %s', (_, pattern, expected) => {
    expect([...pathsIn(indexOf(TREE), compiled(pattern))].sort()).toEqual(expected);
  });

  it('gives everything as one range, and each path one position', () => {
    const index = indexOf([...TREE, ...TREE]);
    expect(index.paths).toHaveLength(TREE.length);
    expect([...index.matching(compiled('**')).bounds]).toEqual([0, TREE.length]);
  });

  it('gives a directory as one range, whatever stands beside it', () => {
    const { bounds } = indexOf(['a', 'a/b', 'a-b', 'a.b', 'a/c/d', 'a/é', 'a/e\u0301/f']).matching(
      compiled('/a'),
    );
    expect([bounds.length, Number(bounds[1]) - Number(bounds[0])]).toEqual([2, 5]);
  });

  it('answers equal patterns with one set', () => {
    const index = indexOf(TREE);
    expect(index.matching(compiled('{a,b}/**'))).toBe(index.matching(compiled('!{/b/,/a/}')));
    expect(patternKey(compiled('a/b'))).not.toBe(patternKey(compiled('!a/b')));
    expect(patternKey(compiled('[a-da-c]x'))).toBe(patternKey(compiled('[a-ca-d]x')));
  });

  it('holds nothing where there are no paths', () => {
    expect(indexOf([]).matching(compiled('**')).count).toBe(0);
  });

  it('bears paths of any depth', () => {
    const deep = `${'a/'.repeat(50_000)}b`;
    expect(pathsIn(indexOf([deep, 'b']), compiled('a/**/b'))).toEqual([deep]);
  });

  it('keeps apart the paths that Unicode makes one', () => {
    const spellings = Array.from({ length: 2 ** 12 }, (_, number) =>
      Array.from({ length: 12 }, (_each, bit) => ((number >> bit) % 2 === 0 ? 'é' : 'e\u0301')).join('/'),
    );
    expect(indexOf(spellings).matching(compiled('**/é')).count).toBe(spellings.length);
  });

  it('reads every pattern of the dialect as the dialect does', () => {
    const index = indexOf(dialect.rows.flatMap(({ paths }) => Object.keys(paths)));
    for (const row of dialect.rows) {
      const pattern = compiled(row.pattern, row);
      expect(pathsIn(index, pattern)).toEqual(index.paths.filter((path) => pattern.matches(path)));
    }
  });

  it.each([
    '**/'.repeat(64) + 'b',
    '**/a/'.repeat(30) + 'b',
    '**/*/'.repeat(60) + 'b',
    '**/a*/'.repeat(60) + '*b',
    '*/'.repeat(500) + 'b',
    '{a,b}/'.repeat(9) + '**',
    '{a,b}'.repeat(9),
    '*a'.repeat(60) + '*z*b',
    '*[ab]'.repeat(60) + '*z*b',
    '**/*a*a*a*a*a*a*a*a*b',
  ])('answers %s, which is made to be slow, as the pattern itself does', (written) => {
    const index = indexOf([
      ...Array.from({ length: 40 }, (_, depth) => `${'a/'.repeat(depth * 25)}b`),
      ...Array.from({ length: 40 }, (_, length) => `${'a'.repeat(length * 6)}b`),
      ...Array.from({ length: 40 }, (_, depth) => `${'b/a/'.repeat(depth)}aab`),
    ]);
    const pattern = compiled(written);
    expect(pathsIn(index, pattern)).toEqual(index.paths.filter((path) => pattern.matches(path)));
  });
});

/** Names that mean something to Unicode, to a framework or to a glob. */
const aStrangePath = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'é',
      'e\u0301',
      '[id]',
      'i',
      '.a',
      '.',
      '\udcff',
      '\ud800',
      'a*',
      '{a}',
      '',
      ' ',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((names) => names.join('/'));

const aStrangePattern = fc
  .array(
    fc.constantFrom('a', 'é', 'e\u0301*', '[id]', '**', '*', '?', '.*', '*a', 'a*', '[!a]', '{a,é,b/*}'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((names) => names.join('/'));

describe('what is remembered', () => {
  it('is forgotten as soon as it is more than allowed, and then counted anew', () => {
    let forgotten = 0;
    const remember = createAllowance(3, () => {
      forgotten += 1;
    });
    const after = [1, 2, 1, 3, 1, 4].map((amount) => {
      remember(amount);
      return forgotten;
    });
    expect(after).toEqual([0, 0, 1, 1, 2, 3]);
  });
});

describe('the tree of an index', () => {
  const NAMES = ['a', 'b', 'a.b', 'é', 'e\u0301', 'ab'];
  const someTree = fc.array(
    fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }).map((names) => names.join('/')),
    { minLength: 1, maxLength: 20 },
  );

  it('has each path at one position, and what lies below a node side by side', () => {
    fc.assert(
      fc.property(someTree, (paths) => {
        const { tree } = indexOf(paths);
        expect([...tree.paths].sort()).toEqual([...new Set(paths)].sort());
        const pathOf = ({ name, parent }: PathNode): readonly string[] =>
          parent === null ? [] : [...pathOf(parent), tree.names[name] ?? '?'];
        for (const [order, node] of tree.nodes.entries()) {
          const names = pathOf(node);
          const isBelow = (other: readonly string[]) => names.every((name, at) => other[at] === name);
          expect([node.order, node.depth]).toEqual([order, names.length]);
          const below = tree.nodes.flatMap((other, at) => (isBelow(pathOf(other)) ? [at] : []));
          expect([below[0], below.length]).toEqual([node.order, node.last - node.order]);
          const held = tree.paths.flatMap((path, at) =>
            isBelow(path.normalize('NFC').split('/')) ? [at] : [],
          );
          expect([held[0], held.length]).toEqual([node.start, node.end - node.start]);
          for (const [name, child] of node.children) expect([child.name, child.parent]).toEqual([name, node]);
        }
        for (const [number, name] of tree.names.entries()) {
          expect(tree.numbers.get(name)).toBe(number);
          expect(tree.nodesByName[number]).toEqual(tree.nodes.filter((node) => node.name === number));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the paths of an index', () => {
  it('stand in the order of their names, directories among files', () => {
    expect(indexOf(['c', 'b', 'a/y', 'a/x/z', 'a.b', 'a/x/a']).paths).toEqual([
      'a.b',
      'a/x/a',
      'a/x/z',
      'a/y',
      'b',
      'c',
    ]);
  });
});

describe('the nodes at which a pattern is met', () => {
  it('stand in their order, and none of them below another one', () => {
    fc.assert(
      fc.property(
        aStrangePattern,
        fc.array(aStrangePath, { minLength: 1, maxLength: 20 }),
        (written, paths) => {
          const result = compilation(written);
          fc.pre(result.ok);
          const { tree } = indexOf(paths);
          for (const alternative of result.pattern.alternatives) {
            const nodes = matchTree(tree, alternative, createNameGlobs(tree));
            for (const [at, node] of nodes.entries())
              expect(node.order).toBeGreaterThanOrEqual(nodes[at - 1]?.last ?? 0);
          }
        },
      ),
      { numRuns: 200 },
    );
    const { tree } = indexOf(['x/b/b/1', 'b/x/b/b', 'b/b', 'a/b/a/b']);
    const [alternative = []] = compiled('**/b').alternatives;
    expect(matchTree(tree, alternative, createNameGlobs(tree))).toHaveLength(3);
  });

  it('are held for a glob as long as it is asked', () => {
    const { tree } = indexOf(['x/ab', 'ab', 'ac', 'b']);
    const toGlob = createNameGlobs(tree);
    const glob = toGlob('a*');
    expect(toGlob('a*')).toBe(glob);
    expect(toGlob('a*b')).not.toBe(glob);
    expect(glob.cost).toBe(tree.names.length);
    expect(glob.nodes().map(({ name }) => tree.names[name])).toEqual(['ab', 'ac', 'ab']);
    expect(glob.nodes()).toBe(glob.nodes());
    expect(glob.cost).toBe(0);
    expect(tree.names.map((_, name) => glob.matches(name))).toEqual(
      tree.names.map((name) => name.startsWith('a')),
    );
  });
});

describe('names that a glob may match', () => {
  const names = Array.from(
    { length: 60 },
    (_, at) => `${'xy'.charAt(at % 2)}${String(at)}.${'ts,md'.split(',')[at % 3 === 0 ? 0 : 1] ?? ''}`,
  );
  const long = Array.from({ length: 40 }, (_, at) => `${'l'.repeat(40)}${String(at)}`);
  const all = [...names, ...long, ''];

  it.each([
    ['*', 101],
    ['x*', 30],
    ['*.ts', 20],
    ['x*.ts', 20],
    ['y1*.md', 30],
    ['x?.md', 30],
    ['q*', 0],
    ['*q', 0],
    [`${'l'.repeat(40)}?`, 40],
  ])('are narrowed down to those of its beginning or its end: %s', (glob, most) => {
    const candidates = createNameSearch(all)(glob);
    const { count } = candidates;
    const found = [...candidates.names()];
    expect(found).toHaveLength(count);
    expect(count).toBeLessThanOrEqual(most);
    const test = compileGlob(glob);
    const matched = all.flatMap((name, at) => (name !== '' && test(name) ? [at] : []));
    expect(found).toEqual(expect.arrayContaining(matched));
    expect(found.toSorted((one, other) => one - other)).toEqual(found);
  });
});

describe('the key of a pattern', () => {
  it.each([
    ['{a,b}', '{b,a}', true],
    ['a', '*a', false],
    ['a\\*', 'a*', false],
    ['a/b', '{a,b}', false],
    ['{a,b}/c', '{a/c,b/c}', true],
    ['**/a', 'a', true],
    ['a', '/a', false],
    ['a', '!a', false],
    ['/a=b', 'a/=b', false],
    ['/a/b', '/a=b', false],
    ['!a', '!/a', false],
  ])('of %s and %s is the same: %s', (one, other, isSame) => {
    expect(patternKey(compiled(one)) === patternKey(compiled(other))).toBe(isSame);
  });
});

const SECTIONS: readonly SectionKind[] = ['owns', 'cannot-touch'];

const aScene = fc
  .array(
    fc.oneof(
      aPattern,
      aBracedPattern.map(({ pattern }) => pattern),
      aStrangePattern,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((patterns) =>
    fc.record({
      patterns: fc.constant(patterns),
      paths: fc
        .tuple(
          fc.array(fc.oneof(aPath, aStrangePath), { minLength: 1, maxLength: 20 }),
          ...patterns.map(pathsFor),
        )
        .map((lists) => lists.flat()),
      section: fc.constantFrom(...SECTIONS),
      root: fc.constantFrom('', '', 'a', 'a/b', 'e\u0301', '[id]'),
      negated: fc.boolean(),
    }),
  );

describe('generated patterns and trees', () => {
  it('give the very paths that the pattern says it matches', () => {
    let [found, scenes] = [0, 0];
    fc.assert(
      fc.property(aScene, ({ patterns, paths, section, root, negated }) => {
        scenes += 1;
        const index = indexOf([...paths, ...paths.map((path) => `${root}/${path}`)]);
        for (const written of patterns) {
          const result = compilation(negated ? `!${written}` : written, { section, root });
          if (!result.ok) continue;
          const expected = index.paths.filter((path) => result.pattern.matches(path));
          expect(pathsIn(index, result.pattern)).toEqual(expected);
          found += expected.length;
        }
      }),
      { numRuns: 3_000 },
    );
    expect(found / scenes).toBeGreaterThan(0.7);
  });
});
