import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll } from './reading.js';

const lint = (text: string) => readAll(text.replaceAll('@', '\n'));

describe('a plain label in mixed case', () => {
  it.each([
    ['Never touch: `x/`', ['cannot-touch 1 x/']],
    ['Forbidden: `x/`', ['cannot-touch 1 x/']],
    ['- Never edit: `x/`@- Other', ['cannot-touch 1 x/']],
    ['Can edit: src/, docs/', ['owns 1 src/', 'owns 1 docs/']],
    ['Cannot touch: infra/ — ops', ['cannot-touch 1 infra/']],
    ['Do not touch (without approval): `x/`', ['cannot-touch 1 x/']],
    ['Some words.@Never touch: `x/`@Read only: `y/`', ['reads 3 y/', 'cannot-touch 2 x/']],
    ['Never touch:@- `a/`@- `b/`', ['cannot-touch 2 a/', 'cannot-touch 3 b/']],
    ['Never touch the following files:@@```@a/@```', ['cannot-touch 4 a/']],
    ['You must never touch any of these:@@- `a/`', ['cannot-touch 3 a/']],
    ['- Never touch:@  - `a/`@- Other', ['cannot-touch 2 a/']],
    ['## OWNS@- `a/`@@Never touch: `b/`', ['owns 2 a/', 'cannot-touch 4 b/']],
    ['## OWNS@- `a/`@@You do not own:@- `b/`', ['owns 2 a/', 'cannot-touch 5 b/']],
    [
      '## CANNOT TOUCH@@You must not touch:@@- `infra/`@- `!infra/a`',
      ['cannot-touch 5 infra/', 'cannot-touch 6 !infra/a'],
    ],
  ])('names a section where only paths follow: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    ['Cannot touch: the tables in `db/`', 'Cannot touch: the tables in `db/`'],
    ['Never touch in production:@- `a/`', 'Never touch in production:'],
    ['Do not delete: `a/`', 'Do not delete: `a/`'],
    ['CANNOT TOUCH IN PRODUCTION: `a/`', 'CANNOT TOUCH IN PRODUCTION: `a/`'],
  ])('is reported where more than paths follows: %s', (text, reported) => {
    expect(lint(text)).toEqual({ rules: [], problems: [`1 unknown-shape ${reported}`] });
  });

  it.each([
    'Forbidden: `any`, `unknown`',
    'Can edit: the code',
    'Forbidden: force pushes',
    'Never touch:@@Words.',
    'Forbidden:@- force pushes@- `any`',
    'Note: `src/` is here',
    'Reads: 10',
  ])('is prose without paths: %s', (text) => {
    expect(lint(text)).toEqual({ rules: [], problems: [] });
  });

  it.each([
    '**Do not touch** (without approval): `x/`',
    '**Do not touch:** (without approval) `x/`',
    'Do not touch (without approval): `x/`',
    'DO NOT TOUCH (without approval): x/',
    '- *Do not touch* (without approval): `x/`',
  ])('keeps its condition: %s', (text) => {
    const { definition } = parseDefinition(aSource(text));
    expect(definition?.sections.flatMap(({ rules }) => rules)).toMatchObject([
      { section: 'cannot-touch', pattern: 'x/', condition: 'without approval' },
    ]);
  });

  it.each([
    ['CANNOT TOUCH: everything outside `a/`', ['cannot-touch 1 **', 'cannot-touch 1 !a/'], []],
    ['CANNOT TOUCH: none', [], []],
    ['CANNOT TOUCH: src/ and db/', [], ['1 unknown-shape src/ and db/']],
    ['CANNOT TOUCH:@@`a/`@@`b/`', ['cannot-touch 3 a/', 'cannot-touch 5 b/'], []],
    ['File ownership: `a/`', [], []],
    ['*CANNOT TOUCH* : `a/`', ['cannot-touch 1 a/'], []],
    ['*OWNS* `a/`: the API', [], []],
  ])('in capitals or italics is one: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });

  it('takes further aliases', () => {
    const options = { headings: { 'cannot-touch': ['Nesmí měnit', '수정 금지'] } };
    const text =
      'NESMÍ MĚNIT: `a/`\n\nNesmi\u0301 me\u030cnit: y/\n\n**수정 금지:** `b/`\n\n수정 금지:\n- `c/`';
    expect(readAll(text, options).rules).toEqual([
      'cannot-touch 1 a/',
      'cannot-touch 3 y/',
      'cannot-touch 5 b/',
      'cannot-touch 8 c/',
    ]);
  });
});

describe('labels on one line', () => {
  it.each([
    ['**OWNS:** `a/` **CANNOT TOUCH:** `b/`', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['- **OWNS:** `a/` | **CANNOT TOUCH:** `b/`@- c', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['**OWNS** (the API): `a/`; **CANNOT TOUCH** : `b/`', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['You: **OWNS:** `a/`; **Never touch**: `b/`', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['## OWNS@**CANNOT TOUCH:** `b/` **READS:** `c/`', ['reads 2 c/', 'cannot-touch 2 b/']],
  ])('are all read: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    ['__OWNS:__ `a/` __CANNOT TOUCH:__ `b/`', ['owns 1 a/', 'cannot-touch 1 b/'], []],
    ['→ **OWNS:** `a/`; **Never touch**: `b/`', ['owns 1 a/', 'cannot-touch 1 b/'], []],
    ['→ **CANNOT TOUCH:** `b/`', ['cannot-touch 1 b/'], []],
    ['`x` and **CANNOT TOUCH:** `b/`', [], ['1 unknown-shape `x` and CANNOT TOUCH: `b/`']],
    ['Words **CANNOT TOUCH** `b/`', [], ['1 unknown-shape Words CANNOT TOUCH `b/`']],
    ['The part `**OWNS:** a/` and `b/`', [], []],
  ])('are told from what only holds one: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });

  it('are none in back-ticks, or behind a path without a colon', () => {
    expect(lint('Write `**OWNS:** a` on top.')).toEqual({ rules: [], problems: [] });
    expect(lint('## OWNS@- `a/` — which **nobody else owns**').rules).toEqual(['owns 2 a/']);
  });
});

describe('a heading of another agent', () => {
  it('is reported, with its lines not read', () => {
    expect(lint('## CANNOT TOUCH@- `a/`@### Frontend OWNS@- `b/`@### More@- `c/`')).toEqual({
      rules: ['cannot-touch 2 a/', 'cannot-touch 6 c/'],
      problems: ['3 unknown-shape Frontend OWNS'],
    });
    expect(lint('## OWNS@- `a/`@### Frontend OWNS@- `b/`')).toEqual({
      rules: ['owns 2 a/'],
      problems: ['3 unknown-shape Frontend OWNS'],
    });
  });

  it('is not one of this agent', () => {
    expect(lint('## CANNOT TOUCH@- `a/`@### Reviewer OWNS@- `b/`').rules).toEqual([
      'owns 4 b/',
      'cannot-touch 2 a/',
    ]);
  });
});
