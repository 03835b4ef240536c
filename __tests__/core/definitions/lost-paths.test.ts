import { describe, expect, it } from '@jest/globals';

import { readBody } from './reading.js';

/** All that is said of a body, its lines written with `@` between; each rule with its section. */
const lint = (text: string) => {
  const body = text.replaceAll('@', '\n');
  const rules = (['owns', 'reads', 'cannot-touch'] as const).flatMap((kind) =>
    readBody(body, kind).rules.map((rule) => `${kind} ${rule}`),
  );
  return { rules, problems: readBody(body).problems };
};

describe('a label', () => {
  it.each([
    [
      '## File boundaries@@**OWNS:**@- `src/`@**CANNOT TOUCH:**@- `infra/`@- `.github/`',
      ['owns 4 src/', 'cannot-touch 6 infra/', 'cannot-touch 7 .github/'],
    ],
    ['## OWNS@- `src/`@**CANNOT TOUCH:**@- `infra/`', ['owns 2 src/', 'cannot-touch 4 infra/']],
    ['## OWNS@- `src/`@- **CANNOT TOUCH:**@- `infra/`', ['owns 2 src/', 'cannot-touch 4 infra/']],
    ['## CANNOT TOUCH@- `src/`@- **OWNS:**@- `infra/`', ['owns 4 infra/', 'cannot-touch 2 src/']],
    ['- **OWNS:**@- `src/`@- **CANNOT TOUCH:**@- `infra/`', ['owns 2 src/', 'cannot-touch 4 infra/']],
    ['> - `x`@> **CANNOT TOUCH:**@> - `infra/`', ['cannot-touch 3 infra/']],
    [
      '## OWNS@- `src/`@  **CANNOT TOUCH:**@  - `src/db/`@- `lib/`',
      ['owns 2 src/', 'owns 5 lib/', 'cannot-touch 4 src/db/'],
    ],
    ['**OWNS:**@- `src/`@**Notes:**@- `make`', ['owns 2 src/']],
  ])('directly below a list opens its section: %s', (text, rules) => {
    expect(lint(text).rules).toEqual(rules);
  });

  it.each([
    ['**CANNOT TOUCH:** the following files:@@- `infra/`', ['cannot-touch 3 infra/']],
    ['**CANNOT TOUCH:** the following files:@@```@infra/@```', ['cannot-touch 4 infra/']],
    ['**CANNOT TOUCH:**@@`infra/`@@`db/`', ['cannot-touch 3 infra/', 'cannot-touch 5 db/']],
  ])('is read with what follows: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it.each([
    [
      '**CANNOT TOUCH:**@- `infra/`@@And the database.@@- `db/`',
      ['cannot-touch 2 infra/'],
      ['6 unknown-shape `db/`'],
    ],
    ['**OWNS:** `a`@@- `b`@@```@c/@```', ['owns 1 a'], ['3 unknown-shape `b`', '6 unknown-shape c/']],
    [
      '## OWNS@- `a`@@**CANNOT TOUCH:**@- `b`@@And the database.@@- `db/`',
      ['owns 2 a', 'cannot-touch 5 b'],
      ['9 unknown-shape `db/`'],
    ],
    ['**OWNS:** `a`@@Then run `make`.@@---@@- `b`', ['owns 1 a'], []],
  ])('reports paths behind its section: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });

  it.each([
    ['CANNOT TOUCH: infra/, .github/', ['cannot-touch 1 infra/', 'cannot-touch 1 .github/']],
    ['CANNOT TOUCH: `infra/`, `.github/`', ['cannot-touch 1 infra/', 'cannot-touch 1 .github/']],
    ['**CANNOT TOUCH:** infra/,@.github/ — ops', ['cannot-touch 1 infra/', 'cannot-touch 2 .github/']],
    ['OWNS: src/@CANNOT TOUCH: db/', ['owns 1 src/', 'cannot-touch 2 db/']],
    ['- OWNS: src/@- CANNOT TOUCH: db/', ['owns 1 src/', 'cannot-touch 2 db/']],
    ['CANNOT TOUCH:@- `infra/`', ['cannot-touch 2 infra/']],
    ['CANNOT TOUCH:@@```@infra/@```', ['cannot-touch 4 infra/']],
    ['## OWNS@- `src/`@CANNOT TOUCH:@- `infra/`', ['owns 2 src/', 'cannot-touch 4 infra/']],
    ['**CANNOT_TOUCH:** `a/`', ['cannot-touch 1 a/']],
    ['***CANNOT TOUCH:*** `a/`', ['cannot-touch 1 a/']],
    ['*CANNOT TOUCH:* `a/`', ['cannot-touch 1 a/']],
    ['_CANNOT TOUCH_: `a/`', ['cannot-touch 1 a/']],
    ['CANNOT TOUCH (without approval): a/', ['cannot-touch 1 a/']],
  ])('may be plain or emphasised: %s', (text, rules) => {
    expect(lint(text)).toEqual({ rules, problems: [] });
  });

  it.each(['OWNS: the whole API', 'READS: 10', 'Cannot touch: the API', 'WARNING: see src/'])(
    'is not begun by %j',
    (text) => {
      expect(lint(text)).toEqual({ rules: [], problems: [] });
    },
  );

  it('with words that no rule knows is reported where it holds paths', () => {
    expect(
      lint('**CANNOT TOUCH in production:**@- `infra/`@- `db/`@@**Forbidden commands:** `rm -rf x`'),
    ).toEqual({
      rules: [],
      problems: ['1 unknown-shape CANNOT TOUCH in production:'],
    });
    expect(lint('**CANNOT TOUCH in production:** `infra/`').problems).toEqual([
      '1 unknown-shape CANNOT TOUCH in production:',
    ]);
  });
});

describe('what only looks like a label', () => {
  it('leaves the bullets beside it to their section', () => {
    expect(lint('## OWNS@- **Read only the docs**@- `src/`').rules).toEqual(['owns 3 src/']);
  });

  it('leaves a remark that is wrapped to its bullet', () => {
    expect(lint('## OWNS@- `src/` — the API, which you should@never break@- `lib/`')).toEqual({
      rules: ['owns 2 src/', 'owns 4 lib/'],
      problems: [],
    });
  });
});

describe('a section is not empty with', () => {
  it.each([
    '- 配置/データ/',
    '- (auth)/login/page.tsx',
    '- (everything in infra/)',
    'None — except `infra/`',
    '- N/A (but see `infra/`: never change it)',
    'None, but infra/ is off limits',
    '- None (except the database)',
  ])('%s', (text) => {
    const { rules, problems } = lint(`## CANNOT TOUCH@${text}`);
    expect([...rules, ...problems]).toHaveLength(1);
  });
});

describe('bullets without back-ticks', () => {
  it.each([
    ['tests/**', ['tests/**']],
    ['bridge.py (owner: ops)', ['bridge.py']],
    ['src/ui/, src/theme/', ['src/ui/', 'src/theme/']],
    ['infra/ — ops', ['infra/']],
    ['infra/: ops', ['infra/']],
    ['.env # secrets', ['.env']],
    ['Dockerfile, Makefile', ['Dockerfile', 'Makefile']],
    ['✅ src/**/*.{ts, tsx}', ['src/**/*.{ts, tsx}']],
    ['配置/データ/', ['配置/データ/']],
    ['docs/*.md (except `docs/a.md`)', ['docs/*.md', '!docs/a.md']],
  ])('are read: %s', (text, patterns) => {
    expect(lint(`## OWNS@- ${text}`)).toEqual({
      rules: patterns.map((pattern) => `owns 2 ${pattern}`),
      problems: [],
    });
  });

  it.each([
    'The API',
    'infra/ and db/',
    'infra/, the database',
    'infra/, docs',
    'infra/, src/x.ts:42',
    `${'infra/, '.repeat(600)}db/`,
    'Node.js',
    'and/or',
    'CI/CD',
    'TCP/IP — networking',
    'https://example.com/a',
    '**infra/**',
    '*important*',
    '~~infra/~~',
    '[infra/](../infra)',
    '@ops/team',
    '24/7',
    'docs',
    'src\\api',
    'infra/ (scripts only)',
    '❌ src/',
    'src/ — read only',
  ])('are reported: %s', (text) => {
    const { rules, problems } = lint(`## OWNS@- ${text}`);
    expect(rules).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('are bullets only', () => {
    expect(lint('## OWNS@src/api/').rules).toEqual([]);
  });
});

describe('a heading', () => {
  it.each([
    'CANNOT TOUCH paths',
    'CANNOT TOUCH / OFF LIMITS',
    'CANNOT TOUCH [critical]',
    'CANNOT TOUCH under any circumstances',
    'You should not touch',
  ])('%s is CANNOT TOUCH', (text) => {
    expect(lint(`## ${text}@- \`infra/\``)).toEqual({ rules: ['cannot-touch 2 infra/'], problems: [] });
  });

  it('holds the path in its own line', () => {
    expect(lint('## CANNOT TOUCH `infra/`@@## Next')).toEqual({
      rules: ['cannot-touch 1 infra/'],
      problems: [],
    });
  });

  it('that goes on in other words is reported once where it holds paths', () => {
    expect(lint('## CANNOT TOUCH in production@- `infra/`@- `db/`@## Next@- `x/`')).toEqual({
      rules: [],
      problems: ['1 unknown-shape CANNOT TOUCH in production'],
    });
    expect(lint('## OWNS@- `a/`@### CANNOT TOUCH in production@- `infra/`')).toEqual({
      rules: ['owns 2 a/'],
      problems: ['3 unknown-shape CANNOT TOUCH in production'],
    });
    expect(lint('## Forbidden commands@- `git push`').problems).toEqual([]);
  });

  it('with a longer name of its own section introduces', () => {
    expect(lint('## OWNS@### You own in the API@- `a/`').rules).toEqual(['owns 3 a/']);
  });
});

describe('an introduction without a colon', () => {
  it.each([
    '## OWNS@- `src/`@@You must not touch these@- `infra/`',
    '## OWNS@- `src/`@You must not touch these@- `infra/`',
    '## OWNS@- `src/`@@Except@- `infra/`',
    '## OWNS@- `src/`@@CANNOT TOUCH@- `infra/`',
    '## OWNS@```@src/@CANNOT TOUCH@infra/@```',
    '## OWNS@```@src/@Except@infra/@```',
    '## OWNS@```@src/@You must not touch these@infra/@```',
  ])('that says the opposite keeps its list from being read: %s', (text) => {
    const { rules, problems } = lint(text);
    expect(rules.map((rule) => rule.replace(/\d+ /, ''))).toEqual(['owns src/']);
    expect(problems.join('\n')).toContain('unknown-shape');
    expect(problems.join('\n')).toContain('infra/');
  });
});

describe('what stands beside paths', () => {
  it.each([
    ['- a/ (and d/)', ['owns 2 a/'], ['2 unknown-shape (and d/)']],
    ['- a/ - b/', ['owns 2 a/'], ['2 unknown-shape - b/']],
    ['- a/ - the look, see docs', ['owns 2 a/'], []],
    ['- `n/` (and `o/`)', ['owns 2 n/'], ['2 unknown-shape (and `o/`)']],
    ['- a/ (ops), d/ (web)', ['owns 2 a/'], ['2 unknown-shape (ops), d/ (web)']],
    ['- a/ — ops; d/', ['owns 2 a/'], ['2 unknown-shape — ops; d/']],
    ['- a/ - ops@  d/ - web', ['owns 2 a/'], ['2 unknown-shape - ops d/ - web']],
    ['- a/: d/, e/', ['owns 2 a/'], ['2 unknown-shape : d/, e/']],
    ['- `a/` - `d/`', ['owns 2 a/'], ['2 unknown-shape - `d/`']],
    ['- `a/` (as well as `d/`)', ['owns 2 a/'], ['2 unknown-shape (as well as `d/`)']],
    ['- `a/` — ops, `d/` — web', ['owns 2 a/'], ['2 unknown-shape — ops, `d/` — web']],
    ['```@a/ (ops), d/ (web)@```', ['owns 3 a/'], ['3 unknown-shape (ops), d/ (web)']],
    ['```@a/ - d/@```', ['owns 3 a/'], ['3 unknown-shape - d/']],
    ['- `a/` → `web-agent`, `api-agent`', ['owns 2 a/'], []],
    ['- `a/` — see `docs/a.md`, `docs/b.md`', ['owns 2 a/'], []],
    ['- a/ (see docs/a.md), not d', ['owns 2 a/'], []],
    ['- a/ — React, Node.js', ['owns 2 a/'], []],
    ['- a/ — the part in d/, mostly', ['owns 2 a/'], []],
    ['- a/, b.ts.', ['owns 2 a/', 'owns 2 b.ts'], []],
    ['- a/@  b/', [], ['2 unknown-shape a/ b/']],
    ['- a/ ,@  b/', ['owns 2 a/', 'owns 3 b/'], []],
    ['- a/..', [], ['2 invalid-pattern']],
    ['| Path | Note |@|---|---|@| `a/` | `d/` |', ['owns 4 a/'], ['4 unknown-shape — `d/`']],
    ['- `infra/` — ops team, do not read/write', ['owns 2 infra/'], []],
    ['- `db/` # not frontend/backend', ['owns 2 db/'], []],
    ['- `db/` # not db/seeds/', ['owns 2 db/', 'owns 2 !db/seeds/'], []],
    [
      '| One | Two |@|---|---|@| `infra/a` | `infra/b` |@| `infra/c` | `agent` |',
      ['owns 4 infra/a', 'owns 5 infra/c'],
      ['4 unknown-shape `infra/b`'],
    ],
    ['| Path | Note |@|---|---|@| `a/` | |@| | x |@| | |', ['owns 4 a/'], []],
  ])('is read or reported: %s', (text, rules, problems) => {
    expect(lint(`## OWNS@${text}`)).toEqual({ rules, problems });
  });

  it('is no problem where a cell below a section’s name is empty', () => {
    expect(lint('| OWNS | CANNOT TOUCH |@|---|---|@| `a/` | `b/` |@| | `c/` |')).toEqual({
      rules: ['owns 3 a/', 'cannot-touch 3 b/', 'cannot-touch 4 c/'],
      problems: [],
    });
  });

  it('names the section of its row in the first column', () => {
    expect(
      lint(
        '## File ownership@@| Access | Paths |@|---|---|@| OWNS | `a/`, `b/` |@| **CANNOT TOUCH** | `c/` |@| CANNOT TOUCH | the lot |',
      ),
    ).toEqual({
      rules: ['owns 5 a/', 'owns 5 b/', 'cannot-touch 6 c/'],
      problems: ['7 no-path the lot'],
    });
  });

  it('is reported for a row that names no section', () => {
    expect(lint('| A | B |@|---|---|@| OWNS | `a/` |@| Shared | `s/` |@| Other | words |')).toEqual({
      rules: ['owns 3 a/'],
      problems: ['4 unknown-shape | Shared | `s/` |'],
    });
  });
});

describe('a list whose back-ticks end half-way', () => {
  it.each([
    ['## CANNOT TOUCH@- `a/`, b/', ['2 unknown-shape , b/']],
    ['## CANNOT TOUCH@- `a/`, and b/c.ts — ours', ['2 unknown-shape , and b/c.ts — ours']],
    ['## CANNOT TOUCH@- `a/`, the API', []],
  ])('reports the rest: %s', (text, problems) => {
    const read = lint(text);
    expect(read.rules).toEqual(['cannot-touch 2 a/']);
    expect(read.problems).toEqual(problems);
  });
});

describe('what goes on where it was not expected to', () => {
  it.each([
    ['## OWNS@- `a/`@@  Except@- `b/`', ['owns 2 a/'], ['4 complement Except', '5 unknown-shape `b/`']],
    [
      '## CANNOT TOUCH@- `a/`@@  Except:@- `b/`',
      ['cannot-touch 2 a/'],
      ['4 complement Except:', '5 unknown-shape `b/`'],
    ],
    ['## OWNS@- `a/`@@  Except@  - `b/`', ['owns 2 a/'], ['5 unknown-shape `b/`']],
    [
      '## OWNS@```@docs/@├── a.md, etc.@├── b.md, More@├── c/, etc@│   └── d@└── etc, x@```',
      ['owns 4 docs/a.md', 'owns 5 docs/b.md', 'owns 8 docs/x'],
      [
        '4 unknown-shape ├── a.md, etc.',
        '5 unknown-shape ├── b.md, More',
        '6 unknown-shape ├── c/, etc',
        '7 unknown-shape │   └── d',
        '8 unknown-shape └── etc, x',
      ],
    ],
    ['## OWNS@```@docs/@├── etc, more@```', [], ['4 no-path ├── etc, more']],
    [
      'You are forbidden from writing to:@```@@a/@```',
      [],
      ['1 unknown-shape You are forbidden from writing to:'],
    ],
    [
      'You are forbidden from writing to:@```@# ours@  @a/@```',
      [],
      ['1 unknown-shape You are forbidden from writing to:'],
    ],
    ['You are forbidden from writing to:@```@# a/@@```', [], []],
  ])('is read or reported: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a file whose name has no extension', () => {
  it.each([
    ['## CANNOT TOUCH in production@- `Dockerfile`', [], ['1 unknown-shape CANNOT TOUCH in production']],
    ['**CANNOT TOUCH in production:** `Makefile`', [], ['1 unknown-shape CANNOT TOUCH in production:']],
    ['Never touch:@- `Makefile`', ['cannot-touch 2 Makefile'], []],
    ['Never edit the `Makefile` when tired.', [], ['1 unknown-shape Never edit the `Makefile` when tired.']],
    ['Never touch: the `CODEOWNERS`', ['cannot-touch 1 CODEOWNERS'], []],
    ['**CANNOT TOUCH in production:** the `users` table', [], []],
  ])('counts as a path between back-ticks: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});

describe('a list behind the words of a bullet that deny it', () => {
  it.each([
    ['## OWNS@- `a/`@@  Do not edit these:@- `b/`', ['owns 2 a/'], ['5 unknown-shape `b/`']],
    ['## OWNS@- x@  - **CANNOT TOUCH:**@- `b/`', [], ['2 no-path x', '4 unknown-shape `b/`']],
    [
      '## OWNS@- `a/`@@  Do not edit these:@  - `c/`@- `b/`',
      ['owns 2 a/', 'owns 6 b/', 'cannot-touch 5 c/'],
      [],
    ],
  ])('is not owned: %s', (text, rules, problems) => {
    expect(lint(text)).toEqual({ rules, problems });
  });
});
