import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

const lint = (text: string) => readAll(text.replaceAll('@', '\n'));

describe('the section of a label holds', () => {
  it.each([
    ['**CANNOT TOUCH:** all of it: @@- `a/`', ['cannot-touch 3 a/']],
    ['**CANNOT TOUCH:**@@`a/`@@`b/`@@`c/`', ['cannot-touch 3 a/', 'cannot-touch 5 b/', 'cannot-touch 7 c/']],
    ['**CANNOT TOUCH:**@@All of these: @@- `a/`', ['cannot-touch 5 a/']],
    ['**CANNOT TOUCH:**@@| Path |@|---|@| `a/` |', ['cannot-touch 5 a/']],
    ['- **CANNOT TOUCH:**@@  `a/`@@  - `b/`', ['cannot-touch 3 a/', 'cannot-touch 5 b/']],
    ['- x@  - **OWNS:**@  - `a/`@- y', ['owns 3 a/']],
    ['- **OWNS:**@  - `a/`@    - `a/b/`@- other', ['owns 2 a/', 'owns 3 a/b/']],
  ])('what belongs to it: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    [
      '**CANNOT TOUCH:** the@following files@@- `a/`',
      ['cannot-touch 4 a/'],
      ['1 no-path the following files'],
    ],
    ['**CANNOT TOUCH:** as below@@- `a/`', ['cannot-touch 3 a/'], ['1 no-path as below']],
    ['**CANNOT TOUCH:** none@@- `a/`', [], ['3 unknown-shape `a/`']],
    ['**CANNOT TOUCH:**@@- `a/`@@`b/`', ['cannot-touch 3 a/'], ['5 unknown-shape `b/`']],
    [
      '**CANNOT TOUCH:**@@`a/`@@- `b/`@@`c/`',
      ['cannot-touch 3 a/', 'cannot-touch 5 b/'],
      ['7 unknown-shape `c/`'],
    ],
    ['**CANNOT TOUCH:**@@`a/`@@---@@`b/`', ['cannot-touch 3 a/'], []],
    ['**CANNOT TOUCH:**@@---@@- `b/`', [], ['5 unknown-shape `b/`']],
    ['- **OWNS:** `a/`@@```@b/@```', ['owns 1 a/'], ['4 unknown-shape b/']],
    ['- **OWNS:**@  - `a/`@@```@b/@```', ['owns 2 a/'], ['5 unknown-shape b/']],
    ['**OWNS:** `a/`@@| Path |@|---|@| `b/` |', ['owns 1 a/'], ['5 unknown-shape | `b/` |']],
    ['- **OWNS:**@  - `a/`@@`b/`', ['owns 2 a/'], ['4 unknown-shape `b/`']],
  ])('less than what stands below: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a comment', () => {
  it.each([
    ['## OWNS@- `a/`@@<!-- x -->@@- `b/`@@<!-- y -->@@- `c/`', ['owns 2 a/', 'owns 6 b/', 'owns 10 c/']],
    ['## OWNS@<!-- x@y --> `a/`@@<!-- `z/` -->@@`b/`', ['owns 3 a/', 'owns 7 b/']],
    ['## OWNS@`a/`,@<!-- x --> `b/`', ['owns 2 a/', 'owns 3 b/']],
    ['## OWNS@   <!-- `x/` -->@- `a/`', ['owns 3 a/']],
    ['## OWNS@- `a/`@  <!-- @  `x/`@  -->@- `b/`', ['owns 2 a/', 'owns 6 b/']],
    ['- <!-- open@- `x`@@## OWNS@- `a/`@@<!-- y -->@- `b/`', ['owns 5 a/', 'owns 8 b/']],
    ['> <!-- open@> `x`@@## OWNS@- `a/`', ['owns 5 a/']],
  ])('is skipped, and hides nothing else: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it('is none where it is code', () => {
    expect(lint('## OWNS@@    <!-- b/@    c/@    -->@    d/')).toEqual({
      rules: ['owns 4 c/', 'owns 6 d/'],
      problems: ['5 no-path -->'],
    });
  });
});

describe('a tag', () => {
  it.each([
    ['<owns>@`a/`@</owns>@@`b/`', ['owns 2 a/'], []],
    ['<owns reason="srcs">@- `a/`@</owns>', ['owns 2 a/'], []],
    [
      '<owns path="src/" mode="all">@- `a/`@</owns>',
      ['owns 2 a/'],
      ['1 unknown-shape <owns path="src/" mode="all">'],
    ],
    [
      '<cannot_touch_in_production>@- `a/`@</cannot_touch_in_production>',
      [],
      ['1 unknown-shape <cannot_touch_in_production>'],
    ],
    [
      '## OWNS@- `a/`@<frontend_owns>@- `b/`@</frontend_owns>@- `c/`',
      ['owns 2 a/', 'owns 6 c/'],
      ['3 unknown-shape <frontend_owns>'],
    ],
    [
      '<file_scope>@<owns>@- `a/`@</owns>@- `b/`@</file_scope>',
      ['owns 3 a/'],
      ['1 unknown-shape <file_scope>'],
    ],
  ])('opens its section, and ends with its partner: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('labels in a fence that stands in no section', () => {
  it.each([
    ['```@  OWNS: a/@CANNOT TOUCH: b/@```', ['2 unknown-shape OWNS: a/', '3 unknown-shape CANNOT TOUCH: b/']],
    ['```@OWNS:@a/@CANNOT TOUCH:@words@```', ['2 unknown-shape OWNS:']],
    ['```yaml@CANNOT TOUCH:@b/@```', ['2 unknown-shape CANNOT TOUCH:']],
    ['```js@CANNOT TOUCH:@b/@```', []],
    ['For example:@@```@CANNOT TOUCH:@b/@```', []],
    ['# Web@## Example@### More@```@CANNOT TOUCH:@b/@```', []],
    ['# Web@## Rules@```@CANNOT TOUCH:@b/@```', ['4 unknown-shape CANNOT TOUCH:']],
  ])('are reported where paths follow: %s', (text, problems) => {
    expect(lint(text)).toEqual({ rules: [], problems });
  });
});

describe('bullets below a bullet with paths', () => {
  it.each([
    ['- `a/`, `b/`@  - `b/c`@  - `a/d`', ['2 a/', '2 b/', '3 b/c', '4 a/d'], []],
    ['- `a/`@  - `a/b`, `c/`', ['2 a/'], ['3 unknown-shape `a/b`, `c/`']],
    ['- `a/`@  - `c/`@    - `a/d`', ['2 a/', '4 a/d'], ['3 unknown-shape `c/`']],
    ['- `a/*.ts`@  - `a/b.ts`', ['2 a/*.ts', '3 a/b.ts'], []],
    ['- `a/`@@---@@- x@  - `c/`', ['2 a/', '7 c/'], []],
    ['- `a/`@@- x@  - `c/`', ['2 a/', '5 c/'], []],
    ['- `a/`@@  `c/`', ['2 a/'], ['4 unknown-shape `c/`']],
  ])('must not be relative to it: %s', (text, rules, problems) => {
    expect(lint(`## OWNS@${text}`)).toEqual({ rules: rules.map((rule) => `owns ${rule}`), problems });
  });
});

describe('a fence without branches', () => {
  it.each([
    ['docs/@  api/@    v1.md@  web/@lib/', ['5 docs/api/v1.md', '6 docs/web/', '7 lib/']],
    ['docs/@  a.md@@  b.md', ['4 docs/a.md', '6 docs/b.md']],
    ['docs/@        a.md', ['4 docs/a.md']],
    ['docs/  # all@  a.md@src/@  b.ts', ['4 docs/a.md', '6 src/b.ts']],
    ['a.md@docs/@  b.md', ['3 a.md', '5 docs/b.md']],
    ['docs/@  a/@    b/@      c.md@  d.md', ['6 docs/a/b/c.md', '7 docs/d.md']],
  ])('is a tree where its steps are even: %s', (text, rules) => {
    expect(lint(`## OWNS@\`\`\`@${text}@\`\`\``)).toEqual({
      rules: rules.map((rule) => `owns ${rule}`),
      problems: [],
    });
  });

  it.each([
    ['docs/@         a.md', ['3 unknown-shape docs/', '4 unknown-shape a.md']],
    [
      'docs/@  a.md@  docs/b.md',
      ['3 unknown-shape docs/', '4 unknown-shape a.md', '5 unknown-shape docs/b.md'],
    ],
    ['docs/@  \ta.md', ['3 unknown-shape docs/', '4 unknown-shape a.md']],
  ])('is reported where they are not: %s', (text, problems) => {
    expect(lint(`## OWNS@\`\`\`@${text}@\`\`\``)).toEqual({ rules: [], problems });
  });
});

describe('"everything else" is', () => {
  it.each([
    [
      '## OWNS@- `a/`@- `!a/b`@## CANNOT TOUCH@- Everything else',
      ['owns 2 a/', 'owns 3 !a/b', 'cannot-touch 5 **'],
      [],
    ],
    [
      '## OWNS@- `!a/b`@## CANNOT TOUCH@- `c/`@- Everything else',
      ['owns 2 !a/b', 'cannot-touch 4 c/'],
      ['5 complement Everything else'],
    ],
    [
      '## OWNS@- `**`@## CANNOT TOUCH@- `c/`@- All other files',
      ['owns 2 **', 'cannot-touch 4 c/'],
      ['5 complement All other files'],
    ],
  ])('read only where what is left is certain: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a sentence ends plainly', () => {
  it.each([
    ['Never modify `a/`!!', ['cannot-touch 1 a/'], []],
    ['Never modify `a/` `b/`.', [], ['1 unknown-shape Never modify `a/` `b/`.']],
    ['Never modify `a/` quickly', [], ['1 unknown-shape Never modify `a/` quickly']],
  ])('or is reported: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});
