import { describe, expect, it } from '@jest/globals';

import { readBody } from './reading.js';

const owns = (...lines: readonly string[]) => readBody(['## OWNS', ...lines].join('\n'));
const denied = (...lines: readonly string[]) =>
  readBody(['## CANNOT TOUCH', ...lines].join('\n'), 'cannot-touch');

describe('a fence', () => {
  it('holds one entry a line', () => {
    expect(
      owns('```', 'src/a/  # x', '', '# comment', 'src/b/, src/c/', '```', '~~~text', 'd', '~~~'),
    ).toEqual({
      rules: ['3 src/a/', '6 src/b/', '6 src/c/', '9 d'],
      problems: [],
    });
  });

  it('may be indented, or open to the end', () => {
    expect(owns('', '    src/**').rules).toEqual(['3 src/**']);
    expect(owns('```', 'src/**').rules).toEqual(['3 src/**']);
  });

  it('reports labels, and what stands below one that says the opposite', () => {
    expect(owns('```', 'Backend:', 'a/', 'Not yours:', 'b/', 'Also:', 'c/', '```')).toEqual({
      rules: ['4 a/', '8 c/'],
      problems: ['3 no-path Backend:', '5 no-path Not yours:', '6 unknown-shape b/', '7 no-path Also:'],
    });
    expect(owns('```', 'a/', '# READS', 'b/', '```')).toEqual({
      rules: ['3 a/'],
      problems: ['5 unknown-shape b/'],
    });
    expect(denied('```', 'Except:', 'a/', '```')).toEqual({
      rules: [],
      problems: ['3 no-path Except:', '4 unknown-shape a/'],
    });
  });

  it('of a programming language holds only what is surely a path', () => {
    expect(denied('```bash', 'src/**', 'make', 'git push', '```')).toEqual({
      rules: ['3 src/**'],
      problems: ['4 unknown-shape make', '5 no-path git push'],
    });
  });

  it('of Markdown is an example', () => {
    expect(owns('```markdown', '### READS', '- `a`', '```')).toEqual({
      rules: [],
      problems: ['3 unknown-shape ### READS', '4 unknown-shape - `a`'],
    });
  });
});

describe('bullets', () => {
  it('hold paths in back-ticks before the first dash, arrow or parenthesis', () => {
    expect(owns('- `a/`, `b/` — the API (see `docs/a.md`)', '* `c/`', '1. `d/` → `e-agent`')).toEqual({
      rules: ['2 a/', '2 b/', '3 c/', '4 d/'],
      problems: [],
    });
  });

  it('without back-ticks are reported where they are not surely paths', () => {
    expect(owns('- bridge.py (owner: ops)', '- The API', '- src/ and lib/')).toEqual({
      rules: ['2 bridge.py'],
      problems: ['3 no-path The API', '4 unknown-shape src/ and lib/'],
    });
  });

  it('may be wrapped', () => {
    expect(owns('- `a/`,', '  `b/` — remark', '  goes on (see', '  `docs/b.md`)')).toEqual({
      rules: ['2 a/', '3 b/'],
      problems: [],
    });
    expect(owns('- `a/` — remark', '  `b/` — remark')).toEqual({ rules: ['2 a/', '3 b/'], problems: [] });
    expect(owns('- `a/` — described in', '  `docs/a.md`')).toEqual({
      rules: ['2 a/'],
      problems: ['3 unknown-shape `docs/a.md`'],
    });
  });

  it('below a path must not be relative to it', () => {
    expect(owns('- `apps/web`', '  - `apps/web/src`', '  - `public/`')).toEqual({
      rules: ['2 apps/web', '3 apps/web/src'],
      problems: ['4 unknown-shape `public/`'],
    });
    expect(owns('- `apps/web`:', '  - `src/`')).toEqual({
      rules: [],
      problems: ['2 unknown-shape `apps/web`:', '3 unknown-shape `src/`'],
    });
    expect(owns('Inside `apps/web`:', '- `src/`').rules).toEqual([]);
  });

  it('may stand below a category', () => {
    expect(owns('- Backend', '  - `a/`', '- **Frontend:**', '  - `b/`')).toEqual({
      rules: ['3 a/', '5 b/'],
      problems: [],
    });
  });
});

describe('a paragraph', () => {
  it('of back-ticked paths holds entries, over several lines', () => {
    expect(owns('`a/`, `b/`,', '`c/`')).toEqual({ rules: ['2 a/', '2 b/', '3 c/'], problems: [] });
  });

  it('of prose is reported', () => {
    expect(owns('Ask the owners of `infra/` for', 'an account.', '', 'Be careful.')).toEqual({
      rules: [],
      problems: ['2 unknown-shape Ask the owners of `infra/` for an account.', '5 no-path Be careful.'],
    });
  });

  it('that introduces a list says nothing', () => {
    expect(owns('You own the following files:', '', '- `a/`')).toEqual({ rules: ['4 a/'], problems: [] });
    expect(denied('You must not touch any of the following:', '- `a/`').rules).toEqual(['3 a/']);
    expect(owns('You own these (see `docs/own.md`):', '- `a/`')).toEqual({
      rules: ['3 a/'],
      problems: ['2 unknown-shape You own these (see `docs/own.md`):'],
    });
  });

  it.each([['Everything outside:', 'Everything except the following:', 'Except:', 'You may still edit:']])(
    'that says the opposite keeps its list from being read: %s',
    (...introductions) => {
      for (const introduction of introductions) {
        expect(denied(introduction, '', '- `apps/web/`', '- `apps/api/`', '', '`b`').rules).toEqual(['7 b']);
      }
      expect(owns('You must leave alone what is not yours, never these:', '- `a/`')).toEqual({
        rules: [],
        problems: ['3 unknown-shape `a/`'],
      });
      expect(denied('- `q/`', 'Everything except:', '- `r/`').rules).toEqual(['2 q/']);
      expect(denied('- `q/`', '### Exceptions', '- `r/`', '### More', '- `s/`').rules).toEqual([
        '2 q/',
        '6 s/',
      ]);
    },
  );
});

describe('a table', () => {
  it('holds back-ticked paths in its path column', () => {
    const rows = [
      '| Area | Path | Reason |',
      '|---|---|---|',
      '| API | `a/`, `b/` | see `docs/a.md` |',
      '| Web | `c/` (old) | |',
    ];
    expect(owns(...rows)).toEqual({ rules: ['4 a/', '4 b/', '5 c/'], problems: [] });
  });

  it('reports rows without a path, and gives rows that name another section to it', () => {
    const rows = [
      '| Path | Access |',
      '|---|---|',
      '| docs | full |',
      '| `a/` | read only |',
      '| `b/` | never touch |',
    ];
    expect(owns(...rows)).toEqual({
      rules: [],
      problems: ['4 no-path docs — full'],
    });
    const text = ['## OWNS', ...rows].join('\n');
    expect(readBody(text, 'reads').rules).toEqual(['5 a/']);
    expect(readBody(text, 'cannot-touch').rules).toEqual(['6 b/']);
  });

  it('is read where paths stand in back-ticks, if no header says so', () => {
    expect(owns('| Area | What |', '|---|---|', '| API | `a/` |', '| Web | x |').rules).toEqual(['4 a/']);
    expect(owns('| Area | What |', '|---|---|', '| API | a/ |').rules).toEqual([]);
  });

  it('reports a path beside an empty cell, and a cell that says something else than the section', () => {
    const header = ['| Path | Note | More |', '|---|---|---|'];
    expect(owns(...header, '| `a/` | | |', '| | `b/` | x |', '| | x | |')).toEqual({
      rules: ['4 a/'],
      problems: ['5 unknown-shape | | `b/` | x |'],
    });
    expect(owns(...header, '| `a/` | the API | read only |', '| `b/` | x | y |')).toEqual({
      rules: ['5 b/'],
      problems: ['4 unknown-shape `a/` — the API; read only'],
    });
  });

  it('reports cells that have no column', () => {
    expect(owns('| Path |', '|---|', '| `a/` | `b/` |')).toEqual({
      rules: ['4 a/'],
      problems: ['4 unknown-shape | `a/` | `b/` |'],
    });
  });

  it.each([
    ['a second column of paths is reported', 'Files;Folders', '`a.ts`;`lib/`', ['`lib/`']],
    ['also where it stands bare', 'Files;Folders', '`a.ts`;lib/', ['lib/']],
    ['also where it stands first', 'Location;Path', '`a.ts`;`lib/`, `b/`', ['`lib/`, `b/`']],
    ['a remark may name a path', 'Path;Reason', '`a.ts`;`b.ts` imports it', []],
    ['words of another such column are a remark', 'Path;Where used', '`a.ts`;the API', []],
    ['an empty one says nothing', 'Path;Folder', '`a.ts`;', []],
  ])('has one column of paths: %s', (_, header, row, reported) => {
    const [titles, cells] = [header, row].map((cells) => `| ${cells.split(';').join(' | ')} |`);
    expect(owns(titles ?? '', '|---|---|', cells ?? '')).toEqual({
      rules: ['4 a.ts'],
      problems: reported.map((text) => `4 unknown-shape ${text}`),
    });
  });

  it('may have a section’s name above a column', () => {
    const text = ['| OWNS | CANNOT TOUCH | Note |', '|---|---|---|', '| `a/` | `b/`, `c/` | x |'].join('\n');
    expect(readBody(text)).toEqual({ rules: ['3 a/'], problems: [] });
    expect(readBody(text, 'cannot-touch').rules).toEqual(['3 b/', '3 c/']);
    expect(readBody('| Tool | Read only |\n|---|---|\n| Bash | yes |', 'reads').problems).toEqual([]);
  });
});

describe('a section', () => {
  it.each([
    'None',
    '- None',
    '_None._',
    'Nothing',
    'n/a',
    'N/A',
    '-',
    '—',
    '```\nNone\n```',
    'None (full access)',
    '***',
    '',
  ])('is empty with %j', (text) => {
    expect(owns(text)).toEqual({ rules: [], problems: [] });
  });

  it.each(['Поддержка', '(see `docs/x`)', '…', '!!!', 'None of `src/`', 'Nothing in src/', '。'])(
    'is not empty with %j',
    (text) => {
      const { rules, problems } = owns(`- ${text}`);
      expect([...rules, ...problems]).toHaveLength(1);
    },
  );

  it('reports "None" beside entries', () => {
    expect(owns('- `a/`', '- None').problems).toEqual(['3 no-path None']);
  });

  it('reports what a template left in it', () => {
    expect(denied('{{FORBIDDEN_PATHS}}').problems).toEqual(['2 unresolved-placeholder']);
    expect(denied('- {{FORBIDDEN_PATHS}}', '- `src/{feature}/x`').problems).toEqual([
      '2 unresolved-placeholder',
      '3 unresolved-placeholder',
    ]);
  });
});
