import { describe, expect, it } from '@jest/globals';

import { readFully } from './reading.js';

describe('a column that says who may do what', () => {
  it.each([
    [
      '## OWNS@| Path | Access |@|---|---|@| `a/` | write |@| `b/` | maybe |',
      ['owns 4 a/ # write', 'owns 5 b/ # maybe'],
    ],
    [
      '## READS@| Path | Access |@|---|---|@| `a/` | read |@| `b/` | no access |@| `c/` | write |',
      ['reads 4 a/ # read', 'cannot-touch 5 b/', '! owns 6 unknown-shape | `c/` | write |'],
    ],
    ['**OWNS:**@@| Path | Access |@|---|---|@| `a/` | no access |@@`b/`', ['owns 7 b/', 'cannot-touch 5 a/']],
    [
      '| Path | Access |@|---|---|@| `a/` | ** ❌ ** |@| `b/` | `✅ ` |@| `c/` | _ write _ |',
      ['cannot-touch 3 a/', 'owns 4 b/', 'owns 5 c/'],
    ],
    [
      '| Path | Can edit |@|---|---|@| `a/` | yes |@| `b/` | yes, when asked |@| `c/` | mostly yes |@| `d/` | no |@| `e/` | not often |@| `f/` | yes/no |',
      [
        'owns 3 a/',
        'cannot-touch 6 d/',
        '! cannot-touch 4 unknown-shape | `b/` | yes, when asked |',
        '! cannot-touch 5 unknown-shape | `c/` | mostly yes |',
        '! cannot-touch 7 unknown-shape | `e/` | not often |',
        '! cannot-touch 8 unknown-shape | `f/` | yes/no |',
      ],
    ],
    [
      '| Path | Note | Access |@|---|---|---|@| | `b/` | write |@| `c/` | x | no |',
      ['cannot-touch 4 c/ # x', '! owns 3 unknown-shape | | `b/` |  |'],
    ],
  ])('opens a section for each row, or is reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('the words of a heading', () => {
  it.each([
    ['## § 3. OWNS@- `a/`', ['owns 2 a/']],
    ['## ( CRITICAL: CANNOT TOUCH )@- `a/`', ['cannot-touch 2 a/']],
    ['## 1️⃣OWNS@- `a/`', ['owns 2 a/']],
    ['## CANNOT TOUCH 2 files@- `a/`', ['! cannot-touch 1 unknown-shape CANNOT TOUCH 2 files']],
    ['## 1.2 OWNS@- `a/`', ['owns 2 a/']],
    ['## 12. OWNS@- `a/`', ['owns 2 a/']],
    ['## Never edit -/- modify@- `a/`', ['cannot-touch 2 a/']],
    ['## (Never) edit@- `a/`', ['! cannot-touch 1 unknown-shape (Never) edit']],
  ])('name a section without what does not matter: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a fence', () => {
  it.each([
    ['## OWNS@```@src/:@```@- `b/`', ['owns 5 b/', '! owns 3 no-path src/:']],
    ['## OWNS@```@docs/@  project/@    a.md@```', ['owns 5 docs/project/a.md']],
  ])('says which paths are meant, or is reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a drawing', () => {
  it.each([
    [
      '## OWNS@```@docs/ | all@├── a@```',
      ['! owns 3 not-a-path docs/ | all', '! owns 4 unknown-shape ├── a'],
    ],
    [
      '## OWNS@```@        ├── a/@├── b/@        ├── c/@```',
      ['! owns 3 unknown-shape ├── a/', '! owns 5 unknown-shape ├── c/'],
    ],
    [
      '## OWNS@```@docs/@├── ❌ a.md@├── b.md@```',
      ['owns 5 docs/b.md', '! owns 4 unknown-shape ├── ❌ a.md'],
    ],
    ['## OWNS@```@docs/@├── `a.md`@├── `b`/@```', ['owns 4 docs/a.md', 'owns 5 docs/b/']],
    [
      '## OWNS@```@docs/@├── ..@├── .@├── ../@├── ./@├── ../a@├── a/../b@```',
      [
        '! owns 4 no-path ├── ..',
        '! owns 5 unknown-shape ├── .',
        '! owns 6 no-path ├── ../',
        '! owns 7 unknown-shape ├── ./',
        '! 8 invalid-pattern',
        '! 9 invalid-pattern',
      ],
    ],
    ['## OWNS@```@docs/@├── anymore@├── fetc@```', ['owns 4 docs/anymore', 'owns 5 docs/fetc']],
    ['## OWNS@```@src/@├── a.ts.d@│   └── b@```', ['owns 5 src/a.ts.d/b']],
    ['## OWNS@```@/@├── a@```', ['owns 4 /a']],
    ['## OWNS@```@src:x@├── a@```', ['! owns 3 not-a-path src:x', '! owns 4 unknown-shape ├── a']],
    ['## OWNS@```@repo/sitory@├── a@```', ['owns 4 repo/sitory/a']],
    ['## OWNS@```@docs (root)@├── a@```', ['owns 4 docs/a']],
  ])('says which paths are meant, or is reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a tag', () => {
  it.each([
    ['<owns>@- Never edit: `a/`@words', ['! owns 1 unknown-shape <owns>']],
    [
      '## File ownership@<summary>CANNOT TOUCH</summary>@`a/`',
      ['! cannot-touch 2 unknown-shape <summary>CANNOT TOUCH</summary>'],
    ],
    ['## File ownership@<owns>@`a/`', ['! owns 2 unknown-shape <owns>']],
    ['<b>Words</b>@`a/`', []],
    ['<owns>@- `a/`@  more@</owns>', ['! owns 2 unknown-shape `a/` more']],
    ['<owns>@words@   b/@</owns>', ['owns 3 b/', '! owns 2 no-path words']],
  ])('holds what stands between it and its partner: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a heading without a section of its own', () => {
  it.each([
    [
      '## File ownership@**CANNOT TOUCH in production:** `a/`',
      ['! cannot-touch 2 unknown-shape CANNOT TOUCH in production:'],
    ],
    ['## File ownership@**CANNOT TOUCH:**@### Web@- `a/`', ['! cannot-touch 2 unknown-shape CANNOT TOUCH:']],
    ['## File ownership@words@and `a/`', ['! owns 1 unknown-shape File ownership']],
    ['## File ownership@---@`a/`', ['! owns 1 unknown-shape File ownership']],
  ])('is reported where paths stand below it: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('lines inside a section', () => {
  it.each([
    ['## OWNS@- `a/`@### Except', ['owns 2 a/']],
    ['## CANNOT TOUCH@- None@- words', ['! cannot-touch 2 no-path None', '! cannot-touch 3 no-path words']],
    [
      '## OWNS@- `a/`@@### Except@- `b/`@@---@@- `c/`',
      ['owns 2 a/', 'owns 9 c/', '! owns 5 unknown-shape `b/`'],
    ],
    [
      '## OWNS@- `a/`@@Except:@@| Path |@|---|@| `b/` |@@- `c/`',
      ['owns 2 a/', '! owns 8 unknown-shape | `b/` |', '! owns 10 unknown-shape `c/`'],
    ],
    [
      '## OWNS@- `a/`@- The rest:@### More@- `b/`',
      ['owns 2 a/', 'owns 5 b/', '! owns 3 complement The rest:'],
    ],
    ['## OWNS@- `a/`@- The rest:@@---@@- `b/`', ['owns 2 a/', 'owns 7 b/', '! owns 3 complement The rest:']],
    ['## OWNS@- `a/`@@  The API:@- `b/`', ['owns 2 a/', 'owns 5 b/']],
    ['## OWNS@- Group:@@```@a/@```', ['owns 5 a/']],
    ['## OWNS@- words@@```@a/@```', ['owns 5 a/', '! owns 2 no-path words']],
    ['## OWNS@- `a/`@@Except', ['owns 2 a/', '! owns 4 complement Except']],
    [
      '## OWNS@- `a/`@- Except@@```@b/@```@@- `c/`',
      ['owns 2 a/', '! owns 3 complement Except', '! owns 6 unknown-shape b/', '! owns 9 unknown-shape `c/`'],
    ],
    ['## OWNS@*Never a/b.ts*@@- `c/`', ['owns 4 c/', '! owns 2 unknown-shape *Never a/b.ts*']],
    ['## OWNS@Never edit@@- The API@- `a/`', ['! owns 4 no-path The API', '! owns 5 unknown-shape `a/`']],
    [
      '## OWNS@Never edit@@words words@@`a/`',
      ['owns 6 a/', '! owns 2 no-path Never edit', '! owns 4 no-path words words'],
    ],
    ['## OWNS@- `a/`@@Never edit@@---@@`b/`', ['owns 2 a/', 'owns 8 b/', '! owns 4 no-path Never edit']],
    [
      '## OWNS@Except:@```@a/@@b/@   @c/@```',
      ['! owns 4 unknown-shape a/', '! owns 6 unknown-shape b/', '! owns 8 unknown-shape c/'],
    ],
    ['## CANNOT TOUCH@src.config/@ a', ['! cannot-touch 2 unknown-shape src.config/ a']],
    ['## OWNS@The API: words@- `a/`', ['owns 3 a/', '! owns 2 no-path The API: words']],
    ['## OWNS@See https://x.dev:@- `a/`', ['owns 3 a/']],
    ['## OWNS@Use config.environments:@- `a/`', ['owns 3 a/']],
    [`## OWNS@${'x'.repeat(501)}:@- \`a/\``, ['owns 3 a/', `! owns 2 unknown-shape ${'x'.repeat(501)}:`]],
    ['## OWNS@- src*x*', ['owns 2 src*x*']],
    ['## OWNS@- *a*b', ['owns 2 *a*b']],
  ])('are read, say nothing or are reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a plain label', () => {
  it.each([
    ['Can edit: the@  `b/` part', ['! owns 1 unknown-shape Can edit: the `b/` part']],
    ['- x@@  Never touch:@- `a/`', ['! cannot-touch 4 unknown-shape `a/`']],
    [
      'Never touch:@- these@  `a/`',
      ['! cannot-touch 2 no-path these', '! cannot-touch 3 unknown-shape `a/`'],
    ],
    ['Never touch:@`a/`, `b/`', ['cannot-touch 2 a/', 'cannot-touch 2 b/']],
    ['Never touch: `a/`, `npm`', ['! cannot-touch 1 unknown-shape Never touch: `a/`, `npm`']],
    [
      '## OWNS@- `x/`@- Never touch: the `b/` part, and also@  - `c/`',
      [
        'owns 2 x/',
        '! owns 4 unknown-shape `c/`',
        '! cannot-touch 3 unknown-shape Never touch: the `b/` part, and also',
      ],
    ],
    ['**OWNS:**@@Never touch: none@@`a/`', ['! owns 5 unknown-shape `a/`']],
    ['words@Can edit: the API@`a/`', []],
  ])('is read with what it holds, or reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('an introduction', () => {
  it.each([
    [
      'You are forbidden from@  writing to:@- `a/`',
      ['! cannot-touch 1 unknown-shape You are forbidden from writing to:'],
    ],
    ['You are forbidden from: writing@- `a/`', []],
    ['**OWNS:**@@Never:@- `a/`', ['! cannot-touch 3 unknown-shape Never:']],
    ['You are forbidden from writing to:@```@```', []],
    [
      'You are forbidden from writing to:@```@  ✗ a/@```',
      ['! cannot-touch 1 unknown-shape You are forbidden from writing to:'],
    ],
  ])('that names no section is reported with its list: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a bold label', () => {
  it.each([
    [
      '**CANNOT TOUCH in production:**@- the<br>.env',
      ['! cannot-touch 1 unknown-shape CANNOT TOUCH in production:'],
    ],
    [
      '**CANNOT TOUCH:** can edit these@@- `a/`',
      ['cannot-touch 3 a/', '! cannot-touch 1 no-path can edit these'],
    ],
    ['## OWNS@The **API**@@- `a/`', ['owns 4 a/', '! owns 2 no-path The **API**']],
    [
      '**CANNOT TOUCH:**@- `a/`@@words@@- **API:** `b/`@- `c/`',
      ['cannot-touch 2 a/', '! cannot-touch 7 unknown-shape `c/`'],
    ],
    [
      '## OWNS@- `a/`@@**CANNOT TOUCH:** `b/`@@- `c/`',
      ['owns 2 a/', 'cannot-touch 4 b/', '! cannot-touch 6 unknown-shape `c/`'],
    ],
    [
      '-\tx@\t-\ty@\t**CANNOT TOUCH:**@\t- `a/`@- `b/`',
      ['cannot-touch 4 a/', '! cannot-touch 5 unknown-shape `b/`'],
    ],
    [
      '- x > y@  - > z@  **CANNOT TOUCH:**@  - `a/`@- `b/`',
      ['! cannot-touch 4 unknown-shape `a/`', '! cannot-touch 5 unknown-shape `b/`'],
    ],
  ])('holds what stands below it: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a sentence', () => {
  it.each([
    ['Never edit `/users/`.', ['cannot-touch 1 /users/']],
    ['Never change `a b/c` or `/users`.', []],
  ])('is read, or reported: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});
