import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aSource, readAll } from './reading.js';

/** What the lines of a section say, without its heading, which stands above them; each rule with its remark and condition. */
const below = (heading: string, text: string) => {
  const { definition, problems } = parseDefinition(aSource(`## ${heading}\n${text.replaceAll('@', '\n')}`));
  return {
    rules: (definition?.sections ?? []).flatMap((section) =>
      section.rules.map(({ location, pattern, remark, condition }) =>
        [
          location.line - 1,
          pattern,
          ...(remark === null ? [] : [`# ${remark}`]),
          ...(condition === null ? [] : ['?']),
        ].join(' '),
      ),
    ),
    problems: problems.flatMap((problem) =>
      problem.code === 'unenforceable-entry' && 'text' in problem
        ? [`${(problem.line ?? 0) - 1} ${problem.reason} ${problem.text}`]
        : [],
    ),
  };
};

describe('what stands behind a path', () => {
  it.each([
    ['- `a/` (see (x))', ['1 a/ # (see (x))']],
    ['- `a/` ( the API )', ['1 a/ # the API']],
    ['- `a/` — the API)', ['1 a/ # the API)']],
    ['- `a/` — the API@  and the rest', ['1 a/ # the API and the rest']],
    ['- `a/` ❌ — ops', ['1 a/ # ops']],
    ['- `a/` ❌', ['1 a/']],
    ['- `*.md` (root level)', ['1 /*.md']],
    ['- `*.md` (root level) — notes', ['1 /*.md # notes']],
    ['- `src/`, `x` (label)', ['1 src/ # label', '1 x # label']],
    ['- `a/` (without approval)', ['1 a/ # without approval ?']],
    ['- `a/` (except with approval)', ['1 a/ # except with approval ?']],
    ['- `a/` — unless asked', ['1 a/ # unless asked ?']],
    ['- `a/` (unless `a/b`)', ['1 a/ # unless `a/b`', '1 !a/b # unless `a/b`']],
    [
      '- `a/` (ask first, except `a/b`)',
      ['1 a/ # ask first, except `a/b` ?', '1 !a/b # ask first, except `a/b` ?'],
    ],
    [
      '```@src/*.{ts, tsx}  # code@"a/"@src/{a, b}/ (c)@```',
      ['2 src/*.{ts, tsx} # code', '3 a/', '4 src/{a, b}/ # c'],
    ],
    [
      '```@a/: the API@b/ unless asked@Makefile unless asked@```',
      ['2 a/ # the API', '3 b/ # unless asked ?', '4 Makefile # unless asked ?'],
    ],
  ])('is its remark: %s', (text, rules) => {
    expect(below('CANNOT TOUCH', text)).toEqual({ rules, problems: [] });
  });

  it.each([
    ['`a/` except the files `a/b`, or `a/c`', ['!a/b', '!a/c']],
    ['`a/` except file `a/b`', ['!a/b']],
    ['`a/` except `a/b`, and `a/c`', ['!a/b', '!a/c']],
    ['`a/` except `a/b`,or `a/c`,and `a/d`', ['!a/b', '!a/c', '!a/d']],
    ['`a/` except `a/b` & `a/c` / `a/d`', ['!a/b', '!a/c', '!a/d']],
    ['`a/` except `a/b` file.', ['!a/b']],
    ['`a/` except `a/b` — ours', ['!a/b']],
    ['a/ except a/b/, a/c.ts and a/d/.', ['!a/b/', '!a/c.ts', '!a/d/']],
    ['a/ except a/b/ - ours', ['!a/b/']],
  ])('may take paths out: %s', (text, exceptions) => {
    const { rules, problems } = below('CANNOT TOUCH', `- ${text}`);
    expect(rules.map((rule) => rule.split(' ')[1])).toEqual(['a/', ...exceptions]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['- `a/` except `a/b` and the rest', 'complement'],
    ['- `a/` except `a/b` or so', 'complement'],
    ['- a/ except b/, the rest', 'complement'],
    ['- `a/` except `a/b`, `npm test`', 'complement'],
    ['- `package.json`, `src/` — scripts only', 'part-of-a-file'],
    ['- `package.json` — what the scripts need only, 45 of them', 'part-of-a-file'],
  ])('may keep it from being read: %s', (text, reason) => {
    expect(below('CANNOT TOUCH', text)).toEqual({ rules: [], problems: [`1 ${reason} ${text.slice(2)}`] });
  });
});

describe('an exception', () => {
  it.each([
    ['- `a/` except `a/x/`@- `a/x/y/`', ['a/q', 'a/x/y/z'], ['a/x/k']],
    ['- `*.md`@- `a/` except `a/x.md`', ['a/x.md', 'a/y', 'b/x.md'], ['b/x']],
    ['- `a/` except `a/x.md`@- `*.md`', ['a/x.md', 'a/y', 'b/x.md'], ['b/x']],
    ['- `a/` except `a/x/`@- `*.md`@- `!a/k.md`', ['a/z', 'a/x/r.md', 'k.md'], ['a/k.md', 'a/x/q']],
    ['- `!a/k`@- `a/` except `a/x/`', ['a/k', 'a/z'], ['a/x/k']],
    ['- `a/` except `a/x/`@- `!a/y/`', ['a/z'], ['a/x/k', 'a/y/k']],
    ['- `a/`@- `!a/b/`@- `a/b/c/`', ['a/z', 'a/b/c/d'], ['a/b/d']],
    ['- `a/` except `a/x/`@- `b/` except `b/x/`@- `c/`', ['a/q', 'b/q', 'c/x/q'], ['a/x/q', 'b/x/q']],
    ['- `a/` except `a/x/`@- `b/`, `!b/k`@- `!a/y`', ['a/k', 'b/q'], ['a/x/k', 'b/k', 'a/y']],
    ['- `a/`, `b/` except `b/x/`@- `!a/k`@- `c/`', ['a/q', 'b/q', 'c/q'], ['a/k', 'b/x/q']],
  ])('takes out of its own line only: %s', (text, denied, free) => {
    const { agents } = parseRoster([
      aSource(`---\nname: a\ndescription: d\n---\n## CANNOT TOUCH\n${text.replaceAll('@', '\n')}`),
    ]);
    const [agent] = agents;
    const isDenied = (path: string) => agent && ruling(agent, repoPath(path)).verdict === 'cannot-touch';
    expect([...denied, ...free].filter(isDenied)).toEqual(denied);
  });
});

describe('a fence', () => {
  it.each([
    ['```md@a/@```', [], ['2 unknown-shape a/']],
    ['```Markdown@a/@```', [], ['2 unknown-shape a/']],
    ['```ts title="x"@c@src/d.ts@```', ['3 src/d.ts'], ['2 unknown-shape c']],
    ['```TEXT file@c@```', ['2 c'], []],
    ['```bash@make src/@```', [], ['2 unknown-shape make src/']],
    ['```@docs/@├── a/@│   └──@└──@```', [], ['4 no-path │   └──', '5 no-path └──']],
    [
      '```@Except:@├── a/@└── b/@Also:@├── c/@```',
      ['6 /c/'],
      ['2 no-path Except:', '3 unknown-shape ├── a/', '4 unknown-shape └── b/'],
    ],
    ['```@a/@## OWNS@b/@// more@c/@```', ['2 a/'], ['4 unknown-shape b/', '6 unknown-shape c/']],
    ['```@a/@// OWNS@b/@More:@c/@```', ['2 a/', '6 c/'], ['4 unknown-shape b/', '5 no-path More:']],
    ['```@a/@Except@b/@```', ['2 a/'], ['3 no-path Except', '4 unknown-shape b/']],
    ['```@a/@except b/@```', ['2 a/'], ['3 complement except b/']],
  ])('says what its lines say: %s', (text, rules, problems) => {
    expect(below('CANNOT TOUCH', text)).toEqual({ rules, problems });
  });
});

describe('a drawing', () => {
  it.each([
    [
      'docs/ (ask first)@├── a/@│   └── x.md@└── b.md (without approval)',
      ['4 docs/a/x.md ?', '5 docs/b.md # without approval ?'],
      [],
    ],
    ['docs//@├── ./a.md@├── ..@└── moreover.md', ['3 docs/a.md', '5 docs/moreover.md'], ['4 no-path ├── ..']],
    [
      'docs/@├── more@├── etc.@└── ETC',
      [],
      ['3 no-path ├── more', '4 no-path ├── etc.', '5 no-path └── ETC'],
    ],
    [
      'docs/ ✓@├── a.md@└── b/',
      [],
      ['2 unknown-shape docs/ ✓', '3 unknown-shape ├── a.md', '4 unknown-shape └── b/'],
    ],
    ['a/, b/@├── c', [], ['2 unknown-shape a/, b/', '3 unknown-shape ├── c']],
    ['src.config/@├── a', ['3 src.config/a'], []],
    ['app.ts/@├── a.b/@│   └── c', ['4 app.ts/a.b/c'], []],
    ['x.web@├── a', [], ['2 unknown-shape x.web', '3 unknown-shape ├── a']],
    ['docs/@├── a, b/@│   └── c', [], ['3 unknown-shape ├── a, b/', '4 unknown-shape │   └── c']],
    ['app.ts@├── a', [], ['2 unknown-shape app.ts', '3 unknown-shape ├── a']],
    [
      'src@├── app.ts@│   └── a@└── x.y',
      ['5 src/x.y'],
      ['3 unknown-shape ├── app.ts', '4 unknown-shape │   └── a'],
    ],
    ['(repo root)@├── a', ['3 /a'], []],
    ['my-repo/ # all@├── a', ['3 /a'], []],
    ['src/:@├── a', [], ['2 not-a-path src/:', '3 unknown-shape ├── a']],
    ['src/, lib/@├── a', [], ['2 unknown-shape src/, lib/', '3 unknown-shape ├── a']],
    ['The src/ directory@├── a', [], ['2 not-a-path The src/ directory', '3 unknown-shape ├── a']],
    ['The code of all@├── a', ['3 /a'], []],
    ['src/**@├── a', [], ['2 unknown-shape src/**', '3 unknown-shape ├── a']],
  ])('hands down what its directories say: %s', (text, rules, problems) => {
    expect(below('CANNOT TOUCH', `\`\`\`@${text}@\`\`\``)).toEqual({ rules, problems });
  });
});

describe('a wrapped bullet', () => {
  it.each([
    ['- `a/` (one@  `x/` two)@  `b/` — two', ['1 a/ # one `x/` two', '3 b/ # two'], []],
    ['- `a/` — one@  ✗ `b/` (two)', ['1 a/ # one', '2 b/ # two'], []],
    ['- `a/`,@  `b/`@  `c/` # three', ['1 a/ # three', '2 b/ # three', '3 c/ # three'], []],
    ['- `a/` — one@  `b/`@  of two', ['1 a/ # one'], ['2 unknown-shape `b/` of two']],
  ])('is one entry, or several that say so: %s', (text, rules, problems) => {
    expect(below('CANNOT TOUCH', text)).toEqual({ rules, problems });
  });
});

describe('a bare word', () => {
  it.each([
    'src/{a, b}/x',
    '.env',
    '.ts',
    'a.config.ts',
    'Jenkinsfile',
    'LICENSE',
    '*',
    'a*',
    '**/a',
    'a.TS',
  ])('that is a path is read: %s', (word) => {
    expect(below('OWNS', `- ${word}`).problems).toEqual([]);
  });

  it.each([
    '**bold**',
    '*word*',
    '**a word**',
    '*a*',
    'https://a.b/c',
    'Next.js',
    'e.g.',
    'v1.2',
    '...',
    '@a/b',
    'n/a/b c',
    'make',
  ])('that could be another thing is reported: %s', (word) => {
    expect(below('OWNS', `- ${word}`).rules).toEqual([]);
    expect(below('OWNS', `- ${word}`).problems).toHaveLength(1);
  });
});

describe('a sentence', () => {
  const lint = (text: string) => readAll(text.replaceAll('@', '\n'));

  it.each([
    [
      '## Never@- Edit `a/`.@- Touch `b/` by hand.',
      [],
      ['2 unknown-shape Edit `a/`.', '3 unknown-shape Touch `b/` by hand.'],
    ],
    ['Never:@- edit `a/`', [], ['2 unknown-shape edit `a/`']],
    ['**Never**@- edit `a/`', [], ['2 unknown-shape edit `a/`']],
    ['**Before a release**@- Never edit `a/`.', [], ['2 unknown-shape Never edit `a/`.']],
    ['**Before a release**@@Words.@@- Never edit `a/`.', ['cannot-touch 5 a/'], []],
    ['Before a release:@@Never edit `a/`.', ['cannot-touch 3 a/'], []],
    ['- You own `a/`.@  - `a/b`', [], ['1 unknown-shape You own `a/`.']],
    ['- You own `a/`.@  - words', ['owns 1 a/'], []],
    ['- You own `a/`.@- `b/`', ['owns 1 a/'], []],
    [
      'You own `a/`. The API is in `b/`. Never edit `c/` by hand.',
      ['owns 1 a/'],
      ['1 unknown-shape Never edit `c/` by hand.'],
    ],
    ['**Frontend OWNS:**@- Never edit `a/`.', [], ['1 unknown-shape Frontend OWNS:']],
    ['## OWNS@- `a/`@@You own `b/`. So be it.@@- `c/`', ['owns 2 a/', 'owns 6 c/', 'owns 4 b/'], []],
    ['## OWNS@You own `b/`. As is `d/`.', ['owns 2 b/'], ['2 unknown-shape As is `d/`.']],
    ['**OWNS:**@- `a/`@- You own `b/`.@- `c/`', ['owns 2 a/', 'owns 4 c/', 'owns 3 b/'], []],
  ])('is read, or reported once: %s', (text, rules, problems) => {
    const read = lint(text);
    expect([...read.rules].sort()).toEqual([...rules].sort());
    expect(read.problems).toEqual(problems);
  });
});

describe('quotes and brackets around paths', () => {
  it.each([
    ['- "infra/"', ['1 infra/'], []],
    ['- “infra/”@- ‘web/’@- «db/»@- „lib/“', ['1 infra/', '2 web/', '3 db/', '4 lib/'], []],
    ['- ["infra/", \'web/\',]', ['1 infra/', '1 web/'], []],
    ['```@["infra/", "web/"]@```', ['2 infra/', '2 web/'], []],
    ['- ["infra/", web/]', [], ['1 unknown-shape ["infra/", web/]']],
    ['```@["infra/", web/]@```', [], ['2 unknown-shape ["infra/", web/]']],
    ['- [infra/, web/]', [], ['1 unknown-shape [infra/, web/]']],
    ['- (infra/)', [], ['1 unknown-shape (infra/)']],
    [
      '```@(infra/)@“web/@web/”@```',
      [],
      ['2 unknown-shape (infra/)', '3 unknown-shape “web/', '4 unknown-shape web/”'],
    ],
    ['- (auth)/@- app/(auth)@- a[bc]/x', ['1 (auth)/', '2 app/(auth)', '3 a[bc]/x'], []],
  ])('are no part of them, and where they do not match nothing is read: %s', (text, rules, problems) => {
    expect(below('CANNOT TOUCH', text)).toEqual({ rules, problems });
  });

  it('are none of a label’s paths either', () => {
    expect(readAll('CANNOT TOUCH: ["infra/", "web/"]')).toEqual({
      rules: ['cannot-touch 1 infra/', 'cannot-touch 1 web/'],
      problems: [],
    });
  });
});
