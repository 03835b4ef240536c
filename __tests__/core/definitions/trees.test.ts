import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readBody } from './reading.js';

/** What a fence says that holds the lines, which are written with `@` between and count from 1. */
function fence(text: string, kind: 'owns' | 'cannot-touch' = 'owns') {
  const body = [kind === 'owns' ? '## OWNS' : '## CANNOT TOUCH', '```', ...text.split('@'), '```'].join('\n');
  const { rules, problems } = readBody(body, kind);
  const count = (row: string) => row.replace(/^\d+/, (line) => String(Number(line) - 2));
  return { rules: rules.map(count), problems: problems.map(count) };
}

describe('a drawing of a tree', () => {
  it.each([
    ['docs/@├── api/@│   └── v1.md  ✓ mine', ['3 docs/api/v1.md']],
    ['docs/@├── api/@│   └── v1.md@└── guide.md', ['3 docs/api/v1.md', '4 docs/guide.md']],
    ['docs/@├── api/@└── web/', ['2 docs/api/', '3 docs/web/']],
    [
      'docs/@├── a.md # one@├── b.md ← two@├── c.md - three@└── d.md (four)',
      ['2 docs/a.md', '3 docs/b.md', '4 docs/c.md', '5 docs/d.md'],
    ],
    [
      'docs/@├── a, b.md@├── *.md@└── [id].tsx',
      ['2 docs/a', '2 docs/b.md', '3 docs/*.md', '4 docs/[id].tsx'],
    ],
    ['packages/api@├── src/@└── test/', ['2 packages/api/src/', '3 packages/api/test/']],
    ['.claude@└── agents/', ['2 .claude/agents/']],
    ['src@└── api/', ['2 src/api/']],
    ['./docs/@└── api/', ['2 docs/api/']],
    ['├── src/@│   └── a.ts@└── docs/b.md', ['2 src/a.ts', '3 docs/b.md']],
    ['src/@|-- a.ts@|-- b@|   `-- c.ts@`-- d/', ['2 src/a.ts', '4 src/b/c.ts', '5 src/d/']],
    ['src/@+-- a.ts@+-- b/@|   \\-- c.ts@+---d', ['2 src/a.ts', '4 src/b/c.ts', '5 src/d']],
    [
      'docs/@├─┬ api/@│ ├── v1.md@│ └── v2.md@└── x.md',
      ['3 docs/api/v1.md', '4 docs/api/v2.md', '5 docs/x.md'],
    ],
    ['docs/@├─ api/@│  └─ v1.md@└─ x.md', ['3 docs/api/v1.md', '4 docs/x.md']],
    [
      'docs/@  ├── a/@  │   └── x.md@  └── b.md@@src/@  └── y.ts',
      ['3 docs/a/x.md', '4 docs/b.md', '7 src/y.ts'],
    ],
    ['docs/@├── a/@│@└── b/', ['2 docs/a/', '4 docs/b/']],
    ['docs/@├──\u00a0a/@│\u00a0\u00a0 └──\u00a0x.md@└── b/', ['3 docs/a/x.md', '4 docs/b/']],
    ['# the guides@docs/@# all of them@└── a/', ['4 docs/a/']],
    ['src/lib.ts@docs/@└── a/', ['1 src/lib.ts', '3 docs/a/']],
  ])('holds its leaves, with their full path and their own line: %s', (text, rules) => {
    expect(fence(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    '.',
    './',
    'my-project/',
    'project-root/',
    'repo/',
    '<repo-name>/',
    '(root)',
    'Repository:',
    'The repository',
  ])('has a label on its root line, and no directory: %s', (root) => {
    expect(fence(`${root}@├── src/@│   └── a.ts@├── README.md@└── docs/`)).toEqual({
      rules: ['3 src/a.ts', '4 /README.md', '5 /docs/'],
      problems: [],
    });
  });

  it.each<[text: string, rules: readonly string[], problems: readonly string[]]>([
    ['root/@  text@├── a/', ['3 root/a/'], ['2 unknown-shape text']],
    ['root/@├── a/@  # text@└── b/', ['2 root/a/', '4 root/b/'], []],
    ['│ x@├── a/', ['2 /a/'], ['1 unknown-shape │ x']],
    ['  │ x@  ├── a/', ['2 /a/'], ['1 unknown-shape │ x']],
    ['      ├── a/', ['1 /a/'], []],
    ['   root/@  ├── a/', ['2 root/a/'], []],
    ['    ├── a/@├── b/', ['1 /a/'], ['2 unknown-shape ├── b/']],
    ['├── a/@│   ├── b/@│  ├── c/', ['2 a/b/'], ['3 unknown-shape │  ├── c/']],
    ['├── a/@other/@    ├── b/', ['1 /a/', '3 other/b/'], []],
  ])('keeps to its columns: %s', (text, rules, problems) => {
    expect(fence(text)).toEqual({ rules, problems });
  });

  it('is reported where its root line could be the name of the repository', () => {
    expect(fence('shop@├── src/@└── docs/')).toEqual({
      rules: [],
      problems: ['1 unknown-shape shop', '2 unknown-shape ├── src/', '3 unknown-shape └── docs/'],
    });
  });

  it.each([
    ['bars without a branch', 'docs/@├── a/@│   and more', ['2 docs/a/'], [3]],
    ['no parent', 'docs/@│   └── v1.md@└── x.md', ['3 docs/x.md'], [2]],
    ['a level left out', 'docs/@├── a/@│       └── deep.md@└── b.md', ['4 docs/b.md'], [3]],
    ['tabs', 'docs/@├──\ta/@└── b.md', ['3 docs/b.md'], [2]],
    ['two kinds of signs', 'docs/@├── a/@|-- b/', [], [1, 2, 3]],
    ['a file that holds files', 'docs/@├── a.md@│   └── b.md@└── c.md', ['4 docs/c.md'], [2, 3]],
    ['a file as its root', 'src/x.ts@└── a/', [], [1, 2]],
    ['a root with a colon', 'src/:@└── a/', [], [1, 2]],
    ['dots', 'docs/@├── a.md@├── ...@├── …@└── etc.', ['2 docs/a.md'], [3, 4, 5]],
    ['several words', 'docs/@├── my file.md@└── b.md', ['3 docs/b.md'], [2]],
    ['a branch without a name', 'docs/@├──@└── b.md', ['3 docs/b.md'], [2]],
    ['an exception', 'docs/@├── !a.md@└── b.md', ['3 docs/b.md'], [2]],
    ['an exception above others', 'docs/@├── a/ (except x/)@│   └── y.md', [], [2, 3]],
    ['a path of its own', 'docs/@├── /a.md@└── ../b.md', [], [2, 3]],
    ['a part of a file', 'docs/@├── a.md (headings only)@└── b.md', ['3 docs/b.md'], [2]],
  ])('reports the lines with %s', (_, text, rules, lines) => {
    const read = fence(text);
    expect(read.rules).toEqual(rules);
    expect(read.problems.map((row) => Number(row.split(' ', 1)[0]))).toEqual(lines);
  });

  it('reports the lines that contradict the section, and those below them', () => {
    expect(fence('docs/@├── a/ ✗@│   └── x.md@├── b/ (read only)@└── c.md ✓')).toMatchObject({
      rules: ['5 docs/c.md'],
      problems: [expect.stringMatching(/^2 /), expect.stringMatching(/^3 /), expect.stringMatching(/^4 /)],
    });
    expect(fence('docs/@├── a/ ✗@└── c.md ✓', 'cannot-touch')).toMatchObject({
      rules: ['2 docs/a/'],
      problems: ['3 unknown-shape └── c.md ✓'],
    });
    expect(fence('Except:@├── a/@└── b/', 'cannot-touch').rules).toEqual([]);
  });

  it('hands conditions down and leaves placeholders to be reported', () => {
    expect(fence('docs/ (ask first)@└── a/', 'cannot-touch').rules).toEqual(['2 docs/a/']);
    expect(fence('{feature}/@└── a/').problems).toEqual(['2 unresolved-placeholder']);
  });
});

describe('a line of a tree above nothing but blanks', () => {
  it.each([['src/**@+--', ['1 unknown-shape src/**', '2 unknown-shape +--']]])(
    'is reported: %s',
    (text, problems) => {
      expect(fence(text, 'cannot-touch')).toEqual({ rules: [], problems });
    },
  );
});

describe('an indented tree', () => {
  it.each([
    ['docs/@  api/@    v1.md  # x@  guide.md@src/', ['3 docs/api/v1.md', '4 docs/guide.md', '5 src/']],
    ['docs/@    api/@        v1.md@    guide.md', ['3 docs/api/v1.md', '4 docs/guide.md']],
    ['src/  # code@@  # the API@  api/', ['4 src/api/']],
    ['docs/@  docs/a.md@  docs/b.md', ['1 docs/', '2 docs/a.md', '3 docs/b.md']],
    ['  src/a@  src/b@  lib/', ['1 src/a', '2 src/b', '3 lib/']],
    ['src/a@  src/b', ['1 src/a', '2 src/b']],
    ['- a/@- b/', ['1 a/', '2 b/']],
  ])('is one only below a line that ends in a slash: %s', (text, rules) => {
    expect(fence(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    'docs/@  the api of all@  guide.md',
    'docs/@    a.md@  b.md',
    'docs/@\ta.md',
    'docs/@  a.md@    b.md',
    'docs/@  docs/a@  b',
    'src/:@  - a.ts',
    'docs/@  a, b',
    '- a/@  - b/',
  ])('is reported where it is not clear: %s', (text) => {
    expect(fence(text).rules).toEqual([]);
    expect(fence(text).problems).toHaveLength(text.split('@').length);
  });
});

it('words below a directory are reported, and the directory is a rule', () => {
  expect(fence('src/api/@    The API of the shop@lib/')).toEqual({
    rules: ['1 src/api/', '3 lib/'],
    problems: ['2 no-path The API of the shop'],
  });
});

it('a fence with any drawing makes each line a rule, a problem, or what others hang below', () => {
  const sign = fc.constantFrom('├── ', '└── ', '│   ', '    ', '|-- ', '`-- ', '  ', '\t', '│', '─');
  const name = fc.constantFrom('a/', 'b.md', 'c', '…', 'x y', '✓ d/', 'e/  ✗', '# f', '', '!g', '{h}/', 'i:');
  const drawn = fc
    .tuple(fc.array(sign, { maxLength: 4 }), name)
    .map(([signs, text]) => signs.join('') + text);
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), (lines) => {
      const { rules, problems } = fence(lines.join('@'));
      const told = new Set([...rules, ...problems].map((row) => Number(row.split(' ', 1)[0])));
      for (const [index, text] of lines.entries()) {
        const says = /[a-z…]/.test(text.replace(/#.*/, ''));
        const isLast = lines.slice(index + 1).every((line) => /^[\s│|]*$/.test(line));
        if (says && isLast && !told.has(index + 1)) throw new Error(`lost: ${JSON.stringify(lines)}`);
      }
    }),
    { numRuns: 2_000 },
  );
});
