import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

const NAMES = [
  ...['CANNOT TOUCH', 'Never touch', 'Do not modify', 'Forbidden', 'Off-limits', 'cannot_touch'],
  ...['forbidden_paths', 'Files you must not touch'],
];

/** The name and the path on one line. */
const ON_ONE_LINE = [
  ...['%: infra/', '%: `infra/`', '% = infra/', '%=infra/', '% := infra/', '% => infra/', '% → `infra/`'],
  ...[
    '% -> infra/',
    '% - infra/',
    '% — `infra/`',
    '% | infra/',
    '%; infra/',
    '%：infra/',
    '% (in CI): infra/',
  ],
  ...['%: the infra/ folder', '%: "infra/"', '%: [infra/]', '%: Makefile', '%: a [link](infra/) to `infra/`'],
  ...['[%] infra/', '(%) infra/', '{%} infra/', '[%]: infra/', '"%": infra/', '`%`: `infra/`', '`%` infra/'],
  ...['**`%`**: infra/', '`**%**` infra/', '~~%~~: infra/', '[%](#rules): infra/', '<mark>%</mark> infra/'],
  ...[
    '<kbd>%</kbd>: infra/',
    '<b>%</b>: infra/',
    '-- %: infra/',
    '🚫 %: infra/',
    '**%**: infra/',
    '*%*: infra/',
  ],
  ...['__%:__ infra/', '`infra/` (%)', 'infra/ (%)', 'infra/: %', '`infra/` - %', '`infra/` | **%**'],
  ...[
    'Remember this. %: infra/',
    '> [!CAUTION] %: infra/',
    '!!! danger "%" infra/',
    ':::warning %: `infra/`',
  ],
];

/** The name alone, and the path below. */
const BELOW = [
  ...['%:@- infra/', '%@@- `infra/`', '%@`infra/`', '%@infra/', '%:@infra/', '%@@`infra/`', '%@@infra/'],
  ...['%@@| Path | Why |@|-|-|@| `infra/` | x |', '%@@These belong to others.@@- `infra/`'],
  ...[
    '%:@@### Ops@@- `lib/`@@### Web@@- `infra/`',
    '%:@- Ops@  - `infra/`',
    '%@```@infra/@```',
    '1. %@- `infra/`',
  ],
  ...['1. %@@`infra/`', '"%":@- infra/', '`%`@@- `infra/`', '[%]@- `infra/`', '<mark>%</mark>@@- `infra/`'],
  ...[
    '**`%`**@@`infra/`',
    '> [!CAUTION] %@> - infra/',
    '%@> infra/',
    '```@%@infra/@```',
    '```@%:@  - infra/@```',
  ],
  ...[
    '```json@{@  "%": [@    "infra/"@  ]@}@```',
    '```json@{"%": ["infra/"]}@```',
    '```toml@% = ["infra/"]@```',
  ],
];

const SURROUNDINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['at the top', (text) => text],
  ['behind a section that has ended', (text) => `## OWNS@- \`apps/\`@@## Notes@@${text}`],
  ['inside OWNS', (text) => `## OWNS@- \`apps/\`@@${text}`],
  ['as a bullet', (text) => `- ${text.replaceAll('@', '@  ')}`],
  ['in a quotation', (text) => `> ${text.replaceAll('@', '@> ')}`],
  ['between tags', (text) => `<rules>@${text}@</rules>`],
];

/** What becomes of `infra/`: whose it is, or whether a problem says that something was not read. */
function fateOf(text: string): string {
  const { rules, problems } = readAll(text.replaceAll('@', '\n'));
  if (rules.some((rule) => /^owns .* infra\/$/.test(rule))) return 'owned';
  if (rules.some((rule) => /^cannot-touch .*(?:infra\/|Makefile)$/.test(rule))) return 'denied';
  return problems.length > 0 ? 'reported' : 'lost';
}

describe('what names CANNOT TOUCH in any form', () => {
  it.each(SURROUNDINGS)('is a rule or is reported, and never OWNS: %s', (_, around) => {
    const texts = [...ON_ONE_LINE, ...BELOW].flatMap((form) =>
      NAMES.map((name) => around(form.replaceAll('%', name))),
    );
    const wrong = texts
      .map((text) => `${fateOf(text)}: ${text}`)
      .filter((fate) => /^(?:lost|owned)/.test(fate));
    expect(wrong).toEqual([]);
  });
});

describe('a name in a form that no rule reads', () => {
  it.each([
    ['CANNOT TOUCH = infra/', ['1 unknown-shape CANNOT TOUCH = infra/']],
    ['Words.@CANNOT TOUCH = infra/', ['2 unknown-shape CANNOT TOUCH = infra/']],
    ['CANNOT TOUCH: infra', ['1 unknown-shape CANNOT TOUCH: infra']],
    ['CANNOT TOUCH: infra, web and db', ['1 unknown-shape CANNOT TOUCH: infra, web and db']],
    ['CANNOT TOUCH:@- infra@- web', ['2 no-path infra', '3 no-path web']],
    ['OWNS = apps/', ['1 unknown-shape OWNS = apps/']],
    ['READS => docs/', ['1 unknown-shape READS => docs/']],
    ['## OWNS@- `a/`@@CANNOT TOUCH = infra/', ['4 unknown-shape CANNOT TOUCH = infra/']],
    [
      'Never touch: the `b/` part and these:@- `c/`',
      ['1 unknown-shape Never touch: the `b/` part and these:'],
    ],
    [
      '## OWNS@- `a/`@@  You may never change what follows:@- `b/`',
      ['4 unknown-shape You may never change what follows:'],
    ],
    ['Never touch:@- Database@- `b/`', ['1 unknown-shape Never touch:']],
    [
      'Never edit the generated files in src/gen/.',
      ['1 unknown-shape Never edit the generated files in src/gen/.'],
    ],
    [
      'Never touch the `users` table or db/schema.sql',
      ['1 unknown-shape Never touch the `users` table or db/schema.sql'],
    ],
    ['<cannot_touch path="infra/"/>', ['1 unknown-shape <cannot_touch path="infra/"/>']],
    ['<b>CANNOT TOUCH</b>: infra', ['1 unknown-shape <b>CANNOT TOUCH</b>: infra']],
    ['| Rule |@|-|@| CANNOT TOUCH: infra/ |', ['3 unknown-shape | CANNOT TOUCH: infra/ |']],
    ['| Note |@|-|@| [FORBIDDEN] infra/ |', ['3 unknown-shape | [FORBIDDEN] infra/ |']],
    ['```@CANNOT TOUCH@infra/@```', ['2 unknown-shape CANNOT TOUCH']],
    ['```json@{"cannot_touch": ["infra/"]}@```', ['2 unknown-shape {"cannot_touch": ["infra/"]}']],
    [
      'Never touch:@@### Ops@@- `a/`@@### Web@@- `b/`@@### Db@@- `c/`',
      ['1 unknown-shape Never touch:', '1 unknown-shape Never touch:', '1 unknown-shape Never touch:'],
    ],
    [`CANNOT TOUCH = infra/ ${'x'.repeat(5_000)}`, [expect.stringContaining('1 unknown-shape CANNOT')]],
  ])('is reported where it stands: %s', (text, problems) => {
    const { rules, problems: found } = readAll(text.replaceAll('@', '\n'));
    expect(found).toEqual(problems);
    expect(rules.filter((rule) => !rule.endsWith(' a/'))).toEqual([]);
  });

  it.each([
    ...['Never touch: production', 'Forbidden: `any`, `unknown`', 'READS: 10', 'CANNOT TOUCH: none'],
    ...[
      '**Lifted:** blur to save. No edit/view mode toggle.',
      'NO Write/Edit tools',
      'Never touch `origin/main`.',
    ],
    ...['Forbidden words are listed in docs/style.md', 'owns = apps/'],
    ...[
      '```markdown@CANNOT TOUCH@infra/@```',
      '```ts@cannotTouch = infra/@```',
      'The output:@@```@Forbidden = a/@```',
    ],
    ...[
      '- Read-only: you cannot create, modify, or delete files.@- Never guess.',
      'Off-limits',
      '`src/a.ts` — edited',
    ],
  ])('is none in prose, examples and code: %s', (text) => {
    expect(readAll(text.replaceAll('@', '\n'))).toEqual({ rules: [], problems: [] });
  });
});
