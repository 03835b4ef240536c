import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { toLintReport } from '../../../src/core/lint/lint-report.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { lintRoster } from '../../../src/core/lint/lint-roster.js';
import { ownersOf } from '../../../src/core/judgement/ruling.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster, mergeAgents } from '../../support/builders.js';
import { aSource } from '../definitions/reading.js';
import { aTree, lint, lintFor, someAgent } from './linting.js';

describe('shared ownership', () => {
  const setsOf = (count: number) => {
    const numbers = Array.from({ length: count }, (_, at) => at);
    const agents = [
      anAgent('all', { owns: ['**'] }),
      ...numbers.map((at) => anAgent(`own${String(at)}`, { owns: [`d${String(at)}/**`] })),
    ];
    return lintFor(
      'shared-ownership',
      agents,
      numbers.flatMap((at) => Array.from({ length: at + 1 }, (_, file) => `d${String(at)}/f${String(file)}`)),
    );
  };

  it('has the largest sets first, and sums up from the twenty-first on', () => {
    expect(setsOf(20).map(({ sets }) => sets)).toEqual(Array.from({ length: 20 }, () => 1));
    expect(setsOf(21).map(({ sets }) => sets)).toEqual(Array.from({ length: 21 }, () => 1));
    expect(setsOf(22).filter(({ sets }) => sets > 1)).toMatchObject([
      { owners: [{ agent: 'all' }, { agent: 'own1' }], sets: 2, paths: { count: 3 } },
    ]);
    expect(setsOf(25).filter(({ sets }) => sets > 1)).toMatchObject([
      { paths: { count: 15, examples: ['d4/f0', 'd3/f0', 'd2/f0'] } },
    ]);
  });

  it('is a notice with three of the files, at the entry that decides', () => {
    const agents = [anAgent('a', { owns: ['src/**', 'src/a*'] }), anAgent('b', { owns: ['**'] })];
    expect(lintFor('shared-ownership', agents, ['src/a1', 'src/a2', 'src/a3', 'src/a4', 'x'])).toEqual([
      {
        code: 'shared-ownership',
        severity: 'notice',
        file: '.claude/agents/a.md',
        line: 11,
        agent: 'a',
        owners: [
          expect.objectContaining({ agent: 'a', pattern: 'src/a*' }),
          expect.objectContaining({ agent: 'b', pattern: '**' }),
        ],
        sets: 1,
        paths: { examples: ['src/a1', 'src/a2', 'src/a3'], count: 4 },
      },
    ]);
  });

  it('splits and keeps the sets of owners as further agents own all or some of them', () => {
    const agents = [
      anAgent('a', { owns: ['p/**', 'q/**'] }),
      anAgent('b', { owns: ['p/**', 'q/**'] }),
      anAgent('c', { owns: ['q/**', 'r/**'] }),
      anAgent('d', { owns: ['q/1'] }),
    ];
    expect(
      lintFor('shared-ownership', agents, ['p/1', 'p/2', 'q/1', 'q/2', 'q/3', 'r/1', 's/1']).map(
        ({ owners, paths }) => `${owners.map(({ agent }) => agent).join('')} ${paths.examples.join(' ')}`,
      ),
    ).toEqual(['ab p/1 p/2', 'abc q/2 q/3', 'abcd q/1']);
  });

  it('is told once for each set of owners, at the entry of the first', () => {
    const agents = [
      anAgent('a', { owns: ['src/**', 'docs/**'] }),
      anAgent('b', { owns: ['*.ts'] }),
      anAgent('c', { owns: ['docs/**'], cannotTouch: ['docs/**'] }),
      anAgent('d', { owns: ['src/x.*'] }),
    ];
    const found = lintFor('shared-ownership', agents, [
      'src/a.ts',
      'src/b.ts',
      'src/x.ts',
      'docs/a.md',
      'c.ts',
    ]);
    expect(
      found.map(({ owners, paths, line }) => [owners.map(({ agent }) => agent), paths.count, line]),
    ).toEqual([
      [['a', 'b'], 2, 10],
      [['a', 'b', 'd'], 1, 10],
    ]);
    expect(found[0]?.owners.map(({ pattern }) => pattern)).toEqual(['src/**', '*.ts']);
  });

  it('sums up the sets beyond the twenty largest', () => {
    const tree = Array.from({ length: 25 }, (_, at) => [`d${String(at)}/a`, `d${String(at)}/b`]).flat();
    const agents = [
      anAgent('all', { owns: ['**'] }),
      ...Array.from({ length: 25 }, (_, at) => anAgent(`own${String(at)}`, { owns: [`d${String(at)}/**`] })),
    ];
    const found = lintFor('shared-ownership', agents, tree);
    expect(found).toHaveLength(21);
    expect(found.filter(({ sets }) => sets > 1)).toMatchObject([{ sets: 5, paths: { count: 10 } }]);
  });

  it('agrees with the owners that the ruling gives', () => {
    fc.assert(
      fc.property(fc.array(someAgent, { minLength: 2, maxLength: 4 }), aTree, (agents, tree) => {
        const named = agents.map((agent, at) => ({ ...agent, name: agentName(`agent${String(at)}`) }));
        const paths = [...new Set(tree)].map(repoPath);
        const owners = paths.map((path) => ownersOf(aRoster(...named), path));
        const shared = owners.filter(({ length }) => length > 1).map((names) => names.join());
        const found = lintFor('shared-ownership', named, paths);
        expect(found.map((problem) => problem.owners.map(({ agent }) => agent).join()).sort()).toEqual(
          [...new Set(shared)].sort(),
        );
        expect(found.reduce((sum, { paths: { count } }) => sum + count, 0)).toBe(shared.length);
        const unowned = owners.filter(({ length }) => length === 0).length;
        const [said] = lintFor('unowned-files', named, paths);
        expect(said === undefined || said.paths.count === unowned).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('orphan denials', () => {
  it('are denied files that nobody owns, told once for equal patterns', () => {
    const agents = [
      anAgent('a', { owns: ['src/**'], cannotTouch: ['infra/**', 'src/db/**', 'none/**'] }),
      anAgent('b', { owns: ['src/db/**'], cannotTouch: ['/infra/', '!infra/x'] }),
    ];
    expect(lintFor('orphan-denial', agents, ['src/a', 'src/db/a', 'infra/a', 'infra/b'])).toMatchObject([
      { agent: 'a', line: 30, pattern: 'infra/**', alsoDeniedTo: ['b'], paths: { count: 2 } },
    ]);
  });

  it('name each further agent once, and only what denies', () => {
    const agents = [
      anAgent('a', { owns: ['infra/**'], reads: ['infra/**'], cannotTouch: ['infra/**', 'infra/**'] }),
      anAgent('b', { cannotTouch: ['infra/**', '/infra/'] }),
      anAgent('c', { cannotTouch: ['!infra/**', 'infra/x'] }),
    ];
    expect(lintFor('orphan-denial', agents, ['infra/x', 'infra/y'])).toEqual([
      {
        code: 'orphan-denial',
        severity: 'notice',
        file: '.claude/agents/a.md',
        line: 30,
        agent: 'a',
        pattern: 'infra/**',
        alsoDeniedTo: ['b'],
        paths: { examples: ['infra/x', 'infra/y'], count: 2 },
      },
      expect.objectContaining({ agent: 'c', pattern: 'infra/x', alsoDeniedTo: [] }),
    ]);
  });

  it('are not what somebody owns in part', () => {
    const agents = [anAgent('a', { cannotTouch: ['infra/**'] }), anAgent('b', { owns: ['infra/x'] })];
    expect(lintFor('orphan-denial', agents, ['infra/x', 'infra/y'])).toEqual([]);
  });

  it('are not what no agent is expected to own', () => {
    const agent = anAgent('a', { owns: ['src/**'], cannotTouch: ['.claude/**', '.github/**'] });
    const tree = ['src/a', '.claude/agents/a.md', '.claude/settings.json', '.github/workflows/ci.yml'];
    expect(lintFor('orphan-denial', [agent], tree)).toEqual([]);
  });
});

describe('unowned files', () => {
  const agent = anAgent('a', { owns: ['src/api/**'] });

  it('are one problem that names the largest directories without an owner', () => {
    const tree = [
      '.claude/agents/a.md',
      '.github/workflows/ci.yml',
      'README.md',
      'docs/a/1.md',
      'docs/b/2.md',
      'docs/c.md',
      'src/api/a.ts',
      'src/ui/a.ts',
      'src/ui/b.ts',
    ];
    expect(lintFor('unowned-files', [agent], tree)).toMatchObject([
      {
        file: 'docs/a/1.md',
        line: null,
        agent: null,
        paths: { examples: ['docs/', 'src/ui/', 'README.md'], count: 6 },
        tracked: 9,
      },
    ]);
  });

  it('are not the files where definitions lie, whether they are definitions or not', () => {
    const tracked = ['src/api/a.ts', '.claude/agents/README.md', '.claude/agents/bad.md', 'NOTES.md'];
    const found = lintRoster({
      roster: aRoster(agent),
      tracked: tracked.map(repoPath),
      contract: null,
      lookedFor: ['.claude/agents/**/*.md', '!.claude/agents/bad.md'],
    });
    expect(found).toMatchObject([{ paths: { examples: ['.claude/', 'NOTES.md'], count: 2 } }]);
  });

  it.each([
    ['everything is owned', anAgent('a', { owns: ['**'] })],
    ['nobody is meant to own anything', anAgent('a', { cannotTouch: ['src/**'] })],
    ['all that is said of owning are exceptions', anAgent('a', { owns: ['!src/**'] })],
    ['nobody is there', null],
  ])('are none where %s', (_, only) => {
    expect(lintFor('unowned-files', only === null ? [] : [only], ['src/api/a.ts', 'docs/a.md'])).toEqual([]);
  });

  it('are told as soon as one definition of one agent owns something', () => {
    const agents = [
      anAgent('a', { reads: ['**'] }),
      mergeAgents(anAgent('b', { owns: ['src/**'] }), anAgent('b', { reads: ['**'], file: 'b.md' })),
    ];
    expect(lintFor('unowned-files', agents, ['src/a', 'z'])).toMatchObject([
      { file: 'z', paths: { examples: ['z'], count: 1 } },
    ]);
  });

  it('are told with the three largest patches of them, and no more', () => {
    const tree = ['a/1', 'b/1', 'b/2', 'c/1', 'd/1', 'd/2', 'd/3', 'src/api/x'];
    expect(lintFor('unowned-files', [agent], tree)).toMatchObject([
      { file: 'd/1', paths: { examples: ['d/', 'b/', 'a/'], count: 7 } },
    ]);
  });

  it('are told by directories of which nothing is owned, the largest first and equal ones in order', () => {
    const tree = ['a/b/1', 'a/b/2', 'a/c/1', 'a/c/d/1', 'src/api/x', 'src/w/1', 'src/w/2', 'z'];
    expect(lintFor('unowned-files', [agent], tree)).toMatchObject([
      { file: 'a/b/1', severity: 'notice', paths: { examples: ['a/', 'src/w/', 'z'], count: 7 }, tracked: 8 },
    ]);
    expect(lintFor('unowned-files', [anAgent('x', { owns: ['a/c/1', 'src/**'] })], tree)).toMatchObject([
      { paths: { examples: ['a/b/', 'a/c/d/', 'z'], count: 4 } },
    ]);
  });

  it('bear paths of any depth', () => {
    const deep = `${'a/'.repeat(20_000)}b`;
    const owner = anAgent('a', { owns: ['*.ts'] });
    expect(lintFor('unowned-files', [owner], [deep, `${deep}.ts`])).toMatchObject([{ file: deep }]);
  });
});

describe('a lint report', () => {
  const subject = { roster: aRoster(anAgent('a', { owns: ['src/**'] })), contract: null };
  const problem: DefinitionProblem = {
    code: 'missing-name',
    severity: 'warning',
    file: repoPath('a.md'),
    line: 1,
    agent: agentName('a'),
    used: agentName('a'),
  };

  it('has what was understood, and the problems of config, reading and tree in the order of their places', () => {
    const report = toLintReport(
      {
        ...subject,
        roster: { ...subject.roster, problems: [{ ...problem, file: repoPath('z.md') }] },
        tracked: ['docs/a', 'docs/a', 'docs/b'].map(repoPath),
        config: [problem],
      },
      ['agents/*.md'],
    );
    expect(report).toMatchObject({
      lookedFor: ['agents/*.md'],
      tracked: 2,
      definitions: subject.roster.agents[0]?.definitions,
    });
    expect(report.problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
      '.claude/agents/a.md dead-pattern',
      'a.md missing-name',
      'docs/a unowned-files',
      'z.md missing-name',
    ]);
  });

  it('does not expect anyone to own the places of definitions', () => {
    const tracked = ['src/a', 'agents/README.md'].map(repoPath);
    const { problems } = toLintReport({ ...subject, tracked }, ['agents/*.md']);
    expect(problems).toEqual([]);
  });

  it('says nothing of a tree that was not read', () => {
    expect(toLintReport({ ...subject, tracked: null }, [])).toMatchObject({ tracked: null, problems: [] });
    expect(toLintReport({ ...subject, tracked: [] }, [])).toMatchObject({ tracked: 0, problems: [] });
  });

  it('weighs as the policy says', () => {
    const policy = {
      ...DEFAULT_POLICY,
      severity: { ...DEFAULT_POLICY.severity, 'missing-name': 'error' },
    } as const;
    const { problems } = toLintReport({ ...subject, tracked: null, config: [problem] }, [], policy);
    expect(problems).toMatchObject([{ code: 'missing-name', severity: 'error' }]);
  });
});

describe('the places of definitions', () => {
  const unowned = (lookedFor: readonly string[]): number =>
    lintRoster({
      roster: aRoster(anAgent('a', { owns: ['src/**'] })),
      tracked: ['src/a', 'x/1.md', 'x/2.md', 'y/1.md'].map(repoPath),
      contract: null,
      lookedFor,
    }).flatMap((problem) => (problem.code === 'unowned-files' ? [problem.paths.count] : []))[0] ?? 0;

  it.each<[readonly string[], number]>([
    [[], 3],
    [['x/*.md'], 1],
    [['x/*.md', 'y/*.md'], 0],
    [['x/*.md', '!x/2.md'], 2],
    [['!x/2.md', 'x/*.md'], 1],
    [['{x', 'x/*.md'], 1],
  ])('%j leave %s files', (lookedFor, count) => {
    expect(unowned(lookedFor)).toBe(count);
  });
});

describe('all problems', () => {
  it('stand in the order of their places', () => {
    const agents = [
      anAgent('b', { owns: ['src/**', 'src/a/**', 'none/**'], cannotTouch: ['*.ts'] }),
      anAgent('a', { owns: ['src/**'], cannotTouch: ['docs/**'] }),
    ];
    const places = lint(aRoster(...agents), ['src/a/x.ts', 'docs/a.md']).map(({ file, line }) => [
      file,
      line ?? 0,
    ]);
    expect(places).toEqual(
      places.toSorted(([a, one], [b, other]) =>
        a === b ? Number(one) - Number(other) : String(a) < String(b) ? -1 : 1,
      ),
    );
    expect(places).toHaveLength(5);
  });

  const contract = aSource('| Path | Owner |\n|--|--|\n| `src/` | a, b |', '.claude/CONTRACT.md');

  it('are those of names and of the contract as well', () => {
    const roster = aRoster(anAgent('a', { owns: ['src/**'] }), anAgent('A'));
    const found = lintRoster({ roster, tracked: [repoPath('src/x')], contract });
    expect(found.map(({ code, file }) => `${file} ${code}`)).toEqual([
      '.claude/CONTRACT.md contract-drift',
      '.claude/agents/A.md duplicate-name',
      '.claude/agents/a.md duplicate-name',
    ]);
  });

  it('are none without agents, whatever the contract says', () => {
    const text = '| Path | web | api |\n|--|--|--|\n| `src/` | OWNS | READS |';
    const stranger = { ...contract, content: new TextEncoder().encode(text) };
    expect(lint(aRoster(), ['a'])).toEqual([]);
    expect(lintRoster({ roster: aRoster(), tracked: [], contract: stranger })).toEqual([]);
  });
});
