import { describe, expect, it } from '@jest/globals';

import type { Reading } from '../../../src/core/definitions/entries/entry.js';
import { readEntryLine } from '../../../src/core/definitions/entries/entry-line.js';
import { readEntryText } from '../../../src/core/definitions/entries/entry-text.js';
import { createClassifyHeading } from '../../../src/core/definitions/headings.js';
import type { SectionKind } from '../../../src/core/vocabulary.js';

const classify = createClassifyHeading();
const bare = (text: string, kind: SectionKind = 'owns') =>
  readEntryLine({ text, line: 1 }, { kind, classify });
const quoted = (text: string, kind: SectionKind = 'owns') =>
  readEntryText(
    text.split('\n').map((line, index) => ({ text: line, line: index + 1 })),
    { kind, classify },
  );

const patternsOf = ({ entries }: Reading) =>
  entries.flatMap(({ patterns, exceptions }) => [
    ...patterns.map(({ text }) => text),
    ...exceptions.map(({ text }) => `except ${text}`),
  ]);
const reasonsOf = ({ unread }: Reading) => unread.map(({ reason }) => reason);

describe('readEntryLine', () => {
  it.each([
    ['apps/**/views.py            # DRF views', 'DRF views'],
    ['apps/**/views.py  DRF views', 'DRF views'],
    ['apps/**/views.py - DRF views', 'DRF views'],
    ['apps/**/views.py — DRF views', 'DRF views'],
    ['apps/**/views.py – DRF views', 'DRF views'],
    ['apps/**/views.py -> backend-agent', 'backend-agent'],
    ['apps/**/views.py → backend-agent', 'backend-agent'],
    ['apps/**/views.py (database agent)', 'database agent'],
    ['apps/**/views.py\tDRF views', 'DRF views'],
    ['apps/**/views.py: DRF views', 'DRF views'],
    ['apps/**/views.py #', null],
    ['  apps/**/views.py  ', null],
    ['`apps/**/views.py`', null],
    ['"apps/**/views.py",', null],
    ['✓ apps/**/views.py', null],
    ['✅ apps/**/views.py', null],
    ['- apps/**/views.py', null],
    ['* apps/**/views.py', null],
    ['1. apps/**/views.py', null],
    ['📁 apps/**/views.py', null],
    ['apps/**/views.py  # Models (database agent)', 'Models (database agent)'],
    ['apps/**/views.py (#1) # b', '(#1) # b'],
  ])('reads the pattern and the remark of %j', (text, remark) => {
    expect(bare(text)).toEqual({
      entries: [
        {
          patterns: [{ text: 'apps/**/views.py', line: 1 }],
          exceptions: [],
          remark,
          condition: null,
        },
      ],
      unread: [],
    });
  });

  it.each([
    ['src/a, src/b,src/c', ['src/a', 'src/b', 'src/c']],
    ['src/a,  src/b  # both', ['src/a', 'src/b']],
    ['src/*.{ts, tsx}, lib/', ['src/*.{ts, tsx}', 'lib/']],
    ['*.md (root level)', ['/*.md']],
    ['*.md (root)', ['/*.md']],
    ['*.md # root level only', ['/*.md']],
    ['*.md, *.txt (at the root)', ['/*.md', '/*.txt']],
    ['app/(root)/page.tsx', ['app/(root)/page.tsx']],
    ['.tsx', ['*.tsx']],
    ['.ts, .tsx', ['*.ts', '*.tsx']],
    ['.test.ts', ['*.test.ts']],
    ['.{ts,tsx}', ['*.{ts,tsx}']],
    ['.env', ['.env']],
    ['.gitignore', ['.gitignore']],
    ['.eslintrc.json', ['.eslintrc.json']],
    ['.claude/x', ['.claude/x']],
    ['*', ['*']],
    ['*  # does not modify files', ['*']],
    ['* # does not modify files', ['*']],
    ['!docs/api/**', ['!docs/api/**']],
    ['docs/My\\ File.md', ['docs/My\\ File.md']],
    ['apps/c#/x', ['apps/c#/x']],
    ['docs/*.md (except docs/deploy.md)', ['docs/*.md', 'except docs/deploy.md']],
    [
      'docs/*.md except docs/deploy.md and docs/x.md',
      ['docs/*.md', 'except docs/deploy.md', 'except docs/x.md'],
    ],
    ['src/ (not src/legacy/)', ['src/', 'except src/legacy/']],
    ['{{OWNED_PATHS}}', ['{{OWNED_PATHS}}']],
    ['{{ OWNED_PATHS }}  # rendered', ['{{OWNED_PATHS}}']],
    ['infra/ — without exception', ['infra/']],
    ['apps/**/exceptions.py  # Custom exceptions', ['apps/**/exceptions.py']],
    ['migrations/**  # database agent only', ['migrations/**']],
    ['manage.py  # database agent only', ['manage.py']],
    ['Everything outside apps/web/', ['**', 'except apps/web/']],
    ['src/a , src/b', ['src/a', 'src/b']],
    ['src/{a,{b,c},d}.ts, lib/', ['src/{a,{b,c},d}.ts', 'lib/']],
    ['a/;', ['a/']],
    ['a/;;', ['a/']],
    ['/', ['/']],
    ['./', ['./']],
    ['.', ['.']],
    ['!/', ['!/']],
    ['!.ts', ['!*.ts']],
    ['.ts/x', ['.ts/x']],
    ['.{ts,foo}', ['.{ts,foo}']],
    ['*.{ ts , tsx }', ['*.{ ts , tsx }']],
    ['[[:alpha:]]*.md', ['[[:alpha:]]*.md']],
    ['C:/x', ['C:/x']],
    ['{{ env:PATHS }}', ['{{ env:PATHS }}']],
  ])('reads %j', (text, patterns) => {
    expect(patternsOf(bare(text)).map((pattern) => pattern.replace(/\{\{ (\w+) \}\}/, '{{$1}}'))).toEqual(
      patterns,
    );
  });

  it.each(['', '   ', '# a comment', '#src/old/**', '// a comment', '<!-- a -->', '-'])(
    'finds nothing to say about %j',
    (text) => {
      expect(patternsOf(bare(text))).toEqual([]);
      expect(reasonsOf(bare(text)).every((reason) => reason === 'no-path')).toBe(true);
    },
  );

  it.each([
    ['everything else', 'complement'],
    ['Any file (read-only agent)', 'unknown-shape'],
    ['all other files', 'complement'],
    ['src/ (except the generated ones)', 'complement'],
    ['package.json (scripts only)', 'part-of-a-file'],
    ['package.json  # engines only', 'part-of-a-file'],
    ['src/**/*.py (comments only)', 'part-of-a-file'],
    ['package.json#scripts', 'part-of-a-file'],
    ['src/x.ts:42', 'part-of-a-file'],
    ['src/api and src/web', 'unknown-shape'],
    ['The API of the project', 'no-path'],
    ['git push --force', 'no-path'],
    ['https://example.com/a', 'not-a-path'],
    ['--force', 'not-a-path'],
    ['@ops-team', 'not-a-path'],
    ['@/components', 'not-a-path'],
    ['KEY=value', 'not-a-path'],
    ['main()', 'not-a-path'],
    ['./...', 'not-a-path'],
    ['...', 'not-a-path'],
    ['_/', 'no-path'],
    ['/_', 'no-path'],
    ['_.', 'no-path'],
    ['.-', 'no-path'],
    ['src/c:/x', 'not-a-path'],
    ['None', 'not-a-path'],
    ['✗ src/', 'unknown-shape'],
    ['❌ src/', 'unknown-shape'],
    ['src/  ✗', 'unknown-shape'],
    ['src/  # read only', 'unknown-shape'],
    ['src/  # never modify', 'unknown-shape'],
    [`src/${'a'.repeat(5_000)}`, 'unknown-shape'],
  ])('reports %j', (text, reason) => {
    expect(patternsOf(bare(text))).toEqual([]);
    expect(reasonsOf(bare(text))).toEqual([reason]);
  });

  it('reads marks as the section means them', () => {
    expect(patternsOf(bare('✗ infra/', 'cannot-touch'))).toEqual(['infra/']);
    expect(patternsOf(bare('infra/  # read only', 'cannot-touch'))).toEqual(['infra/']);
    expect(reasonsOf(bare('✓ infra/', 'cannot-touch'))).toEqual(['unknown-shape']);
    expect(reasonsOf(bare('infra/  # you own', 'cannot-touch'))).toEqual(['unknown-shape']);
  });

  it.each([
    ['apps/web (unless the task says so)', 'unless the task says so'],
    ['apps/web  # without approval of the lead', 'without approval of the lead'],
    ['apps/web unless asked', 'unless asked'],
    ['apps/web (except with approval)', 'except with approval'],
    ['apps/web (ask the lead first)', 'ask the lead first'],
    ['apps/web (requires review)', 'requires review'],
    ['apps/web (you may edit this if asked)', 'you may edit this if asked'],
    ['tests/unit  # tests without a database', null],
  ])('finds the condition of %j', (text, condition) => {
    expect(bare(text, 'cannot-touch').entries).toMatchObject([{ patterns: [{ line: 1 }], condition }]);
  });
});

describe('readEntryText', () => {
  it.each([
    ['`apps/api/`', ['apps/api/'], null],
    [
      '`apps/api/`, `apps/worker/` — the API (see `docs/api.md`)',
      ['apps/api/', 'apps/worker/'],
      'the API (see `docs/api.md`)',
    ],
    ['`a/` and `b/`', ['a/', 'b/'], null],
    ['`a/`; `b/` + `c/`.', ['a/', 'b/', 'c/'], null],
    ['`a/, b/`', ['a/', 'b/'], null],
    ['**`a/`** (x)', ['a/'], 'x'],
    ['[`a/`](../a)', ['a/'], null],
    ['[ ] `a/`', ['a/'], null],
    ['✅ `a/`', ['a/'], null],
    ['``a/`b``', ['a/`b'], null],
    ['`a/` → `backend-agent`', ['a/'], '`backend-agent`'],
    ['`a/`: the rest', ['a/'], 'the rest'],
    ['`a/` directory — x', ['a/'], 'x'],
    ['__`a/`__ (x)', ['a/'], 'x'],
    ['***`a/`*** (x)', ['a/'], 'x'],
    ['`a/` and __`b/`__', ['a/', 'b/'], null],
    ['`a/` — snake_case_name', ['a/'], 'snake_case_name'],
    ['`a/` — the __main__ part', ['a/'], 'the main part'],
    ['`.tsx` files', ['*.tsx'], null],
    ['All `*.sql` files', ['*.sql'], null],
    ['Everything in `docs/`', ['docs/'], null],
    ['`*.md` (root level)', ['/*.md'], null],
    ['`a/`,\n`b/` — wrapped (see\n`docs/b.md`)', ['a/', 'b/'], 'wrapped (see `docs/b.md`)'],
    [
      '`docs/*.md` (except `docs/deploy.md`)',
      ['docs/*.md', 'except docs/deploy.md'],
      'except `docs/deploy.md`',
    ],
    ['All `src/*.rs` except `*_test.rs`', ['src/*.rs', 'except *_test.rs'], 'except `*_test.rs`'],
    [
      '`a/`, `b/`, except `a/x` and `b/x`',
      ['a/', 'b/', 'except a/x', 'except b/x'],
      'except `a/x` and `b/x`',
    ],
    ['`h/` with approval of the lead', ['h/'], 'with approval of the lead'],
  ])('reads %j', (text, patterns, remark) => {
    const reading = quoted(text);
    expect(patternsOf(reading)).toEqual(patterns);
    expect(reading.entries[0]?.remark).toBe(remark);
    expect(reading.unread).toEqual([]);
  });

  it.each([
    ['`package.json` scripts only', 'part-of-a-file'],
    ['`src/x.ts` (imports only)', 'part-of-a-file'],
    ['`u/`, except for tests', 'complement'],
    ['Tests in `tests/`', 'unknown-shape'],
    ['**API**: `routes/`', 'unknown-shape'],
    ['`users` table', 'unknown-shape'],
    ['`feature/*` branches', 'unknown-shape'],
    ['`n/`: `o`, `p`', 'unknown-shape'],
    ['~~`a/`~~', 'unknown-shape'],
    ['❌ `a/`', 'unknown-shape'],
    ['`npm run build`', 'not-a-path'],
    ['`src/{my file,b}.ts`', 'not-a-path'],
    ['`GET /api/users`', 'not-a-path'],
    ['`/api/users/:id`', 'not-a-path'],
    ['Security policy decisions', 'no-path'],
    ['`unclosed', 'unknown-shape'],
    ['`a/`, '.repeat(800), 'unknown-shape'],
    ['`', 'unknown-shape'],
  ])('reports %j', (text, reason) => {
    expect(patternsOf(quoted(text))).toEqual([]);
    expect(reasonsOf(quoted(text))).toEqual([reason]);
  });

  it.each([
    ['`a/` (API), `b/` (web)', ['a/'], '(API), `b/` (web)'],
    ['`a/`. Also `b/`.', ['a/'], '. Also `b/`.'],
    ['`a/`, `npm test`', ['a/'], 'npm test'],
  ])('reads what is certain of %j and reports the rest', (text, patterns, unread) => {
    expect(patternsOf(quoted(text))).toEqual(patterns);
    expect(quoted(text).unread).toMatchObject([{ text: unread }]);
  });

  it('gives each pattern its own line', () => {
    expect(quoted('`a/`,\n`b/`').entries[0]?.patterns).toEqual([
      { text: 'a/', line: 1 },
      { text: 'b/', line: 2 },
    ]);
  });
});
