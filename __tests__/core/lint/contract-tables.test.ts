import { describe, expect, it } from '@jest/globals';

import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent } from '../../support/builders.js';
import { BACKEND, DATABASE, find, matrix, owners, show, told, TRACKED } from './contracts.js';

describe('the cells of a matrix', () => {
  const longest = (filling: number) => `OWNS${' '.repeat(filling)}(x)`;

  it.each([
    ['✓ OWNS', 'config/**', true],
    ['✅', 'docs/', false],
    ['🟢 W', 'config/**', true],
    ['👁 READS', 'docs/', true],
    ['👀', 'config/**', false],
    ['👁️', 'config/**', false],
    ['❌ CANNOT TOUCH', 'tests/**', true],
    ['🚫 never', 'docs/', false],
    ['⛔', 'config/**', false],
    ['*none*', 'docs/', true],
    ['None', 'config/**', false],
    ['–', 'config/**', false],
    ['"OWNS"', 'config/**', true],
    ["'r/w'", 'config/**', true],
    ['~OWNS~', 'config/**', true],
    ['@owner', 'config/**', true],
    ['✓ **OWNS**', 'config/**', true],
    ['Read/Write', 'docs/', false],
    ['Denied', 'tests/**', true],
    ['yes', 'docs/', false],
    ['No', 'config/**', false],
  ])('%j for %s agrees: %s', (cell, pattern, agrees) => {
    const found = told(matrix(`| \`${pattern}\` | ${cell} | - |`, '| `zz/` | --- | OWNS |'));
    expect(found.filter((line) => line.startsWith(`3 ${pattern}: backend`))).toHaveLength(agrees ? 0 : 1);
    expect(found.filter((line) => line.includes('unread'))).toEqual([]);
  });

  it.each([
    ['a tick beside a denial', '✓ CANNOT TOUCH'],
    ['a tick beside READS', '✅ READS'],
    ['an eye beside OWNS', '👁 OWNS'],
    ['a sign that nobody knows', '🎉'],
    ['a sign beside words that nobody knows', '✓ perhaps'],
    ['READS with a condition', 'READS (drafts)'],
    ['more than 200 characters', longest(195)],
    ['200 characters that say nothing known', longest(193)],
  ])('are not read where there is %s', (_, cell) => {
    expect(told(matrix('| `config/**` | OWNS | --- |', `| \`docs/\` | ${cell} | --- |`))).toEqual([
      expect.stringContaining('4 unread cells'),
    ]);
  });

  it('may be padded to 200 characters', () => {
    expect(told(matrix(`| \`docs/\` | OWNS${'*'.repeat(196)} | --- |`))).toEqual([
      '3 docs/: backend owns/reads 1',
    ]);
    expect(
      told(matrix('| `config/**` | OWNS | --- |', `| \`docs/\` | OWNS${'*'.repeat(197)} | --- |`)),
    ).toEqual([expect.stringContaining('4 unread cells')]);
  });

  it('are empty where the row has no more of them', () => {
    expect(told(matrix('| `config/**` |'))).toEqual([]);
    expect(told(matrix('| `config/**` |', '| `docs/` | READS | |'))).toEqual([
      '3 config/**: backend none/owns 1',
    ]);
  });

  it('belong to agents that both say something else, which is told of each', () => {
    expect(find(matrix('| `apps/**/models.py` | OWNS | --- |'))).toMatchObject([
      {
        agent: null,
        drift: {
          cells: [
            { agent: 'backend', contract: 'owns', definition: 'cannot-touch' },
            { agent: 'database', contract: 'none', definition: 'owns' },
          ],
        },
      },
    ]);
  });
});

describe('the columns of a matrix', () => {
  const columns = (header: string, ...rows: readonly string[]): readonly string[] => owners(header, ...rows);

  it.each([
    ['most of whose cells say who may what', '| OWNS |', '| perhaps |', '| READS |', true],
    ['half of whose cells do', '| OWNS |', '| perhaps |', '| - |', false],
    ['none of whose cells does', '| - |', '| - |', '| - |', false],
  ])('name a stranger %s', (_, one, two, three, isStranger) => {
    const found = columns(
      '| Path | backend | web |',
      `| \`config/**\` | OWNS ${one}`,
      `| \`docs/\` | READS ${two}`,
      `| \`tests/**\` | - ${three}`,
    );
    expect(found.includes('1 unknown web -')).toBe(isStranger);
  });

  it('are none without a column of a known agent, unless two could be', () => {
    expect(columns('| Path | web |', '| `docs/` | OWNS |')).toEqual([]);
    expect(columns('| Path | web | api |', '| `docs/` | OWNS | READS |')).toEqual([
      '1 unknown web -',
      '1 unknown api -',
      '1 unlisted backend, database',
    ]);
  });

  it('do not count where nobody says anything of a path', () => {
    expect(columns('| Path | backend | database |', '| `docs/` | often | rarely |')).toEqual([]);
    expect(columns('| Path | backend | database |', '| All of it | OWNS | - |')).toEqual([]);
  });

  it('are none of paths, whatever agent the header of the paths names', () => {
    expect(columns('| backend | database |', '| `config/**` | OWNS |')).toEqual([
      '1 unlisted backend',
      '3 config/**: database owns/none 1',
    ]);
  });

  it('say of a heading between rows that it cannot be read only where its cells say something', () => {
    for (const nothing of ['-', '**-**'])
      expect(columns('| Path | backend |', '| `config/**` | OWNS |', `| The rest | ${nothing} |`)).toEqual([
        '1 unlisted database',
      ]);
    expect(columns('| Path | backend |', '| `config/**` | OWNS |', '| The rest | R |')).toEqual([
      '1 unlisted database',
      '4 unread patterns | The rest | R |',
    ]);
  });
});

describe('agents in the rows of a matrix', () => {
  it('are read where the header has paths and no agent', () => {
    expect(
      owners(
        '| | `config/**` | `docs/` | Notes |',
        '| backend | - | READS | x |',
        '| database | - | - | OWNS |',
      ),
    ).toEqual(['1 config/**: backend none/owns 1']);
  });

  it('are not looked for where the header names agents too', () => {
    expect(
      owners('| Path | backend | database |', '| backend | OWNS | - |', '| `docs/` | OWNS | - |'),
    ).toEqual(['3 unread patterns | backend | OWNS | - |', '4 docs/: backend owns/reads 1']);
  });

  it('are not looked for where the header names an agent beside the paths', () => {
    expect(owners('| | backend | `config/**` |', '| database | OWNS | OWNS |')).toEqual([]);
  });

  it('are looked for below any word, and be it the name of an agent', () => {
    expect(owners('| database | `config/**` |', '| backend | - |', '| database | - |')).toEqual([
      '1 config/**: backend none/owns 1',
    ]);
  });

  it('are none where no row has a known one', () => {
    expect(
      owners('| Agent | `config/**` | `docs/` |', '| web | OWNS | READS |', '| api | - | OWNS |'),
    ).toEqual([]);
  });

  it('are none where no header is a path', () => {
    expect(owners('| Agent | Model | Colour |', '| backend | large | blue |')).toEqual([]);
  });

  it.each(['Path', '`docs/`'])('are not a path that is called as an agent, below %s', (header) => {
    expect(
      owners(`| ${header} | web | api |`, '| backend | OWNS | - |', '| `docs/` | OWNS | READS |'),
    ).toEqual([
      '1 unknown web -',
      '1 unknown api -',
      '1 unlisted backend, database',
      '3 unread patterns | backend | OWNS | - |',
    ]);
  });

  it('are told with their column where it cannot be read', () => {
    expect(
      owners('| | `config/**` | The rest |', '| backend | OWNS | READS |', '| database | - | - |'),
    ).toEqual(['1 unread patterns | The rest | READS | - |']);
  });
});

describe('a table of agents', () => {
  it('is one where a row has an agent, whatever its first header says', () => {
    const rows = ['| web | `web/` |', '| api | `api/` |'];
    expect(owners('| Agent | Owns |', ...rows)).toEqual([]);
    expect(owners('| Team | Owns |', ...rows, '| backend | `config/**` |')).toEqual([
      '1 unlisted database',
      '3 unknown web -',
      '4 unknown api -',
    ]);
  });

  it('is of all agents, also of those that own nothing', () => {
    const roster = { agents: [BACKEND, DATABASE, anAgent('web', { reads: ['x'] })], problems: [] };
    const text = '| Agent | Owns |\n|--|--|\n| backend | `config/**` |\n| database | `apps/**/models.py` |';
    expect(find(text, TRACKED, roster).map(show)).toEqual(['1 unlisted web']);
  });

  it('is none without a column that names a section', () => {
    expect(owners('| Agent | Folder |', '| web | `web/` |')).toEqual([]);
  });

  it('does not read its first column as a section, nor a row for nobody as an agent', () => {
    expect(
      owners('| Owns | Reads |', '| backend | `docs/` |', '| - | `config/**` |', '| everyone | `x` |'),
    ).toEqual(['1 unlisted database']);
  });

  it('says what it cannot read, and nothing of cells that say nothing', () => {
    expect(
      owners(
        '| Agent | Owns | Cannot touch |',
        '| backend | `config/**` | None |',
        '| database | Whatever it needs | - |',
        '| web | Whatever it needs | |',
      ),
    ).toEqual(['4 unread patterns Whatever it needs', '5 unknown web -']);
  });

  it('holds each cell against the section that its column names', () => {
    expect(
      owners('| Agent | Reads | Cannot touch |', '| backend | `config/**` | `docs/` |', '| database | | |'),
    ).toEqual(['3 config/**: backend reads/owns 1', '3 docs/: backend cannot-touch/reads 1']);
  });
});

describe('a table of owners', () => {
  it.each([
    'Owner',
    'Owners',
    'Owned by',
    'Primary owner',
    'Write owner',
    'Agent',
    'Owning agents',
    'Responsible',
    'Responsible agent',
    '**Owner**',
  ])('may have them below %s', (header) => {
    expect(owners(`| Path | ${header} |`, '| `docs/` | backend |')).toContain(
      '3 docs/: backend owns/reads 1',
    );
  });

  it.each([
    ['Readers', '`config/**`', '3 config/**: backend reads/owns 1'],
    ['Read by', '`config/**`', '3 config/**: backend reads/owns 1'],
    ['Can be read by', '`config/**`', '3 config/**: backend reads/owns 1'],
    ['Denied to', '`config/**`', '3 config/**: backend cannot-touch/owns 1'],
    ['Forbidden for', '`config/**`', '3 config/**: backend cannot-touch/owns 1'],
    ['Cannot touch', '`config/**`', '3 config/**: backend cannot-touch/owns 1'],
  ])('may say with %s what else they may', (header, path, expected) => {
    expect(owners(`| Path | ${header} |`, `| ${path} | backend |`)).toContain(expected);
  });

  it.each([
    'File',
    'Files',
    'Pattern',
    'Globs',
    'Directory',
    'Folder',
    'Location',
    'Where',
    'Module',
    'Area',
  ])('may have the paths below %s, in any column', (header) => {
    expect(owners(`| Owner | ${header} |`, '| backend, x | `docs/` |')).toContain(
      '3 docs/: backend owns/reads 1',
    );
  });

  it('has the paths in its first column where no header says so', () => {
    for (const header of ['What', 'Owns'])
      expect(owners(`| ${header} | Owner |`, '| `docs/` | backend |')).toEqual([
        '1 unlisted database',
        '3 docs/: backend owns/reads 1',
      ]);
  });

  it.each(['Route', 'URLs', 'API endpoint', 'Database tables', 'Events', 'Branches', 'Commands'])(
    'says nothing of paths below %s',
    (header) => {
      expect(owners(`| ${header} | Owner |`, '| `docs/` | backend |')).toEqual([]);
      expect(owners(`| ${header} | Path | Owner |`, '| x | `docs/` | backend |')).toContain(
        '3 docs/: backend owns/reads 1',
      );
    },
  );

  it.each([
    'backend, database',
    'backend; database',
    'backend & database',
    'backend + database',
    'backend / database',
    'backend and database',
    'backend<br>database',
    'backend <br/> database',
    'backend <br /> database',
    '`backend`, **database**',
  ])('may name several in a cell: %s', (cell) => {
    expect(owners('| Path | Owner |', `| \`docs/\` | ${cell} |`)).toEqual([
      '3 docs/: backend owns/reads 1; database owns/none 1',
    ]);
  });

  it('names a stranger once, where it is first named, and nobody for words that are no agents', () => {
    expect(
      owners(
        '| Path | Owner |',
        '| `config/**` | backend, web |',
        '| `docs/` | web, TBD, none, humans |',
        '| The rest | humans |',
        '| `apps/**/models.py` | database |',
      ),
    ).toEqual(['3 unknown web -']);
  });

  it('says which of its rows has no path', () => {
    expect(owners('| Path | Owner |', '| The config | backend |', '| `config/**` | backend |')).toEqual([
      '1 unlisted database',
      '3 unread patterns | The config | backend |',
    ]);
    expect(owners('| Path | Owner |', '| The config | backend |')).toEqual([]);
  });
});

describe('a row of a contract', () => {
  it('is one for up to 100 alternatives', () => {
    expect(told(matrix('| `config/**` | OWNS | - |', '| `config/{1..100}` | OWNS | - |'))).toEqual([]);
    expect(told(matrix('| `config/**` | OWNS | - |', '| `config/{1..101}` | OWNS | - |'))).toEqual([
      '4 unread patterns | `config/{1..101}` | OWNS | - |',
    ]);
    expect(
      told(matrix('| `config/**` | OWNS | - |', '| `config/{1..60}`, `config/{1..41}` | OWNS | - |')),
    ).toEqual(['4 unread patterns | `config/{1..60}`, `config/{1..41}` | OWNS | - |']);
  });

  it('has its exceptions where it names no file but theirs', () => {
    expect(told(matrix('| `docs/` (except `docs/b.md`) | OWNS | - |'))).toEqual([
      '3 docs/, !docs/b.md: backend owns/reads 1',
    ]);
    expect(told(matrix('| `docs/` (except `docs/*.md`) | OWNS | - |'))).toEqual([]);
  });

  it('shows three of the files that differ, in their order, and how many there are', () => {
    const tracked = ['a/1', 'a/2', 'b/1', 'b/2', 'b/3', 'c/1'].map(repoPath);
    const roster = { agents: [anAgent('backend', { owns: ['b/'], reads: ['a/1'] }), DATABASE], problems: [] };
    expect(find(matrix('| `{a,c}/**`, `b/**` | CANNOT TOUCH | - |'), tracked, roster)).toMatchObject([
      {
        line: 3,
        drift: {
          cells: [{ definition: 'reads', paths: { count: 6, examples: ['a/1', 'a/2', 'b/1'] } }],
        },
      },
    ]);
  });

  it('is compared as a whole only for those of its patterns that no file matches', () => {
    const text = matrix('| `config/a.toml`, `new/` | OWNS | - |', '| `!new/`, `config/` | OWNS | - |');
    expect(told(text)).toEqual(['3 config/a.toml, new/: backend owns/none 0']);
  });

  it('is covered as a whole by a rule one of whose alternatives covers it', () => {
    const roster = { agents: [anAgent('backend', { owns: ['{a,b}/**'] }), DATABASE], problems: [] };
    expect(find(matrix('| `a/x` | OWNS | - |', '| `{a,b}/y` | OWNS | - |'), [], roster)).toEqual([]);
  });

  it('is told with what the definition says where a rule covers all of it', () => {
    const roster = {
      agents: [anAgent('backend', { owns: ['a/**', '!a/b/**'], cannotTouch: ['a/c/**'] }), DATABASE],
      problems: [],
    };
    const text = matrix(
      '| `a/x/{1,2}` | - | - |',
      '| `a/b/x` | OWNS | - |',
      '| `a/c/x` | OWNS | - |',
      '| `{a,b}/y` | OWNS | - |',
    );
    expect(find(text, [], roster).map(show)).toEqual([
      '3 a/x/{1,2}: backend none/owns 0',
      '4 a/b/x: backend owns/none 0',
      '5 a/c/x: backend owns/cannot-touch 0',
      '6 {a,b}/y: backend owns/none 0',
    ]);
  });
});
