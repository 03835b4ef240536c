import { describe, expect, it } from '@jest/globals';

import { readFully } from './reading.js';

describe('headings of other agents', () => {
  it.each([
    [
      '# T@Front@agent@---@### OWNS@- `a/`@@Reviewer@agent@---@### OWNS@- `b/`',
      ['owns 12 b/', '! owns 5 unknown-shape OWNS'],
    ],
    ['# T@## Web agent@### OWNS@- `a/`@## Notes@words', ['owns 4 a/']],
  ])('make sections that are reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a table', () => {
  it.each([
    ['## READS@| OWNS | Note |@|---|---|@| x | `a/` |', ['reads 4 a/']],
    [
      '| Agent | OWNS | Access |@|---|---|---|@| reviewer | `a/` | write |@| web | `b/` | read |',
      ['owns 3 a/ # reviewer; write', '! owns 1 unknown-shape | Agent | OWNS | Access |'],
    ],
    [
      '| Agent | Path | Access |@|---|---|---|@| reviewer | `a/` | write |@| web | `b/` | maybe |',
      ['owns 3 a/ # reviewer', '! cannot-touch 1 unknown-shape | Agent | Path | Access |'],
    ],
  ])('holds the sections that it names: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a tag of an example', () => {
  it.each([
    [
      '## OWNS@<good__example>@- `a/`@</good__example>@- `b/`',
      ['owns 5 b/', '! owns 2 unknown-shape <good__example>'],
    ],
    ['## OWNS@<_example_>@- `a/`@</_example_>@- `b/`', ['owns 5 b/', '! owns 2 unknown-shape <_example_>']],
  ])('says nothing certain: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a drawing or fence', () => {
  it.each([
    [
      '## OWNS@```@src/{a,  b}/x  # r@a/,  b/  two@c/,@{d -  e}/f@g/{h}  # {x}@i/  }@j/ { # k@{a}  {b,  c}/d@```',
      [
        'owns 3 src/{a,  b}/x # r',
        'owns 4 a/ # two',
        'owns 4 b/ # two',
        'owns 5 c/',
        'owns 8 i/ # }',
        '! owns 6 unknown-shape {d -  e}/f',
        '! owns 9 unknown-shape j/ { # k',
        '! owns 10 unknown-shape {b,  c}/d',
        '! 7 unresolved-placeholder',
        '! 10 unresolved-placeholder',
      ],
    ],
    [
      '## OWNS@```@a/,  (b)@c/, (d)@e/,\tf/@g/,  h/@{i,  j}/k,  l/  # m@```',
      [
        'owns 3 a/ # b',
        'owns 4 c/ # d',
        'owns 5 e/',
        'owns 5 f/',
        'owns 6 g/',
        'owns 6 h/',
        'owns 7 {i,  j}/k # m',
        'owns 7 l/ # m',
      ],
    ],
    [
      '## OWNS@```@make unless asked@a/ unless asked@```',
      ['owns 4 a/ # unless asked ?', '! owns 3 no-path make unless asked'],
    ],
    ['## OWNS@```@docs/@├── Except:@├── b/@```', ['owns 5 docs/b/', '! owns 4 not-a-path ├── Except:']],
    ['## OWNS@```@Except@├── b/@```', ['! owns 3 no-path Except', '! owns 4 unknown-shape ├── b/']],
    ['## OWNS@```@a//b:@c/@```', ['owns 4 c/', '! owns 3 no-path a//b:']],
    ['## OWNS@```ts@src/a.ts # x@b@```', ['owns 3 src/a.ts # x', '! owns 4 unknown-shape b']],
    ['## OWNS@```md@a/@   @b/@```', ['! owns 3 unknown-shape a/', '! owns 5 unknown-shape b/']],
    ['## OWNS@```@OWNS (never shared):@a/@```', ['owns 4 a/', '! owns 3 no-path OWNS (never shared):']],
  ])('says what its lines say: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('what stands behind the paths of a bullet', () => {
  it.each([
    ['## OWNS@- `a/` — [x] done', ['owns 2 a/ # [x] done']],
    [
      '## OWNS@- `src/`, `package.json` — api only',
      ['! owns 2 part-of-a-file `src/`, `package.json` — api only'],
    ],
    ['## OWNS@- `a/` — one  @  two', ['owns 2 a/ # one two']],
    ['## OWNS@- `a/` (the API', ['owns 2 a/ # (the API']],
    [
      '## OWNS@- `a.ts` — only those things that are about logging in',
      ['owns 2 a.ts # only those things that are about logging in'],
    ],
    [
      '## OWNS@- `a.ts` — only the things about logging in to this',
      ['! owns 2 part-of-a-file `a.ts` — only the things about logging in to this'],
    ],
    ['## OWNS@- `a/` (unless `a/b` or `npm test`)', ['owns 2 a/ # unless `a/b` or `npm test` ?']],
    ['## OWNS@- `a/` except the `a/b`', ['owns 2 a/ # except the `a/b`', 'owns 2 !a/b # except the `a/b`']],
    [
      '## OWNS@- `a/` except `a/b` under and `a/c`',
      ['! owns 2 complement `a/` except `a/b` under and `a/c`'],
    ],
    [
      '## OWNS@- `a/` except `a/b`,`a/c`',
      [
        'owns 2 a/ # except `a/b`,`a/c`',
        'owns 2 !a/b # except `a/b`,`a/c`',
        'owns 2 !a/c # except `a/b`,`a/c`',
      ],
    ],
    [
      '## OWNS@- `a/` except `a/b` files',
      ['owns 2 a/ # except `a/b` files', 'owns 2 !a/b # except `a/b` files'],
    ],
    ['## OWNS@- a/ except a/b/, make', ['! owns 2 complement a/ except a/b/, make']],
    ['## OWNS@- `a/` except , `a/b`', ['! owns 2 complement `a/` except , `a/b`']],
    ['## CANNOT TOUCH@- `a/` — you may edit it if asked', ['cannot-touch 2 a/ # you may edit it if asked ?']],
    [
      '## OWNS@- `users` — the uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu table',
      ['owns 2 users # the uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu table'],
    ],
  ])('is a remark, takes paths out or keeps them from being read: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a title or a lone word', () => {
  it.each([
    ['## READS@Not these:@- `a/`', ['! reads 3 unknown-shape `a/`']],
    ['## OWNS@Do not change v2.0@- `a/`', ['! owns 3 unknown-shape `a/`']],
    [
      '## CANNOT TOUCH@None (nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn)',
      [
        '! cannot-touch 2 no-path None (nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn)',
      ],
    ],
  ])('may say the opposite of its section: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('sentences', () => {
  it.each([
    [
      '## File ownership@You own `a/`. The API is in `b/`.',
      ['owns 2 a/', '! owns 1 unknown-shape File ownership'],
    ],
    [
      '## File ownership@Never edit `b/` by hand.',
      ['! cannot-touch 2 unknown-shape Never edit `b/` by hand.'],
    ],
    [
      '## OWNS@You own `b/`. As is `d/`.@And so on.',
      ['owns 2 b/', '! owns 2 unknown-shape As is `d/`. And so on.'],
    ],
    ['Never:@@Edit `a/`.', []],
    ['***Never:***@- edit `a/`', ['! cannot-touch 2 unknown-shape edit `a/`']],
    ['Never:@- words@- edit `a/`', ['! cannot-touch 3 unknown-shape edit `a/`']],
    ['- Never edit `a/`.@  - one@    `a/b`', ['! cannot-touch 1 unknown-shape Never edit `a/`.']],
  ])('are read where it is certain what they mean: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});
