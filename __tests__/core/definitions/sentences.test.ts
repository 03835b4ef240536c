import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll } from './reading.js';

const lint = (text: string) => readAll(text.replaceAll('@', '\n'));

describe('a sentence', () => {
  it.each([
    ['You own `infra/`.', ['owns 1 infra/']],
    [
      'You own `infra/`. Never modify `src/` or `.github/`.',
      ['owns 1 infra/', 'cannot-touch 1 src/', 'cannot-touch 1 .github/'],
    ],
    ['**Never** modify `x/`', ['cannot-touch 1 x/']],
    ['You **own** `a/`', ['owns 1 a/']],
    ['OWNS `src/`', ['owns 1 src/']],
    [
      '- You must not touch files in `db/`, `a/b.ts` and `infra/`.',
      ['cannot-touch 1 db/', 'cannot-touch 1 a/b.ts', 'cannot-touch 1 infra/'],
    ],
    [
      'IMPORTANT: Do NOT edit `package.json` or anything under `lib/`.',
      ['cannot-touch 1 package.json', 'cannot-touch 1 lib/'],
    ],
    ['1. The agent must never write to `dist/`', ['cannot-touch 1 dist/']],
    ['This agent never modifies `x/`', ['cannot-touch 1 x/']],
    ['The reviewer agent must not modify `b/`.', ['cannot-touch 1 b/']],
    ['Reviewer owns `a/` and never touches `b/`.', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['You own the `src/api/` directory.', ['owns 1 src/api/']],
    ['You may edit `src/**` and `tests/**`.', ['owns 1 src/**', 'owns 1 tests/**']],
    ['You can only modify files in `src/`.', ['owns 1 src/']],
    ['Only edit `src/`.', ['owns 1 src/']],
    ['Edit only `src/`.', ['owns 1 src/']],
    ['Never edit `db/` (owned by the database agent).', ['cannot-touch 1 db/']],
    ['Never edit `db/` — owned by ops.', ['cannot-touch 1 db/']],
    [
      'Never edit `docs/*.md` (except `docs/a.md`).',
      ['cannot-touch 1 docs/*.md', 'cannot-touch 1 !docs/a.md'],
    ],
    ['Do not touch `src/`; you own `b/`.', ['cannot-touch 1 src/', 'owns 1 b/']],
    ['You own `src/`, but never touch `src/gen/`.', ['owns 1 src/', 'cannot-touch 1 src/gen/']],
    ['You are not allowed to change `x/`.', ['cannot-touch 1 x/']],
    ['Never, ever touch `x/`.', ['cannot-touch 1 x/']],
    ['Don’t touch `x/`', ['cannot-touch 1 x/']],
    ['Never read or modify `secrets/`', ['cannot-touch 1 secrets/']],
    ['❌ Never modify `x/`', ['cannot-touch 1 x/']],
    ['Hard limits: never touch `.env`!', ['cannot-touch 1 .env']],
    ['You own all `*.sql` files.', ['owns 1 *.sql']],
    [
      'You own `a/`,@`b/` and@`c/`.@Never modify `d/`@or `e/`',
      ['owns 1 a/', 'owns 2 b/', 'owns 3 c/', 'cannot-touch 4 d/', 'cannot-touch 5 e/'],
    ],
    ['You own `a/`@Never modify `b/`', ['owns 1 a/', 'cannot-touch 2 b/']],
    ['• Never modify `a/`@• You own `b/`', ['owns 2 b/', 'cannot-touch 1 a/']],
  ])('is an entry where verb and object are unmistakable: %s', (text, rules) => {
    const read = lint(text);
    expect(read.rules.toSorted()).toEqual(rules.toSorted());
    expect(read.problems).toEqual([]);
  });

  it.each([
    ['Do not modify `src/` without approval.', 'without approval'],
    ['Never change `infra/`, unless the task says so.', 'unless the task says so'],
    ['Never touch `infra/` until ops has given its consent.', 'until ops has given its consent'],
  ])('keeps what would lift it: %s', (text, condition) => {
    const { definition } = parseDefinition(aSource(text));
    expect(definition?.sections.flatMap(({ rules }) => rules)).toMatchObject([
      { section: 'cannot-touch', condition },
    ]);
  });

  it.each([
    'Never edit `package.json` by hand.',
    'Never edit `src/gen/` directly.',
    'Never edit `src/gen/` (by hand).',
    'Do not modify `src/` while the build runs.',
    'Do not modify `src/` tests’ fixtures.',
    'When working on the API, never modify `web/`.',
    'If you own `src/api/`, say so.',
    'Never modify `src/` without running the tests.',
    'Never delete `migrations/`.',
    'Never commit `.env` files.',
    'Never touch anything outside `src/`.',
    'Never touch `src/` except `src/a`.',
    '`infra/` is off-limits.',
    '`src/gen/` must not be edited.',
    'Stay out of `infra/`.',
    'Leave `infra/` alone.',
    'Avoid modifying `src/gen/`.',
    'Under no circumstances modify `x/`.',
    'Should you never modify `src/`?',
    'The frontend agent must not touch `db/`.',
    'Never modify `src/` or `main`.',
    'Never modify `feature/*` branches.',
    'Never modify src/ or infra/.',
    'You own src/.',
    'You must only edit `x/` in emergencies.',
    '## When reviewing@- Never modify `a/`',
    '## Examples@Never modify `a/`.',
    'When reviewing:@- Never modify `a/`',
    '- You own `apps/web`@  - `public/`',
  ])('is reported, once, where it is not certain what is meant: %s', (text) => {
    const { rules, problems } = lint(text);
    expect(rules).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('unknown-shape');
  });

  it.each([
    'Run `npm test` and never commit secrets.',
    'Never use `any`.',
    'Never modify `main`.',
    'Do not use `console.log` in production code.',
    'Never push to `origin/main` directly.',
    'Always read `docs/api.md` first.',
    'You can find the settings in `src/config.ts`.',
    'You can edit `src/config.ts` to change the port.',
    'Use `src/utils.ts` instead of writing your own.',
    'The API lives in `src/api/`.',
    'Each module owns its own `README.md`.',
    'Keep your own notes in `.notes/`.',
    'Files that do not touch `db/` are safe to merge.',
    'Tests which never touch `infra/` run in parallel.',
    'Prefer `const` over `let` and never `var`.',
    'Do not change the public API.',
    'Never change the `/users` endpoint.',
    'Do not write tests that depend on order.',
    'Write tests in `tests/`.',
    'Never write to `stdout`.',
    'Do not modify `process.env` at run time.',
    'Never mutate `req.body`.',
    'Do not modify `this.state`.',
    'The user may edit `config.yml` later.',
    'You may need to edit `tsconfig.json`.',
    'If the tests fail, edit `src/app.ts`.',
    'Do not forget to update `CHANGELOG.md`.',
    'Never skip `npm run lint`.',
    'Do not run `rm -rf dist/`.',
    'Never log `user.password`.',
    'user: "Never modify `src/`"',
    'Example: never modify `src/`.',
    'Avoid importing from `src/internal/`.',
    'Stay out of trouble.',
    'Do not edit generated code.',
    'Nobody owns `src/legacy/`.',
    'The platform team owns `infra/`.',
    'Who owns `src/web/`?',
    'It never touches `db/`.',
    'Do not add `node_modules/` to the archive.',
    'You own quality, from design to `npm publish`.',
    'Only edit what you must.',
    'You can touch up the wording in `docs/`.',
    'Handle `GET /api/users` and `POST /api/users`.',
    'Never call `fetch()` in a loop.',
    'Never change `text/html` handling.',
    '❌ Edit `x/`',
    '```@Never modify `x/`.@```',
    '<!-- Never modify `x/`. -->',
    '<example>@Never modify `x/`.@</example>',
  ])('says nothing about paths in prose: %s', (text) => {
    expect(lint(text)).toEqual({ rules: [], problems: [] });
  });
});

it('is no path where a sentence names a package', () => {
  expect(readAll('Do not update `@scope/package` yet.')).toEqual({ rules: [], problems: [] });
});

describe('a sentence in a section', () => {
  it('names its own section, and leaves the rest to the one around it', () => {
    const text =
      '## OWNS@- `src/` — the API. Never modify `src/gen/`.@- Never touch `db/`.@- `lib/`@@You must not edit `y/`. Be careful.';
    expect(lint(text)).toEqual({
      rules: [
        'owns 2 src/',
        'owns 4 lib/',
        'cannot-touch 2 src/gen/',
        'cannot-touch 3 db/',
        'cannot-touch 6 y/',
      ],
      problems: [],
    });
  });

  it('is reported by the section where it is not certain', () => {
    expect(lint('## CANNOT TOUCH@Never modify `src/` by hand.@@`infra/`')).toEqual({
      rules: ['cannot-touch 4 infra/'],
      problems: ['2 unknown-shape Never modify `src/` by hand.'],
    });
  });

  it('ends the list of a label', () => {
    expect(lint('**OWNS:**@- `a/`@@Never modify `src/`.@@- `b/`')).toEqual({
      rules: ['owns 2 a/', 'cannot-touch 4 src/'],
      problems: ['6 unknown-shape `b/`'],
    });
  });

  it('is reported where it stands behind the list of a label', () => {
    expect(lint('## OWNS@- `a/`@@**CANNOT TOUCH:**@- `b/`@@Never edit `c/` by hand.').problems).toEqual([
      '7 unknown-shape Never edit `c/` by hand.',
    ]);
  });

  it('of another agent is not read', () => {
    expect(lint('### Frontend OWNS@- You own `a/`')).toEqual({
      rules: [],
      problems: ['1 unknown-shape Frontend OWNS'],
    });
  });
});
