import { describe, expect, it } from '@jest/globals';

import type { OutlineBlock } from '../../../src/core/definitions/markdown-block.js';
import { parseOutline } from '../../../src/core/definitions/outline.js';

/** `kind@depth line: text / text` */
const show = (block: OutlineBlock): string => {
  switch (block.kind) {
    case 'tag':
      return `${block.opens ? 'opens' : 'closes'}@${block.depth} ${block.line}: ${block.text}`;
    case 'break':
      return `break ${block.line}`;
    case 'table':
      return `table ${[block.header, ...block.rows].map(({ line, cells }) => `${line}: ${cells.join(' / ')}`).join(', ')}`;
    case 'heading':
      return `h${block.level} ${block.lines.map(({ line, text }) => `${line}: ${text}`).join(', ')}`;
    case 'code':
    case 'paragraph':
    case 'item':
      return `${block.kind}@${block.depth} ${block.lines.map(({ line, text }) => `${line}: ${text}`).join(', ')}`;
  }
};
const outline = (...lines: readonly string[]): readonly string[] =>
  parseOutline(lines.join('\n'), 1).blocks.map(show);

describe('parseOutline', () => {
  it('counts lines from the line given', () => {
    expect(parseOutline('# Title\n\ntext', 10).blocks).toMatchObject([
      { kind: 'heading', lines: [{ line: 10 }] },
      { kind: 'paragraph', lines: [{ line: 12 }] },
    ]);
  });

  it.each([
    ['headings of all levels', ['# a', '###### f ##', 'Under', '==='], ['h1 1: a', 'h6 2: f', 'h1 3: Under']],
    ['a wrapped paragraph', ['a', '  b', '', 'c'], ['paragraph@0 1: a, 2:   b', 'paragraph@0 4: c']],
    ['a fence', ['```text', 'a', '', ' b', '```', 'c'], ['code@0 2: a, 3: , 4:  b', 'paragraph@0 6: c']],
    ['an empty fence', ['```', '```'], ['code@0 ']],
    ['an open fence', ['~~~', '# a', '```'], ['code@0 2: # a, 3: ```']],
    [
      'a fence in a fence',
      ['````', '```', '# a', '```', '````', '# b'],
      ['code@0 2: ```, 3: # a, 4: ```', 'h1 6: b'],
    ],
    ['an info string that closes nothing', ['```', 'a', '```js', '```'], ['code@0 2: a, 3: ```js']],
    [
      'an indented block',
      ['', '    a', '', '      b', 'c'],
      ['code@0 2: a, 3: , 4:   b', 'paragraph@0 5: c'],
    ],
    [
      'nested lists',
      ['- a', '  wrapped', '  - b', '', '    more', '1. c'],
      ['item@1 1: a, 2: wrapped', 'item@2 3: b', 'paragraph@2 5: more', 'item@1 6: c'],
    ],
    ['a fence in a list', ['- a', '  ```', '  b', '  ```'], ['item@1 1: a', 'code@1 3: b']],
    ['a quotation', ['> # a', '> - b'], ['h1 1: a', 'item@1 2: b']],
    [
      'a table',
      ['text', '| a | b |', '|---|:-:|', '| `c` | d \\| e |', '| f |'],
      ['paragraph@0 1: text', 'table 2: a / b, 4: `c` / d | e, 5: f / '],
    ],
    ['a thematic break', ['a', '', '***'], ['paragraph@0 1: a', 'break 3']],
    ['a link definition as text', ['[a]: src/'], ['paragraph@0 1: [a]: src/']],
    [
      'pairs of tags',
      ['<a_b c="d">', '- x', '</a_b>', '<y>z</y>'],
      [
        'opens@0 1: <a_b c="d">',
        'item@1 2: x',
        'closes@0 3: </a_b>',
        'opens@0 4: <y>',
        'paragraph@0 4: z',
        'closes@0 4: </y>',
      ],
    ],
    [
      'what tags indent',
      ['<x>', '    a', '', '    b', '</x>'],
      ['opens@0 1: <x>', 'paragraph@0 2: a', 'paragraph@0 4: b', 'closes@0 5: </x>'],
    ],
    ['tags without a partner as text', ['<x>', 'a', '</y>'], ['paragraph@0 1: <x>, 2: a, 3: </y>']],
    ['HTML as text', ['<scope>', '# a'], ['paragraph@0 1: <scope>', 'h1 2: a']],
  ])('reads %s', (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });

  it('tells an underlined heading from one with signs', () => {
    expect(parseOutline('a\n---\n## b', 1).blocks).toMatchObject([
      { underlined: true },
      { underlined: false },
    ]);
  });

  it.each([
    ['on one line', ['<!-- # a -->', '# b'], ['h1 2: b']],
    ['over lines', ['a', '<!--', '# b', '', '-->', '# c'], ['paragraph@0 1: a', 'h1 6: c']],
    ['in a list', ['- a', '  <!-- b', '  c -->', '- d'], ['item@1 1: a', 'item@1 4: d']],
    ['with text behind its end', ['<!-- a', '--> # b'], ['paragraph@0 2: # b']],
    ['without an end, as text', ['<!-- a', '', '# b'], ['paragraph@0 1: <!-- a', 'h1 3: b']],
    [
      'that a list item ends, as text',
      ['- <!-- a', '', '# b', '', '<!-- c -->', 'd'],
      ['item@1 1: <!-- a', 'h1 3: b', 'paragraph@0 6: d'],
    ],
    ['inside a fence as text', ['```', '<!-- a -->', '```'], ['code@0 2: <!-- a -->']],
  ])('leaves out a comment %s', (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });

  it.each(['- ', '> ', '1. ', '> - ', '- > > '])('says where %j is nested too deeply', (mark) => {
    expect(parseOutline(`a\n\n${mark.repeat(20)}src/`, 1).unreadFrom).toBeNull();
    expect(parseOutline(`a\n\n${mark.repeat(150)}src/\n\n# b`, 1).unreadFrom).toBe(3);
  });

  it('says which fence has no end', () => {
    const isOpen = (text: string) =>
      parseOutline(text, 1).blocks.map((block) => block.kind === 'code' && block.isOpen);
    expect(isOpen('```\na\n```')).toEqual([undefined]);
    expect(isOpen('```\n```')).toEqual([undefined]);
    expect(isOpen('```\na\n\n')).toEqual([true]);
    expect(isOpen('```')).toEqual([true]);
    expect(isOpen('    a')).toEqual([undefined]);
    expect(isOpen('a\n\n```\nb\n```')).toEqual([false, undefined]);
    expect(isOpen('a\n\n```\nb')).toEqual([false, true]);
  });

  it.each([
    '> ',
    '- ',
    '<!--\n',
    '- <!--\n',
    '`',
    '|-|-|\n',
    '#\n',
    '[',
    '\t',
    '```\n',
    '<x>\n',
    '<x></x>',
    '</x>\n',
  ])('reads a megabyte of %j', (unit) => {
    expect(() => parseOutline(unit.repeat(1_000_000 / unit.length), 1)).not.toThrow();
  });
});
