import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { findContractDrift } from '../../../src/core/lint/contract.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, mergeAgents } from '../../support/builders.js';
import { aSource } from '../definitions/reading.js';
import { BACKEND, DATABASE, find, matrix, ROSTER, show, told, TRACKED } from './contracts.js';

describe('a matrix', () => {
  it('that says what the definitions say has no drift', () => {
    const text = matrix(
      '| `apps/**/views.py` | OWNS | READS |',
      '| apps/**/models.py | READS | OWNS |',
      '| `apps/**/models.py` | CANNOT TOUCH | OWNS |',
      '| `config/**` | OWNS | --- |',
      '| `tests/` | --- | |',
      '| `docs/` | R | - |',
    );
    expect(find(text).map(show)).toEqual([]);
  });

  it('is told once a row, with the agents and the files that differ', () => {
    const text = `# Contract\n\n${matrix('| `apps/**/*.py` | OWNS | CANNOT TOUCH |', '| `config/**` | --- | --- |')}`;
    expect(find(text)).toMatchObject([
      {
        code: 'contract-drift',
        severity: 'warning',
        file: '.claude/CONTRACT.md',
        line: 5,
        agent: null,
        drift: {
          kind: 'row',
          pattern: 'apps/**/*.py',
          cells: [
            {
              agent: 'backend',
              contract: 'owns',
              definition: 'cannot-touch',
              paths: { count: 2, examples: ['apps/blog/models.py', 'apps/shop/models.py'] },
            },
            { agent: 'database', contract: 'cannot-touch', definition: 'owns', paths: { count: 3 } },
          ],
        },
      },
      { line: 6, agent: 'backend', drift: { cells: [{ contract: 'none', definition: 'owns' }] } },
    ]);
  });

  it.each([
    ['OWNS', 'config/**', true],
    ['✓', 'config/**', true],
    ['✅ OWNS', 'config/**', true],
    ['W', 'config/**', true],
    ['rw', 'config/**', true],
    ['**OWNS**', 'config/**', true],
    ['OWNS', 'docs/', false],
    ['OWNS', 'tests/**', false],
    ['OWNS', 'other/', false],
    ['READS', 'docs/', true],
    ['RO', 'docs/', true],
    ['Reader', 'docs/', true],
    ['👁️', 'docs/', true],
    ['full access', 'config/**', true],
    ['full access', 'docs/', false],
    ['no access', 'config/**', false],
    ['no access', 'tests/**', true],
    ['Read-only', 'docs/', true],
    ['READS', 'apps/**/models.py', true],
    ['READS', 'config/**', false],
    ['READS', 'tests/**', false],
    ['CANNOT TOUCH', 'tests/**', true],
    ['Never modify', 'tests/**', true],
    ['CANNOT TOUCH', 'docs/', false],
    ['---', 'tests/**', true],
    ['-', 'docs/', true],
    ['', 'docs/', true],
    ['❌', 'docs/', true],
    ['n/a', 'docs/', true],
    ['---', 'config/**', false],
    ['❌', 'config/**', false],
  ])('with the cell %j for %s agrees: %s', (cell, pattern, agrees) => {
    for (const tracked of [TRACKED, []]) {
      const text = matrix(`| \`${pattern}\` | ${cell} | - |`, '| `zz/` | --- | OWNS |');
      const rows = find(text, tracked).filter(({ agent, line }) => agent === 'backend' && line === 3);
      expect(rows).toHaveLength(agrees ? 0 : 1);
    }
  });

  it.each([
    ['an unknown word', 'cells', '| `docs/` | sometimes | --- |'],
    ['a cell that contradicts itself', 'cells', '| `docs/` | ❌ OWNS | --- |'],
    ['a qualified cell', 'cells', '| `docs/` | OWNS (drafts only) | --- |'],
    ['a first cell that is no path', 'patterns', '| The docs | READS | --- |'],
    ['a pattern that does not compile', 'patterns', '| `../docs/` | READS | --- |'],
    ['a template', 'patterns', '| `{{DOCS}}/` | READS | --- |'],
  ])('with %s in a row has that row reported for its %s', (_, fault, row) => {
    expect(find(matrix('| `config/**` | OWNS | --- |', row)).map(show)).toEqual([`4 unread ${fault} ${row}`]);
  });

  it('none of whose rows can be compared is told all the same', () => {
    expect(find(matrix('| `docs/` | perhaps | OWNS |')).map(show)).toEqual([
      '3 unread cells | `docs/` | perhaps | OWNS |',
    ]);
  });

  it('names an agent that has no definition, once', () => {
    const text =
      '| Path | backend | databse |\n|--|--|--|\n| `config/**` | OWNS | --- |\n| `db/` | --- | OWNS |';
    expect(find(text).map(show)).toEqual(['1 unknown databse database', '1 unlisted database']);
  });

  it.each(['Notes', 'Reason', 'Access', 'Shared'])('does not take the column %s for an agent', (header) => {
    const text = `| Path | backend | database | ${header} |\n|--|--|--|--|\n| \`config/**\` | OWNS | --- | read only |`;
    expect(find(text)).toEqual([]);
  });

  it.each([
    '`Backend`',
    '@backend',
    '**backend**',
    'backend agent',
    '[backend](agents/backend.md)',
    '[`backend`](agents/backend.md)',
    'plugin:backend',
  ])('knows the agent in %j', (header) => {
    const text = `| Path | ${header} | database |\n|--|--|--|\n| \`config/**\` | READS | --- |`;
    expect(find(text).map(show)).toEqual(['3 config/**: backend reads/owns 1']);
  });

  it('leaves headings between its rows alone', () => {
    expect(find(matrix('| **Apps** | | |', '| `config/**` | OWNS | --- |'))).toEqual([]);
  });

  it('heeds several paths and exceptions of a row', () => {
    const text = matrix('| `config/`, `docs/` (except `docs/a.md`) | OWNS | --- |');
    expect(find(text)).toEqual([]);
    expect(find(matrix('| `config/`, `docs/` | OWNS | --- |')).map(show)).toEqual([
      '3 config/, docs/: backend owns/reads 1',
    ]);
  });

  it('may have a line for each path of a cell', () => {
    for (const cell of ['`config/`<br>`docs/`', '`config/` <BR /> `docs/`<br>'])
      expect(find(matrix(`| ${cell} | OWNS | --- |`)).map(show)).toEqual([
        '3 config/, docs/: backend owns/reads 1',
      ]);
  });

  it('may have the agents in its rows and the paths in its columns', () => {
    const text =
      '| Agent | `config/**` | `apps/**/models.py` | Notes |\n|--|--|--|--|\n| backend | READS | --- | x |\n| `database` | --- | OWNS | |\n| web | --- | OWNS | |';
    expect(find(text).map(show)).toEqual(['1 config/**: backend reads/owns 1', '1 unknown web -']);
  });

  it('is compared by the patterns where no tracked file matches', () => {
    const text = matrix('| `apps/new/models.py` | OWNS | OWNS |', '| `config/x/` | OWNS | OWNS |');
    expect(find(text, []).map(show)).toEqual([
      '3 apps/new/models.py: backend owns/cannot-touch 0',
      '4 config/x/: database owns/none 0',
    ]);
  });
});

describe('other tables', () => {
  it('name the owners of paths', () => {
    const text =
      '| Path | Owner | Notes |\n|--|--|--|\n| `config/**` | backend | x |\n| `docs/` | `backend`, databse | |\n| `tests/` | humans | |';
    expect(find(text).map(show)).toEqual([
      '1 unlisted database',
      '4 docs/: backend owns/reads 1',
      '4 unknown databse database',
    ]);
  });

  it('name the paths of agents', () => {
    const text =
      '| Agent | Owns | Reads | Cannot touch |\n|--|--|--|--|\n| backend | `config/**`, `docs/` | `docs/` | `tests/**` |\n| web | `web/` | None | - |\n| database | All models | | |';
    expect(find(text).map(show)).toEqual([
      '3 config/**, docs/: backend owns/reads 1',
      '4 unknown web -',
      '5 unread patterns All models',
    ]);
  });

  it.each([
    ['no table', '# Contract\n\nBe kind.'],
    ['a table of something else', '| Step | Who |\n|--|--|\n| build | CI |'],
    ['tasks of agents', '| Task | backend | database |\n|--|--|--|\n| review | ✓ | |'],
    ['prose about agents', '| `docs/` | backend |\n|--|--|\n| `docs/` | writes with care |'],
    ['owners of endpoints', '| Endpoint | Method | Owner |\n|--|--|--|\n| `/api/users` | GET | backend |'],
    ['owners of database tables', '| Table | Owner |\n|--|--|\n| `users` | database |'],
    ['owners that are people', '| Path | Owner |\n|--|--|\n| `docs/` | Ann |'],
    ['a table in a fence', `\`\`\`\n${matrix('| `config/**` | READS | OWNS |')}\n\`\`\``],
  ])('say nothing with %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a contract', () => {
  it.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 'utf-16'],
    ['more than a megabyte', new Uint8Array(1_048_577).fill(0x61), 'too-large'],
  ])('of %s is one problem', (_, content, reason) => {
    const source = { path: repoPath('.claude/CONTRACT.md'), content };
    expect(findContractDrift(source, ROSTER, TRACKED).map(show)).toEqual([`- unreadable ${reason}`]);
  });

  it('of a nested root has its patterns there', () => {
    const source = aSource(matrix('| `/config/` | OWNS | --- |'), 'packages/api/.claude/CONTRACT.md');
    const tracked = [repoPath('config/a'), repoPath('packages/api/config/a')];
    expect(findContractDrift(source, ROSTER, tracked).map(show)).toEqual(['3 /config/: backend owns/none 1']);
  });

  it('names the agents that it leaves out, but not those without rules', () => {
    const agents = [BACKEND, DATABASE, anAgent('planner'), anAgent('web', { cannotTouch: ['db/'] })];
    const text = matrix('| `config/**` | OWNS | --- |');
    expect(find(text, TRACKED, { agents, problems: [] }).map(show)).toEqual(['1 unlisted web']);
    const owners = '| Path | Owner |\n|--|--|\n| `config/**` | backend |\n| `apps/**/models.py` | database |';
    expect(find(owners, TRACKED, { agents, problems: [] })).toEqual([]);
  });

  it('says which rows are too many to compare', () => {
    const text = matrix(...Array.from({ length: 501 }, (_, index) => `| \`zz/${index}\` | --- | --- |`));
    expect(find(text).map(show)).toEqual(['503 unread beyond-limits zz/500']);
  });

  it('finds in the tree what the rulings of single files say', () => {
    const segment = fc.constantFrom('apps', 'config', 'docs', 'tests', 'blog');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const pattern = fc.oneof(
      path,
      path.map((text) => `${text}/**`),
      segment.map((name) => `${name}/`),
    );
    const cell = fc.constantFrom('OWNS', 'CANNOT TOUCH', '---');
    fc.assert(
      fc.property(fc.uniqueArray(path), pattern, cell, fc.array(pattern), (paths, row, says, owned) => {
        const tracked = paths.toSorted().map(repoPath);
        const one = anAgent('backend', { owns: owned, cannotTouch: ['tests/'] });
        const roster = { agents: [one, DATABASE], problems: [] };
        const all = find(matrix(`| \`${row}\` | ${says} | |`, '| `q/` | OWNS | |'), tracked, roster);
        const single = tracked.flatMap((file) =>
          find(matrix(`| \`${row}\` | ${says} | |`, '| `q/` | OWNS | |'), [file], roster),
        );
        const countOf = (problems: readonly DefinitionProblem[]) =>
          problems
            .flatMap((problem) =>
              problem.code === 'contract-drift' && problem.line === 3 && problem.drift.kind === 'row'
                ? problem.drift.cells.map(({ paths: { count } }) => count)
                : [],
            )
            .reduce((sum, count) => sum + count, 0);
        expect(countOf(all)).toBe(countOf(single));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['blanks in a cell', matrix(`| \`docs/\` | a${' '.repeat(400_000)}b | OWNS |`)],
    [
      'columns',
      `| Path ${'| backend '.repeat(30_000)}|\n${'|-'.repeat(30_001)}|\n| \`docs/\` ${'| OWNS '.repeat(30_000)}|`,
    ],
    ['names', `| Path | Owner |\n|-|-|\n| \`docs/\` | backend, ${'x1,'.repeat(100_000)} |`],
    ['rows', matrix(...Array.from({ length: 15_000 }, () => '| `**` | OWNS | READS |'))],
    [
      'braces',
      matrix(...Array.from({ length: 400 }, () => '| `{a,b}{c,d}{e,f}{g,h}{i,j}{k,l}/x` | OWNS | READS |')),
    ],
    ['stars', matrix(...Array.from({ length: 400 }, () => `| \`zz/${'*a'.repeat(200)}\` | OWNS | READS |`))],
  ])('is read to its end with many %s', (_, text) => {
    expect(find(text).length).toBeGreaterThan(0);
  });

  it('never throws', () => {
    const part = fc.constantFrom(
      ...[
        '|',
        '| Path |',
        ' backend |',
        ' Owner |',
        '\n|---|---|\n',
        '\n',
        '`src/**`',
        'OWNS',
        '✓',
        '---',
        '{{x}}',
        '!',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (parts) => {
        expect(() => find(parts.join(''))).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a cell of patterns', () => {
  it.each(['`docs/` `../x`', '', '-', '`docs/` lines 1-5', '`docs/`, `a b`', '`docs/`<br>- `x`'])(
    'that cannot be read in full is not compared: %j',
    (cell) => {
      expect(find(matrix('| `config/**` | OWNS | - |', `| ${cell} | R | - |`)).map(show)).toEqual([
        expect.stringContaining('4 unread patterns'),
      ]);
    },
  );

  it('says something beside a long remark', () => {
    const text = matrix('| `config/**` | OWNS | - |', `| The rest | ${'-'.repeat(201)} | - |`);
    expect(find(text).map(show)).toEqual([expect.stringContaining('4 unread patterns')]);
    expect(find(text.replace('-'.repeat(201), '-'.repeat(200))).map(show)).toEqual([]);
  });
});

describe('READS in a contract', () => {
  it('says that the agent does not own the path', () => {
    const roster = {
      agents: [anAgent('backend', { owns: ['docs/'], reads: ['docs/'] }), DATABASE],
      problems: [],
    };
    expect(find(matrix('| `docs/` | READS | - |'), TRACKED, roster).map(show)).toEqual([
      '3 docs/: backend reads/owns 1',
    ]);
  });
});

describe('what lies beyond what can be read of a contract', () => {
  it('is told with its line', () => {
    const nested = `${'- '.repeat(100)}deep`;
    expect(find(`${matrix('| `config/**` | OWNS | - |')}\n\nAnd more:\n\n ${nested}`).map(show)).toEqual([
      expect.stringMatching(/^7 unread beyond-limits - - /),
    ]);
  });
});

describe('what a contract does not name', () => {
  it('stands at the first table', () => {
    const table = '| Path | backend |\n|--|--|\n| `config/**` | OWNS |';
    expect(told('# Contract', '', table, '', 'And more:', '', table)).toEqual(['3 unlisted database']);
    expect(told(table, '', table.replace('backend', 'database').replace('OWNS', '-'))).toEqual([]);
  });

  it('is asked of all kinds of rules as soon as one table is of all agents', () => {
    const agents = [BACKEND, DATABASE, anAgent('web', { reads: ['x'] }), anAgent('planner', { owns: [] })];
    const list = '| Path | Owner |\n|--|--|\n| `config/**` | backend |\n| `apps/**/models.py` | database |';
    const roster = { agents, problems: [] };
    expect(find(list, TRACKED, roster)).toEqual([]);
    const both = mergeAgents(anAgent('api', { owns: ['x'] }), anAgent('api', { reads: [], file: 'b.md' }));
    expect(find(list, TRACKED, { ...roster, agents: [...agents, both] }).map(show)).toEqual([
      '1 unlisted api',
    ]);
    expect(find(`${list}\n\n${matrix('| `config/**` | OWNS | - |')}`, TRACKED, roster).map(show)).toEqual([
      '1 unlisted web',
    ]);
  });
});
