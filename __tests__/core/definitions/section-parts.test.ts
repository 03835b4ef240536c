import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll } from './reading.js';

const lint = (text: string) => {
  const { rules, problems } = readAll(text.replaceAll('@', '\n'));
  return { rules: [...rules].sort(), problems };
};

describe('an introduction inside a section', () => {
  it.each([
    [
      'In `web/`:@- `src/`@@`lib/`',
      ['owns 5 lib/'],
      ['2 unknown-shape In `web/`:', '3 unknown-shape `src/`'],
    ],
    ['`web/`:@- `src/`', [], ['2 unknown-shape `web/`:', '3 unknown-shape `src/`']],
    [
      'The code of the `web` team:@- `src/`',
      [],
      ['2 unknown-shape The code of the `web` team:', '3 unknown-shape `src/`'],
    ],
    ['As `README.md` says:@- `src/`', ['owns 3 src/'], ['2 unknown-shape As `README.md` says:']],
    ['**Backend**@@- `src/`', ['owns 4 src/'], []],
    ['- **Backend**@  - `src/`@- **Frontend**:@  - `web/`', ['owns 3 src/', 'owns 5 web/'], []],
    ['- Not yours:@  - `db/`@- `src/`', ['cannot-touch 3 db/', 'owns 4 src/'], []],
    [
      'Not yours:@- `db/`@  - `db/x`@@```@gen/@```',
      ['cannot-touch 3 db/', 'cannot-touch 4 db/x', 'cannot-touch 7 gen/'],
      [],
    ],
    [
      '### Not yours@- `db/`@@Words.@### Mine@- `src/`',
      ['cannot-touch 3 db/', 'owns 7 src/'],
      ['5 no-path Words.'],
    ],
    ['Words:@@More words.', [], ['2 no-path Words:', '4 no-path More words.']],
    ['Words:@@| Path |@|---|@| `a/` |', ['owns 6 a/'], []],
    ['<br>@<hr/>@@`a/`', ['owns 5 a/'], []],
  ])('says nothing, or names a section or directory of its own: %s', (text, rules, problems) => {
    expect(lint(`## OWNS@${text}`)).toEqual({ rules, problems });
  });

  it.each([
    ['- `a/`@- Except@- `b/`@@`c/`', ['2 a/', '6 c/'], ['3 complement Except', '4 unknown-shape `b/`']],
    ['- `a/`@- Except:@  - `b/`@- `c/`', ['2 a/', '5 c/'], ['4 unknown-shape `b/`']],
    ['- `a/`@- But not:@  - `b/`@- `c/`', ['2 a/', '5 c/'], ['4 unknown-shape `b/`']],
    ['- `a/`@@Other than:@@- `b/`', ['2 a/'], ['6 unknown-shape `b/`']],
    ['`a/`@@Except@@```@b/@```', ['2 a/'], ['7 unknown-shape b/']],
    ['`a/`@@Except@@`b/`', ['2 a/'], ['4 complement Except', '6 unknown-shape `b/`']],
  ])('"Except" takes out what follows it: %s', (text, rules, problems) => {
    expect(lint(`## CANNOT TOUCH@${text}`)).toEqual({
      rules: rules.map((rule) => `cannot-touch ${rule}`),
      problems,
    });
  });
});

describe('a column that says who may do what', () => {
  const table = (header: string, ...rows: readonly string[]) =>
    lint(
      [header, header.replace(/[^|]+/g, '-'), ...rows]
        .map((row) => `| ${row.replaceAll('|', ' | ')} |`)
        .join('\n'),
    );

  it.each([
    ['r', 'reads'],
    ['ro', 'reads'],
    ['View', 'reads'],
    ['w', 'owns'],
    ['r/w', 'owns'],
    ['read and write', 'owns'],
    ['read & write', 'owns'],
    ['own', 'owns'],
    ['full control', 'owns'],
    ['✅ write', 'owns'],
    ['✅ read', 'reads'],
    ['❌ none', 'cannot-touch'],
    ['_denied_', 'cannot-touch'],
    ['blocked', 'cannot-touch'],
    ['no', 'cannot-touch'],
  ])('reads %j as %s', (word, kind) => {
    expect(table('Path|Access', `\`a/\`|${word}`)).toEqual({ rules: [`${kind} 3 a/`], problems: [] });
  });

  it.each([
    ['Ownership', '❌', []],
    ['Ownership', 'no', []],
    ['Ownership', '✅', ['owns 4 b/']],
    ['Access', 'yes', []],
    ['Editable', 'yes', ['owns 4 b/']],
    ['Can I touch?', 'YES', ['owns 4 b/']],
    ['Access', '❌ read', []],
    ['Access', '✅ none', []],
    ['Access', 'file ownership', []],
  ])('below %s means by %j what is certain', (title, word, rules) => {
    const read = table(`Path|${title}`, '`a/`|write', `\`b/\`|${word}`);
    expect(read.rules).toEqual(['owns 3 a/', ...rules]);
    expect(read.problems).toHaveLength(rules.length === 0 ? 1 : 0);
  });

  it.each([
    ['Name|Access', ['Bash|none', '`a/`|read'], ['reads 4 a/'], []],
    ['Path|Access', ['x|none', '`a/`|read'], ['reads 4 a/'], ['3 no-path x']],
    ['Access|Path|Mode', ['write|`a/`|none'], ['owns 3 a/'], []],
    ['Note|Access|Path', ['x|soon|`a/`'], [], []],
    ['Path|Rule', ['`a/`|OWNS', '`b/`|'], ['owns 3 a/'], ['4 unknown-shape | `b/` |  |']],
    [
      'Path|What',
      ['`a/`|OWNS', '`b/`|', '`c/`|READS'],
      ['owns 3 a/', 'reads 5 c/'],
      ['4 unknown-shape | `b/` |  |'],
    ],
    ['Path|Access', ['`a/`|CANNOT TOUCH (without approval)'], ['cannot-touch 3 a/'], []],
  ])('is found by its title or its cells: %s %j', (header, rows, rules, problems) => {
    expect(table(header, ...rows)).toEqual({ rules, problems });
  });
});

describe('tags', () => {
  it.each([
    ['<owns>@<x>@- `a/`@</owns>@- `b/`', ['owns 3 a/'], ['2 unresolved-placeholder']],
    ['<x>@<owns>@- `a/`@</owns>@</x>@</owns>', ['owns 3 a/'], []],
    ['<owns>@<owns>@- `a/`@</owns>@- `b/`@</owns>@- `c/`', ['owns 3 a/', 'owns 5 b/'], []],
    [
      '<files>@@    <owns>@@        a/@          @        b/@    </owns>@</files>',
      ['owns 5 a/', 'owns 7 b/'],
      [],
    ],
    ['<owns>@\t\ta/@\t\tb/@</owns>', ['owns 2 a/', 'owns 3 b/'], []],
    ['```@<owns>@    a/@</owns>@```@<owns>@    b/@</owns>', ['owns 7 b/'], []],
    ['~~~@```@<owns>@~~~@<owns>@    b/@</owns>', ['owns 6 b/'], []],
    ['```a`b```@@<owns>@    b/@</owns>', ['owns 4 b/'], []],
    ['````@```@<owns>@    a/@</owns>@````', [], []],
  ])('belong to their partner: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a plain label', () => {
  it.each([
    ['Never touch: `x/`@`y/`', ['cannot-touch 1 x/', 'cannot-touch 2 y/'], []],
    ['Never touch:@```@x/@```', ['cannot-touch 3 x/'], []],
    ['- Never touch:@  ```@  x/@  ```', ['cannot-touch 3 x/'], []],
    ['- Never touch:@  - Backend@    - `x/`', [], ['1 unknown-shape Never touch:']],
    ['- Never touch:@- `x/`', [], ['1 unknown-shape Never touch:']],
    ['Never touch: `x/`, `npm test`', [], ['1 unknown-shape Never touch: `x/`, `npm test`']],
    ['Never touch: `!x/y`, `x/`', ['cannot-touch 1 !x/y', 'cannot-touch 1 x/'], []],
    ['## OWNS@- `a/`@@Can edit: `b/`', ['owns 2 a/', 'owns 4 b/'], []],
    [
      '## CANNOT TOUCH@- `a/`@@Never touch: the rest of `b/`',
      ['cannot-touch 2 a/'],
      ['4 complement Never touch: the rest of `b/`'],
    ],
    ['Never touch in production:@- `a/`@@- `b/`', [], ['1 unknown-shape Never touch in production:']],
  ])('is read where only paths follow, else reported: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a line directly below a bullet', () => {
  it.each([
    ['## OWNS@- `a/`@Not yours:@- `b/`', ['cannot-touch 4 b/', 'owns 2 a/'], []],
    ['## OWNS@- `a/` (x)@Never these@- `b/`', ['owns 2 a/'], ['4 unknown-shape `b/`']],
    ['## OWNS@- `a/` — which we@never break@- `b/`', ['owns 2 a/', 'owns 4 b/'], []],
    ['## OWNS@- `a/`@  Not yours:@- `b/`', ['owns 2 a/'], ['3 unknown-shape Not yours:']],
    ['## OWNS@`a/`@Not yours:@- `b/`', ['cannot-touch 4 b/', 'owns 2 a/'], []],
    ['## OWNS@- `a/`@**Notes:** x@- `b/`', ['owns 2 a/', 'owns 4 b/'], ['3 no-path **Notes:** x']],
  ])('is a paragraph where it introduces what follows: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a sentence over lines', () => {
  it.each([
    ['You own@`a/`,@@`b/`.', ['owns 2 a/'], []],
    ['You own `a/`@and@`b/`.', ['owns 1 a/', 'owns 3 b/'], []],
    ['Words.@@Some more. You@own `a/`. Never@  touch `b/`!', ['cannot-touch 5 b/', 'owns 4 a/'], []],
    [
      'You own `a/`; never touch `b/` and must not edit `c/`.',
      ['cannot-touch 1 b/', 'cannot-touch 1 c/', 'owns 1 a/'],
      [],
    ],
    ['The reviewer agent owns `a/`. The web agent owns `b/`.', ['owns 1 a/'], []],
    ['Reviewer must never edit `a/`?', [], ['1 unknown-shape Reviewer must never edit `a/`?']],
    ['You own `/users`, `a/`.', [], ['1 unknown-shape You own `/users`, `a/`.']],
    ['Never edit `origin/main`. Never edit `text/html`.', [], []],
    ['`a.ts` is generated. Do not edit it.', [], ['1 unknown-shape `a.ts` is generated. Do not edit it.']],
    ['See@`a.ts`.@Do not edit it.', [], ['1 unknown-shape See `a.ts`. Do not edit it.']],
    ['_You_ own `a/`; __never__ edit `b/`.', ['cannot-touch 1 b/', 'owns 1 a/'], []],
    ['__Never__ edit `a_b_c/`.', ['cannot-touch 1 a_b_c/'], []],
    ['(Never edit `a/`.) You own `b/`.', ['owns 1 b/'], ['1 unknown-shape (Never edit `a/`.)']],
  ])('keeps its words and lines: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('the rules of a definition', () => {
  it.each([
    [1_000, 1_000],
    [1_001, 1_001],
    [5_000, 1_001],
  ])('tell of a line of %i characters %i', (length, told) => {
    const { problems } = parseDefinition(
      aSource(`## OWNS\n- ${'x '.repeat(length).slice(0, length - 1)}y\n`),
    );
    const texts = problems.flatMap((problem) => ('text' in problem ? [problem.text.length] : []));
    expect(texts).toEqual([told]);
  });

  it('have the condition of their heading where they have none of their own', () => {
    const { definition } = parseDefinition(
      aSource('## CANNOT TOUCH (ask first)\n- `a/`\n- `b/` (without approval)\n'),
    );
    expect(definition?.sections.flatMap(({ rules }) => rules.map(({ condition }) => condition))).toEqual([
      'ask first',
      'without approval',
    ]);
  });
});
