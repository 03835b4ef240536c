import { describe, expect, it } from '@jest/globals';

import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';

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
    ['nothing as nothing', '', null],
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
});

function aliasBomb(levels: number): string {
  const rows = Array.from({ length: levels }, (_, level) => {
    const below = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => below).join(', ')}]`;
  });
  return rows.join('\n');
}
