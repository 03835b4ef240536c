import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import type { SectionKind } from '../../../src/core/vocabulary.js';
import { aSource, readBody } from './reading.js';

const patternsIn = (body: string, kind: SectionKind) =>
  readBody(body, kind).rules.map((row) => row.replace(/^\d+ /, ''));
const denied = (text: string) => patternsIn(`## CANNOT TOUCH\n- ${text}`, 'cannot-touch');
const problemsOf = (text: string) =>
  readBody(`## CANNOT TOUCH\n- ${text}`, 'cannot-touch').problems.map((row) => row.split(' ', 2)[1]);
const conditionOf = (body: string) =>
  parseDefinition(aSource(body)).definition?.sections[0]?.rules[0]?.condition;

describe('a bullet holds exactly these rules', () => {
  it.each([
    ['`docs/*.md` (except `docs/deploy.md`)', ['docs/*.md', '!docs/deploy.md']],
    ['All `src/*.rs` except `*_test.rs`', ['src/*.rs', '!*_test.rs']],
    ['`src/` unless `src/core/`', ['src/', '!src/core/']],
    ['`a/` but not `a/b/`', ['a/', '!a/b/']],
    ['`a/` other than `b`, `c`', ['a/', '!b', '!c']],
    ['`src/` (not `src/gen/`)', ['src/', '!src/gen/']],
    ['`src/` not `src/gen/`', ['src/', '!src/gen/']],
    ['`src/`, but not `src/gen/` or `src/x/`', ['src/', '!src/gen/', '!src/x/']],
    ['`src/` apart from `src/x/`', ['src/', '!src/x/']],
    ['`src/` not including `src/x/`', ['src/', '!src/x/']],
    ['Everything in `src/` except `src/gen/`', ['src/', '!src/gen/']],
    ['a/ but not a/b/', ['a/', '!a/b/']],
    ['src/*.rs except *_test.rs', ['src/*.rs', '!*_test.rs']],
    ['src/ (except src/x/)', ['src/', '!src/x/']],
    ['src/ unless src/core/', ['src/', '!src/core/']],
    ['src/ other than src/x/ and src/y/', ['src/', '!src/x/', '!src/y/']],
    ['`a/` unless the task says so', ['a/']],
    ['Anything in `infra/`', ['infra/']],
    ['**Everything outside `apps/web/`**', ['**', '!apps/web/']],
    ['`a/` (Without orchestrator approval)', ['a/']],
    ['`a/` only after sign-off', ['a/']],
    ['`a/` ask first', ['a/']],
    ['`a/` unless asked', ['a/']],
    ['`a/` if not approved', ['a/']],
    ['`a/` unless `lead` approves', ['a/']],
    ['`a/` unless `make check` passes', ['a/']],
    ['`a/` (allowed with approval)', ['a/']],
    ['`a/` (may be changed if asked)', ['a/']],
    ['a/ unless asked', ['a/']],
    ['a/ if not approved', ['a/']],
    ['`a/` (tests only)', ['a/']],
    ['`a/` — you may read this', ['a/']],
    ['`db/` → `database-agent`', ['db/']],
    ['`db` → `database-agent`', ['db']],
    ['`package.json` → `scripts`', ['package.json']],
    ['`.tsx`', ['*.tsx']],
    ['`.tsx`, `.jsx` files', ['*.tsx', '*.jsx']],
    ['`.env`', ['.env']],
    ['`/api/users`', ['/api/users']],
    ['`/manage.py`', ['/manage.py']],
    ['/src/', ['/src/']],
    ['`main`', ['main']],
    ['`logs`', ['logs']],
    ['`bug`', ['bug']],
    ['`Makefile` (build command)', ['Makefile']],
    ['`UserService`', ['UserService']],
    ['`auth.ts`', ['auth.ts']],
    ['`public.css`', ['public.css']],
    ['`users.email`', ['users.email']],
    ['`CODE_OF_CONDUCT`', ['CODE_OF_CONDUCT']],
    ['`src/[locale]/x.tsx`', ['src/[locale]/x.tsx']],
    ['`routes/$id.tsx`', ['routes/$id.tsx']],
    ['`*.{ts,js,py,etc}`', ['*.{ts,js,py,etc}']],
    ['`my-app/`', ['my-app/']],
    ['`docs/path/to/x`', ['docs/path/to/x']],
    ['[ ] `src/`', ['src/']],
    ['[x] src/', ['src/']],
    ['❌ `src/`', ['src/']],
    ['✗ src/', ['src/']],
    ['⛔ **`src/`** — ops', ['src/']],
    ['`src/` ❌', ['src/']],
    ['`src/models.py` — the User model', ['src/models.py']],
    ['`*` (does not modify files)', ['*']],
    ['`db/` — the users table', ['db/']],
  ])('%s', (text, patterns) => {
    expect(denied(text)).toEqual(patterns);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a line of a fence holds exactly these rules', () => {
  it.each([
    ['src/ unless src/core/', ['src/', '!src/core/']],
    ['a/ other than b/', ['a/', '!b/']],
    ['a/ apart from a/b/', ['a/', '!a/b/']],
    ['a/ but not a/b/', ['a/', '!a/b/']],
    ['src/ only if asked', ['src/']],
    ['src/ ask first', ['src/']],
    ['src/ if not approved', ['src/']],
    ['a/ (without approval)', ['a/']],
    ['*  # does not modify files', ['*']],
    ['[ ] src/', ['src/']],
    ['1. src/', ['src/']],
    ['2) src/', ['src/']],
    ['src/ ✗', ['src/']],
    ['src/ ❌ never', ['src/']],
    ['src/, lib/ ✗ both', ['src/', 'lib/']],
    ['Makefile unless asked', ['Makefile']],
  ])('%s', (text, patterns) => {
    expect(patternsIn(`## CANNOT TOUCH\n\`\`\`\n${text}\n\`\`\``, 'cannot-touch')).toEqual(patterns);
  });
});

describe('no rule is made of', () => {
  it.each([
    [
      'part-of-a-file',
      ['`package.json` scripts only', '`src/a.py` (comments only)', '`settings.py` INSTALLED_APPS'],
    ],
    [
      'part-of-a-file',
      ['lines 10-20 of `a.py`', 'the `scripts` section of `package.json`', '`a.py:10-20`', '`a.py#L10`'],
    ],
    [
      'part-of-a-file',
      ['`a.py` lines 10-20', '`a.py` (lines 10-20)', '`package.json` dependencies', 'Imports in `a.py`'],
    ],
    [
      'part-of-a-file',
      ['`package.json` (only `scripts`)', 'The `version` field in `package.json`', '`foo.ts::bar`'],
    ],
    [
      'not-a-path',
      ['`npm test`', '`https://x.y/z`', '`GET /api/users`', '`/api/v1/users/:id`', '`good first issue`'],
    ],
    [
      'not-a-path',
      ['`bug` (label)', '`main` — the release branch', '`users` (table)', '`UserService` (class)'],
    ],
    [
      'not-a-path',
      [
        '`public.users`',
        '`dbo.orders`',
        '`DATABASE_URL`',
        '`API_KEY`',
        '`getUser()`',
        '`--force`',
        '`$HOME`',
      ],
    ],
    ['not-a-path', ['`users:read`', '`KEY=value`', '`a | b`', '`src/ **`']],
    [
      'unknown-shape',
      ['`bug` label', '`main` branch', '`users.email` column', 'Branch `main`', '`DATABASE_URL` env var'],
    ],
    [
      'unknown-shape',
      ['POST /api/users', 'infra/ if needed', 'src/api and src/web', 'Tests in `tests/`', '`a/`: `b/`'],
    ],
    [
      'unknown-shape',
      [
        '`b/` (OK to edit)',
        '`b/` (allowed)',
        '`b/` — you may edit this',
        '`b/` (can be edited)',
        '`b/` — ok',
      ],
    ],
    [
      'unknown-shape',
      ['`b/` (editable)', '`b/` # safe to edit', '`b/` (you own this)', 'b/ (OK to edit)', '✓ `b/`', 'b/ ✓'],
    ],
    [
      'complement',
      [
        '`u/` except in tests',
        '`u/` (except in tests)',
        '`u/`, except for emergencies',
        'u/ (except in tests)',
      ],
    ],
    [
      'no-path',
      ['Security policy decisions', 'production database', 'Refactor unless asked', 'Deployments', 'The API'],
    ],
    ['no-path', ['Ask before you deploy', 'Anyone’s secrets', 'Commit messages', 'Be careful']],
    [
      'unresolved-placeholder',
      ['`{{OWNED_PATHS}}`', '`{feature}/`', '`<module>/`', '<module>/', '`[your-app]/src`', '`$MODULE/`'],
    ],
    [
      'unresolved-placeholder',
      ['`src/%s/x`', '`path/to/file.ts`', '`your-project/`', '`${X}/a`', '`src/<name>.ts`', '{feature}/'],
    ],
  ])('%s: %j', (reason, lines) => {
    for (const text of lines) {
      expect({ text, rules: denied(text) }).toEqual({ text, rules: [] });
      expect({ text, problems: problemsOf(text) }).toEqual({ text, problems: [reason] });
    }
  });

  it.each([
    '`x` (do not edit)',
    '`x/` — do not edit by hand',
    '`x/` (read-only)',
    '`x/` (READ ONLY)',
    'x/ # never touch',
  ])('what OWNS says and takes back: %s', (text) => {
    expect(patternsIn(`## OWNS\n- ${text}`, 'owns')).toEqual([]);
    expect(readBody(`## OWNS\n- ${text}`).problems).toHaveLength(1);
  });

  it.each([
    ['- `a/`\n- Except:\n- `b/`\n- `c/`', ['a/'], 3],
    ['- `a/`\n- Except\n- `b/`', ['a/'], 2],
    ['- `a/`\n\nExcept\n\n`b/`\n\n### More\n- `d/`', ['a/', 'd/'], 2],
    ['- `a/`\n- x\n  - Excluding:\n  - `b/`\n- `c/`', ['a/', 'c/'], 2],
  ])('what stands behind an "Except" of its own: %j', (body, patterns, problems) => {
    expect(patternsIn(`## CANNOT TOUCH\n${body}`, 'cannot-touch')).toEqual(patterns);
    expect(readBody(`## CANNOT TOUCH\n${body}`).problems).toHaveLength(problems);
  });
});

describe('a condition', () => {
  it.each([
    ['`a/` unless the task says so', 'unless the task says so'],
    ['`a/` (Without orchestrator approval)', 'Without orchestrator approval'],
    ['`a/` only after sign-off', 'only after sign-off'],
    ['`a/` ask first', 'ask first'],
    ['`a/` if not approved', 'if not approved'],
    ['`a/` unless `lead` approves', 'unless `lead` approves'],
    ['`src/` unless `src/core/`', null],
    ['`src/` but not `src/x/`', null],
  ])('of %s is %j', (text, condition) => {
    expect(conditionOf(`## CANNOT TOUCH\n- ${text}`)).toBe(condition);
  });

  it('of a directory in a drawing is that of its leaves', () => {
    expect(conditionOf('## CANNOT TOUCH\n```\ndocs/  (ask first)\n├── a/\n```')).toBe('ask first');
  });
});
