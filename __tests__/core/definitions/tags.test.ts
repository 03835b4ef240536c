import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

const lint = (text: string) => readAll(text.replaceAll('@', '\n'));

describe('a pair of tags', () => {
  it.each([
    ['<owns>@- `a/`@- b/@</owns>@@- `c/`', ['owns 2 a/', 'owns 3 b/']],
    ['<cannot_touch>@src/@lib/**@</cannot_touch>', ['cannot-touch 2 src/', 'cannot-touch 3 lib/**']],
    ['<forbidden-paths reason="x">@```@a/@```@</forbidden-paths>', ['cannot-touch 3 a/']],
    ['<read_only>`a/`</read_only>', ['reads 1 a/']],
    ['<allowed-files>@* a/@</allowed-files>', ['owns 2 a/']],
    ['<owns>`a/`,@`b/`</owns>', ['owns 1 a/', 'owns 2 b/']],
    ['<file_scope><owns>@a/@</owns></file_scope>', ['owns 2 a/']],
    [
      '<file_scope>@  <owns>@    src/a/@    src/b/@  </owns>@  <never_touch>@    - `x/`@  </never_touch>@</file_scope>',
      ['owns 3 src/a/', 'owns 4 src/b/', 'cannot-touch 7 x/'],
    ],
    [
      '<file_scope>@    <owns>@        src/a/@@        src/b/@    </owns>@</file_scope>',
      ['owns 3 src/a/', 'owns 5 src/b/'],
    ],
    ['- Files:@  <owns>@  - `a/`@  </owns>@- `b/`', ['owns 3 a/']],
    ['<owns>@### Backend@- `a/`@## Next@- `b/`@</owns>@- `c/`', ['owns 3 a/', 'owns 5 b/']],
    ['<file_scope>@## OWNS@- `a/`@</file_scope>@@- `b/`', ['owns 3 a/']],
    ['## OWNS@<files>@- `a/`@</files>@- `b/`', ['owns 3 a/', 'owns 5 b/']],
    ['<filesYouOwn>@a/@</filesYouOwn>', ['owns 2 a/']],
    ['<files__you_own>@a/@</files__you_own>', ['owns 2 a/']],
    ['<boundaries>@You own `a/`.@Never modify `b/`.@</boundaries>', ['owns 2 a/', 'cannot-touch 3 b/']],
  ])('does the job of a heading: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it('takes further aliases', () => {
    const options = { headings: { 'cannot-touch': ['수정 금지'] } };
    expect(readAll('<수정_금지>\na/\n</수정_금지>', options).rules).toEqual(['cannot-touch 2 a/']);
  });

  it.each([
    ['<file_scope>@- `a/`@</file_scope>', '1 unknown-shape <file_scope>'],
    ['<file_scope>@```@a/@```@</file_scope>', '1 unknown-shape <file_scope>'],
    ['<file_scope>@Words@and `a/`.@***@</file_scope>', '1 unknown-shape <file_scope>'],
    ['<file_scope>@| A |@|---|@| `a/` |@</file_scope>', '1 unknown-shape <file_scope>'],
    ['<owns path="src/">@</owns>', '1 unknown-shape <owns path="src/">'],
    ['<owns>@src@</owns>', '2 no-path src'],
    ['<cannot_delete>@- `a/`@</cannot_delete>', '1 unknown-shape <cannot_delete>'],
    ['<owns>@The API in `x/`.@</owns>', '2 unknown-shape The API in `x/`.'],
  ])('is reported where it holds what is not certain: %s', (text, problem) => {
    expect(lint(text)).toEqual({ rules: [], problems: [problem] });
  });

  it('is code where it is indented so far', () => {
    expect(lint('    <owns>@    a/@    </owns>')).toEqual({ rules: [], problems: [] });
    expect(lint('   <owns>@a/@</owns>').rules).toEqual(['owns 2 a/']);
  });

  it('is text in a fence, and where HTML has such tags', () => {
    expect(lint('```@<owns>@a/@</owns>@```').rules).toEqual([]);
    expect(lint('## OWNS@<details>@@- `a/`@@</details>').rules).toEqual(['owns 4 a/']);
  });
});

describe('a tag without a partner', () => {
  it('is reported with what it holds, up to the next heading', () => {
    expect(lint('<owns>@- `a/`@@## READS@- `b/`')).toEqual({
      rules: ['reads 5 b/'],
      problems: ['1 unknown-shape <owns>'],
    });
  });

  it('says nothing inside its own section, or where no path follows', () => {
    expect(lint('## OWNS@@<owns>@@- `a/`').rules).toEqual(['owns 5 a/']);
    expect(lint('<owns>@@Words.')).toEqual({ rules: [], problems: [] });
  });
});

describe('an example', () => {
  it('holds no rules', () => {
    expect(lint('<example>@## OWNS@- `a/`@@Never touch `b/`.@</example>@@## READS@- `c/`')).toEqual({
      rules: ['reads 9 c/'],
      problems: [],
    });
  });

  it('hides no rules where it does not end', () => {
    expect(lint('<example>@user: x@@## OWNS@- `a/`').rules).toEqual(['owns 5 a/']);
    expect(lint('<example>@user: x@@## OWNS@- `a/`@<example>@y@</example>').rules).toEqual(['owns 5 a/']);
  });

  it('in a section is reported where it holds paths', () => {
    expect(lint('## OWNS@- `a/`@@<example>@- `b/`@</example>@@- `c/`')).toEqual({
      rules: ['owns 2 a/', 'owns 8 c/'],
      problems: ['4 unknown-shape <example>'],
    });
  });
});

it('is reported once where an example stands in a section that is only reported', () => {
  expect(lint('## CANNOT TOUCH in production@@<example>@- `b/`@</example>')).toEqual({
    rules: [],
    problems: ['1 unknown-shape CANNOT TOUCH in production'],
  });
});

describe('a fence without an end', () => {
  it('is reported at each heading in it that would name a section of paths', () => {
    expect(
      lint('```js@foo()@@## CANNOT TOUCH@- `b/`@### Notes@## READS@- `c/`@').problems.toSorted(),
    ).toEqual(['4 unknown-shape CANNOT TOUCH', '7 unknown-shape READS']);
    expect(lint('```@## CANNOT TOUCH@words')).toEqual({ rules: [], problems: [] });
  });

  it('is reported at a heading in its first line, and not at one without paths', () => {
    expect(lint('```@## CANNOT TOUCH  @- `b/`').problems).toEqual(['2 unknown-shape CANNOT TOUCH']);
    expect(lint('```@`a/`@## READS@words@## CANNOT TOUCH@- `b/`').problems).toEqual([
      '5 unknown-shape CANNOT TOUCH',
    ]);
  });

  it('is not closed by a line with an info string, nor by a shorter one', () => {
    expect(lint('````@a@```@````js@## OWNS@- `a/`@````').problems).toEqual([]);
    expect(lint('````@a@```@````js@## OWNS@- `a/`').problems).toEqual(['5 unknown-shape OWNS']);
  });
});

it('holds bare paths, each on a line of its own, beside what is none', () => {
  expect(lint('<owns>@src/@the API@</owns>')).toEqual({
    rules: ['owns 2 src/'],
    problems: ['3 no-path the API'],
  });
});
