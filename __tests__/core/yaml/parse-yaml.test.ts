import { describe, expect, it } from '@jest/globals';

import { isYamlMapping, parseYaml } from '../../../src/core/yaml/parse-yaml.js';

const dataOf = (text: string): unknown => {
  const reading = parseYaml(text);
  return reading.ok ? reading.data : reading;
};

describe('parseYaml', () => {
  it.each([
    ['a date as text', 'day: 2026-11-23', { day: '2026-11-23' }],
    ['a clock time as text', 'at: 12:30:45', { at: '12:30:45' }],
    ['yes as text', 'name: yes', { name: 'yes' }],
    ['the last of duplicate keys', 'name: a\nname: b', { name: 'b' }],
    ['a text with a hash behind it', 'name: hash # comment', { name: 'hash' }],
    ['an alias', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    [
      'an alias beside what it stands for',
      'a: &x { b: &y [] }\nc: [*x, *x, *y]',
      { a: { b: [] }, c: [{ b: [] }, { b: [] }, []] },
    ],
    ['nothing as nothing', '', null],
    ['the first of several documents', 'a: 1\n---\nb: 2', { a: 1 }],
    ['yes as text, whatever version a directive names', '%YAML 1.1\n---\na: yes', { a: 'yes' }],
  ])('reads %s', (_, text, expected) => {
    expect(dataOf(text)).toEqual(expected);
  });

  it('keeps a key named __proto__ an ordinary key', () => {
    const data = dataOf('__proto__: { polluted: true }\nconstructor: 1') as object;
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  it.each([
    ['an unquoted colon', 'a: 1\nb: Use: this', 2],
    ['an open list', 'a: 1\n\nb: [x', 3],
    ['a tag that nobody defined', 'a:\n  - !docs/**', 2],
    ['a reserved character', 'a: @x', 1],
    ['a tab as indentation', 'hooks:\n\tx: 1', 2],
    ['an alias without anchor', 'a: *nope', 1],
    ['an alias in its own list', 'a: 1\nb: &b\n  - *b', 2],
    ['an alias in its own mapping', 'a: [1]\n\nb: &b\n  c: { d: *b }', 3],
    ['an alias further down of what holds itself', 'x: &a [*a]\ny: *a', 1],
    ['an alias of the whole text', '# x\n&a\n- *a', 3],
    ['an alias that a later key repeats', 'x: &a\n  y: *a\ny: *a', 1],
    ['more aliases than are followed', `a: &a x\nb:\n${'- *a\n'.repeat(101)}`, 1],
  ])('refuses %s with its line', (_, text, line) => {
    expect(parseYaml(text)).toMatchObject({ ok: false, line });
  });

  it.each([
    ['deep flow mappings', '{'.repeat(400)],
    ['deep flow lists', '['.repeat(100_000)],
    ['deep block lists', '- '.repeat(30_000)],
    ['deep block lists below a key', `a:\n  ${'- '.repeat(20_000)}x`],
    ['deep block lists that end', `${'- '.repeat(20_000)}x\ny: 1`],
    ['deep values', ': '.repeat(30_000)],
    ['deep mappings', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')],
    ['explicit keys in a row', '? '.repeat(30_000)],
    ['many aliases', `a: &a x\nb: [${'*a,'.repeat(10_000)}]`],
    ['aliases that multiply', aliasBomb(12)],
    ['aliases that multiply nothing', aliasBomb(12, '')],
    ['aliases that multiply empty lists and mappings', aliasBomb(12, '[], {}')],
    ['more text than any front matter has', `a: ${'x'.repeat(100_000)}`],
  ])('refuses %s, and soon', (_, text) => {
    expect(parseYaml(text)).toMatchObject({ ok: false });
  });

  it('knows the lines of keys and of what they hold', () => {
    const reading = parseYaml('name: x\nowns:\n  - a\n\n  - b\nreads: |\n  c\n  d\nempty:\n');
    expect(reading.ok && reading.keys.map(({ name, line, values }) => [name, line, values])).toEqual([
      ['name', 1, [{ value: 'x', line: 1 }]],
      [
        'owns',
        2,
        [
          { value: 'a', line: 3 },
          { value: 'b', line: 5 },
        ],
      ],
      [
        'reads',
        6,
        [
          { value: 'c', line: 7 },
          { value: 'd', line: 8 },
          { value: '', line: 9 },
        ],
      ],
      ['empty', 9, []],
    ]);
  });

  it.each([
    [['waivers', 1, 'path'], 5],
    [['waivers', 0], 2],
    [['waivers'], 1],
    [['waivers', 1, 'unknown'], 4],
    [['nowhere', 'below'], 1],
  ] as const)('finds the line of %j', (path, line) => {
    const reading = parseYaml('waivers:\n  - agent: a\n    path: x\n  - agent: b\n    path: y\n');
    expect(reading.ok && reading.lineOf(path)).toBe(line);
  });

  it.each<[string, string, boolean]>([
    ['deep lists', '['.repeat(40), true],
    ['too long a text', 'x'.repeat(65_537), true],
    ['many aliases', `a: &a x\nb: [${'*a,'.repeat(200)}]`, true],
    ['aliases that multiply nothing', aliasBomb(8, ''), true],
    ['an alias without anchor', 'a: *nope', false],
    ['an alias that holds itself', 'a: &a [*a]', false],
    ['an open list', '[', false],
  ])('tells what is too much for it from what is no YAML: %s', (_, text, isLimit) => {
    expect(parseYaml(text)).toMatchObject({ ok: false, isLimit });
  });

  it('finds the line of an alias that nothing defines, and names it', () => {
    expect(parseYaml('a: 1\nb:\n  - *nope\n')).toMatchObject({
      ok: false,
      line: 3,
      detail: expect.stringContaining('nope') as unknown,
    });
  });

  it.each([
    ['the parser', 'a: [\nb', /^[^\n]+$/],
    ['an alias that holds itself', 'a: &a [*a]', /^an alias that holds itself$/],
    ['too many values', aliasBomb(8, ''), /^too many values, most of them by aliases$/],
  ])('says in one line what is wrong: %s', (_, text, detail) => {
    expect(parseYaml(text)).toMatchObject({ detail: expect.stringMatching(detail) as unknown });
  });

  const valuesOf = (text: string): unknown => {
    const reading = parseYaml(text);
    return reading.ok
      ? reading.keys.map(({ name, line, value, values }) => [name, line, value, values])
      : reading;
  };

  it.each<[string, string, unknown]>([
    ['one value', 'a: x', [['a', 1, 'x', [{ value: 'x', line: 1 }]]]],
    ['a number', 'a: 1', [['a', 1, 1, [{ value: 1, line: 1 }]]]],
    ['a flag', 'a: false', [['a', 1, false, [{ value: false, line: 1 }]]]],
    [
      'nothing',
      'a:\nb: ~',
      [
        ['a', 1, null, []],
        ['b', 2, null, []],
      ],
    ],
    ['a mapping as one value', 'a:\n  b: 1', [['a', 1, { b: 1 }, [{ value: { b: 1 }, line: 2 }]]]],
    [
      'a list in braces',
      'a: [x,\n y]',
      [
        [
          'a',
          1,
          ['x', 'y'],
          [
            { value: 'x', line: 1 },
            { value: 'y', line: 2 },
          ],
        ],
      ],
    ],
    ['an empty list', 'a: []', [['a', 1, [], []]]],
    ['a key that is a number', '1: x', [['1', 1, 'x', [{ value: 'x', line: 1 }]]]],
    ['no key that is a list', '? [x]\n: y\na: z', [['a', 3, 'z', [{ value: 'z', line: 3 }]]]],
    [
      'an alias of a list, with the lines where it stands',
      'a: &a\n  - x\nb: *a',
      [
        ['a', 1, ['x'], [{ value: 'x', line: 2 }]],
        ['b', 3, ['x'], [{ value: 'x', line: 2 }]],
      ],
    ],
    [
      'an alias of a text in a list',
      'a: &a x\nb: [*a]',
      [
        ['a', 1, 'x', [{ value: 'x', line: 1 }]],
        ['b', 2, ['x'], [{ value: 'x', line: 2 }]],
      ],
    ],
    [
      'blocks that a tag makes numbers, which have no lines',
      'a: !!int |-\n  12\nb:\n  - !!int |-\n    34\n',
      [
        ['a', 1, 12, [{ value: 12, line: 1 }]],
        ['b', 3, [34], [{ value: 34, line: 4 }]],
      ],
    ],
    [
      'a key that stands twice, with the values of both',
      'a: x\nb: 1\na:\n  - y',
      [
        [
          'a',
          3,
          ['y'],
          [
            { value: 'x', line: 1 },
            { value: 'y', line: 4 },
          ],
        ],
        ['b', 2, 1, [{ value: 1, line: 2 }]],
      ],
    ],
    [
      'a text over several lines, with each of them',
      'a: x\n  y',
      [
        [
          'a',
          1,
          'x y',
          [
            {
              value: 'x y',
              line: 1,
              folded: [
                { text: 'x', line: 1 },
                { text: 'y', line: 2 },
              ],
            },
          ],
        ],
      ],
    ],
    [
      'a folded block, with each line',
      'a: >\n  x\n  y\n',
      [
        [
          'a',
          1,
          'x y\n',
          [
            {
              value: 'x y\n',
              line: 1,
              folded: [
                { text: 'x', line: 2 },
                { text: 'y', line: 3 },
              ],
            },
          ],
        ],
      ],
    ],
    [
      'a literal block in a list, with each line',
      'a:\n  - |\n    x\n    y\n',
      [
        [
          'a',
          1,
          ['x\ny\n'],
          [
            {
              value: 'x\ny\n',
              line: 2,
              folded: [
                { text: 'x', line: 3 },
                { text: 'y', line: 4 },
              ],
            },
          ],
        ],
      ],
    ],
    ['no keys of a list', '- a', []],
    ['no keys of a text', 'a', []],
    ['no keys of nothing', '', []],
  ])('gives the keys of the outermost mapping: %s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it.each<[string, string, readonly (string | number)[], number]>([
    ['the start', '\n\na: 1', [], 3],
    ['the start of nothing', '', ['a'], 1],
    ['a key', 'a: 1\nb: 2', ['b'], 2],
    ['the last of equal keys', 'a: 1\nb: 2\na: 3', ['a'], 3],
    ['an item', 'a:\n  - 1\n  - 2', ['a', 1], 3],
    ['no item past the end', 'a:\n  - 1\n  - 2', ['a', 2], 1],
    ['no item by a text', 'a:\n  - 1\n  - 2', ['a', '1'], 1],
    ['a key that is a number', 'a:\n  1: x\n  2: y', ['a', 2], 3],
    ['nothing below a text', 'a:\n  b: x', ['a', 'b', 'c'], 2],
    ['what an alias stands for', 'a: &a\n  b: 1\nc: *a', ['c', 'b'], 2],
  ])('finds the line of %s', (_, text, path, line) => {
    const reading = parseYaml(text);
    expect(reading.ok && reading.lineOf(path)).toBe(line);
  });
});

it('reads 50,000 values, and no more, however often an alias repeats them', () => {
  // The root, a list of lists without items, and a list of as many aliases of it as one may follow.
  const first = 1 + 500;
  const many = (aliases: number, more: number): string =>
    `- &x [${'[],'.repeat(first - 1)}]\n- [${'*x,'.repeat(aliases)}${'[],'.repeat(more)}]`;
  const left = 50_000 - 1 - first - (1 + 90 * first);
  expect(parseYaml(many(90, left)).ok).toBe(true);
  expect(parseYaml(many(90, left + 1))).toMatchObject({ ok: false, line: 1, isLimit: true });
});

describe('isYamlMapping', () => {
  it.each<[string, string, boolean]>([
    ['a mapping', 'a: 1', true],
    ['an empty mapping', '{}', true],
    ['a list', '- a', false],
    ['a text', 'a', false],
    ['nothing', '', false],
  ])('tells of %s', (_, text, expected) => {
    expect(isYamlMapping(dataOf(text))).toBe(expected);
  });
});

function aliasBomb(levels: number, leaf = 'x'): string {
  const rows = Array.from({ length: levels }, (_, level) => {
    const items =
      level === 0
        ? leaf
        : Array(9)
            .fill(`*a${level - 1}`)
            .join(', ');
    return `a${level}: &a${level} [${items}]`;
  });
  return rows.join('\n');
}
