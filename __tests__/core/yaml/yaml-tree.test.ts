import { describe, expect, it } from '@jest/globals';
import { limitExceeded, TOO_DEEP } from '../../../src/core/yaml/limits.js';
import { parseYamlTree, type YamlNode } from '../../../src/core/yaml/yaml-tree.js';

/** In short: each value with its line, as `[1, 'text']`, a list with its items, a mapping with its keys and their lines. */
type Short = readonly [line: number, value: unknown, ...below: unknown[]];

function inShort(node: YamlNode): Short {
  switch (node.kind) {
    case 'nothing':
      return [node.line, null];
    case 'text':
    case 'number':
    case 'flag':
      return [node.line, node.value];
    case 'list':
      return [node.line, '[]', ...node.items.map(inShort)];
    case 'mapping':
      return [node.line, '{}', ...node.entries.map(({ key, line, value }) => [key, line, inShort(value)])];
  }
}

const read = (text: string): unknown => {
  const tree = parseYamlTree(text);
  return tree.ok ? inShort(tree.root) : tree;
};

describe('parseYamlTree', () => {
  it.each<[string, string, Short]>([
    ['nothing of an empty text', '', [1, null]],
    ['nothing of comments', '# a\n# b\n', [1, null]],
    ['a text', 'enforce', [1, 'enforce']],
    ['a number', '3', [1, 3]],
    ['a flag', 'true', [1, true]],
    ['the other flag', 'false', [1, false]],
    [
      'a null',
      'a: null\nb: ~\nc:\n',
      [1, '{}', ['a', 1, [1, null]], ['b', 2, [2, null]], ['c', 3, [3, null]]],
    ],
    ['what looks like a number in quotes', 'a: "3"', [1, '{}', ['a', 1, [1, '3']]]],
    ['a date as text', 'until: 2027-01-31', [1, '{}', ['until', 1, [1, '2027-01-31']]]],
    ['yes as text', '- yes\n- on', [1, '[]', [1, 'yes'], [2, 'on']]],
    [
      'an empty list and an empty mapping',
      'a: []\nb: {}',
      [1, '{}', ['a', 1, [1, '[]']], ['b', 2, [2, '{}']]],
    ],
    [
      'values on the line on which they begin',
      '# first\n\na:\n  - 1\n\n  - b: |\n      x\n',
      [3, '{}', ['a', 3, [4, '[]', [4, 1], [6, '{}', ['b', 6, [6, 'x\n']]]]]],
    ],
    ['a key twice', 'a: 1\na: 2\n', [1, '{}', ['a', 1, [1, 1]], ['a', 2, [2, 2]]]],
    ['a key named __proto__', '__proto__: 1', [1, '{}', ['__proto__', 1, [1, 1]]]],
    [
      'keys that are no texts as they are written',
      '1.0: a\ntrue: b\n~: c\n0x1F: d\n',
      [1, '{}', ['1.0', 1, [1, 'a']], ['true', 2, [2, 'b']], ['~', 3, [3, 'c']], ['0x1F', 4, [4, 'd']]],
    ],
    ['a key in quotes without them', '"a b": 1', [1, '{}', ['a b', 1, [1, 1]]]],
    ['no key for a list', '? [a]\n: 1\n', [1, '{}', ['', 1, [2, 1]]]],
    ['no key for an alias', 'a: &x b\n*x : 1\n', [1, '{}', ['a', 1, [1, 'b']], ['', 2, [2, 1]]]],
    ['no key for nothing', ': 1\n', [1, '{}', ['', 1, [1, 1]]]],
    [
      'an alias as what it stands for, on its own line',
      'a: &x\n  - 1\nb: *x\n',
      [1, '{}', ['a', 1, [2, '[]', [2, 1]]], ['b', 3, [3, '[]', [2, 1]]]],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, string, number, string]>([
    ['two documents', 'a: 1\n---\nb: 2\n', 2, 'several-documents'],
    ['an open list', 'a: 1\n\nb: [x', 3, 'not-yaml'],
    ['a tag that nobody defined', 'a:\n  - !docs/**', 2, 'not-yaml'],
    ['an alias without anchor', 'a:\n  - 1\n  - *nope', 3, 'not-yaml'],
    ['an alias of itself', 'a: &x\n  - *x', 2, 'beyond-limits'],
    ['lists in lists', `a:\n  ${'- '.repeat(40)}x`, 2, 'beyond-limits'],
    ['lists in lists without end', `a:\n  ${'- '.repeat(20_000)}x`, 2, 'beyond-limits'],
    ['more text than any config has', `# ${'x'.repeat(65_536)}`, 1, 'beyond-limits'],
  ])('refuses %s, and says why', (_, text, line, why) => {
    expect(read(text)).toMatchObject({ ok: false, line, why });
  });

  it.each([
    ['x', 'text'],
    ['1', 'number'],
    ['true', 'flag'],
    ['~', 'nothing'],
    ['[]', 'list'],
    ['{}', 'mapping'],
  ])('tells the kind of %s', (text, kind) => {
    expect(parseYamlTree(text)).toMatchObject({ root: { kind } });
  });

  it('says in one line what is wrong', () => {
    expect(read('a: [\nb')).toMatchObject({ detail: expect.not.stringContaining('\n') as unknown });
  });

  it('says which alias nothing defines', () => {
    expect(read('a: *nope')).toMatchObject({ detail: expect.stringContaining('nope') as unknown });
  });

  it('reads 32 values in one another, and no more', () => {
    const nested = (depth: number) => parseYamlTree(`${'- '.repeat(depth)}x`);
    expect(nested(32).ok).toBe(true);
    expect(nested(33)).toEqual({ ok: false, line: 1, why: 'beyond-limits', detail: TOO_DEEP });
  });

  it('counts a mapping and an alias as deep as a list', () => {
    const mappings = Array.from({ length: 33 }, (_, depth) => `${' '.repeat(depth)}k:`);
    expect(parseYamlTree(mappings.slice(1).join('\n')).ok).toBe(true);
    expect(parseYamlTree(mappings.join('\n'))).toMatchObject({ line: 33, why: 'beyond-limits' });
    const alias = (depth: number) => parseYamlTree(`a: &x [1]\nb:\n  ${'- '.repeat(depth)}*x`);
    expect(alias(29).ok).toBe(true);
    expect(alias(30)).toMatchObject({ line: 1, why: 'beyond-limits', detail: TOO_DEEP });
  });

  it('reads 50,000 values, and no more, however often an alias repeats them', () => {
    // The root, the first list with 99 values, and a list of aliases: each stands for the list and counts itself.
    const many = (aliases: number, more: number): string =>
      `- &x [${Array(98).fill('1').join(',')}]\n- [${[...Array<string>(aliases).fill('*x'), ...Array<string>(more).fill('2')].join(',')}]`;
    const root = 1;
    const first = 1 + 98;
    const second = 1 + 498 * (2 + 98);
    const left = 50_000 - root - first - second;
    expect(parseYamlTree(many(498, left)).ok).toBe(true);
    expect(parseYamlTree(many(498, left + 1))).toMatchObject({
      line: 2,
      why: 'beyond-limits',
      detail: 'too many values, most of them by aliases',
    });
  });
});

describe('limitExceeded', () => {
  const nested = (start: string, end: string) => (count: number) =>
    `${start.repeat(count)}x${end.repeat(count)}`;
  it.each<[string, number, (count: number) => string, number]>([
    ['characters', 65_536, (count) => '\n'.repeat(count), 1],
    ['lists in one another', 32, nested('[', ']'), 1],
    ['mappings in one another', 32, nested('{ a: ', '}'), 1],
    ['lists in lines', 32, nested('- ', ''), 1],
    [
      'keys in lines',
      32,
      (count) => Array.from({ length: count }, (_, at) => `${' '.repeat(at)}k:`).join('\n') + ' x',
      33,
    ],
    ['lists that end', 32, (count) => `a: 1\nb:\n  ${'- '.repeat(count - 1)}x\nc: 1`, 3],
    ['explicit keys', 64, (count) => '\n' + '? a\n'.repeat(count), 66],
    ['explicit keys in braces', 64, (count) => '- {? a}\n'.repeat(count), 65],
    ['explicit keys in brackets', 64, (count) => '- [? a]\n'.repeat(count), 65],
    ['explicit keys after commas', 64, (count) => `[a${',? a'.repeat(count)}]`, 1],
    ['explicit keys without blanks', 64, (count) => '?\n'.repeat(count), 65],
  ])('lets pass so many %s, and no more: %d', (_, most, text, line) => {
    expect(limitExceeded(text(most))).toBeNull();
    expect(limitExceeded(text(most + 1))).toMatchObject({ line });
  });

  it('says which limit it is', () => {
    const details = ['x'.repeat(65_537), '? '.repeat(65), '['.repeat(33)].map(
      (text) => limitExceeded(text)?.detail,
    );
    expect(details).toEqual(['longer than 65536 characters', 'too many explicit keys', TOO_DEEP]);
  });

  it.each([
    ['questions', 'really? yes '.repeat(65)],
    ['names that begin with a question mark', '- ?x\n'.repeat(65)],
    ['brackets that close', '- [{}, []]\n'.repeat(40)],
    [
      'brackets and bullets in texts',
      `a: "${'['.repeat(99)}"\nb: |\n  ${'- '.repeat(99)}\n# ${'{'.repeat(99)}`,
    ],
    ['lists beside one another', 'a:\n- 1\nb:\n  - 2\n'.repeat(40)],
  ])('does not count %s', (_, text) => {
    expect(limitExceeded(text)).toBeNull();
  });
});
