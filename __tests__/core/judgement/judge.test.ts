import { describe, expect, it } from '@jest/globals';
import { createPathRulings } from '../../../src/core/judgement/path-rulings.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import type { Restoration } from '../../../src/core/violation.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, anEntry, aRoster, mergeAgents, type Step } from '../../support/builders.js';
import { BY_DEFAULT, inForce } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', {
    owns: ['apps/**/views.py'],
    reads: ['README.md'],
    cannotTouch: ['apps/**/models.py', 'tests/**'],
  }),
  anAgent('database', { owns: ['apps/**/models.py'] }),
  anAgent('steward', { owns: ['.claude/agents/**', '/CODEOWNERS'] }),
  anAgent('wide', { owns: ['**', '.claude/**', 'docs/**', '.github/**'] }),
);

const judgeOne = (agents: readonly string[], ...paths: readonly string[]) =>
  judge({
    roster,
    base: { 'tests/a.py': 'A', 'README.md': 'A' },
    steps: [{ id: 'c', agents, write: Object.fromEntries(paths.map((path) => [path, 'changed'])) }],
  });

describe('the verdict on a commit', () => {
  it.each([
    ['an owned path', ['backend'], 'apps/blog/views.py', []],
    ['a path that no rule names', ['backend'], 'Makefile', []],
    [
      'a forbidden path',
      ['backend'],
      'apps/blog/models.py',
      ['forbidden-path c backend apps/blog/models.py'],
    ],
    ['a path that is only read', ['backend'], 'README.md', ['read-only-path c backend README.md']],
    ['a forbidden path changed by a person', [], 'apps/blog/models.py', []],
    [
      'a definition',
      ['backend'],
      '.claude/agents/backend.md',
      ['definition-edit c backend .claude/agents/backend.md'],
    ],
    [
      'a nested definition',
      ['backend'],
      'a/.claude/agents/b/c.md',
      ['definition-edit c backend a/.claude/agents/b/c.md'],
    ],
    ['a definition below a worktree', ['backend'], '.claude/worktrees/a/.claude/agents/c.md', []],
    [
      'a workflow',
      ['backend'],
      '.github/workflows/ci.yml',
      ['definition-edit c backend .github/workflows/ci.yml'],
    ],
    [
      'the config',
      ['backend'],
      '.github/agent-ownership.yml',
      ['definition-edit c backend .github/agent-ownership.yml'],
    ],
    [
      'settings',
      ['backend'],
      '.claude/settings.local.json',
      ['definition-edit c backend .claude/settings.local.json'],
    ],
    ['a hook', ['backend'], '.claude/hooks/guard.sh', ['definition-edit c backend .claude/hooks/guard.sh']],
    ['code owners', ['backend'], 'docs/CODEOWNERS', ['definition-edit c backend docs/CODEOWNERS']],
    ['submodules', ['backend'], '.gitmodules', ['definition-edit c backend .gitmodules']],
    ['a definition, by its explicit owner', ['steward'], '.claude/agents/backend.md', []],
    ['code owners, by the explicit owner', ['steward'], 'CODEOWNERS', []],
    [
      'a workflow, by an owner of everything',
      ['wide'],
      '.github/workflows/ci.yml',
      ['definition-edit c wide .github/workflows/ci.yml'],
    ],
    [
      'a definition, by an owner of the directory above',
      ['wide'],
      '.claude/agents/a.md',
      ['definition-edit c wide .claude/agents/a.md'],
    ],
    ['settings, by an owner of their directory', ['wide'], '.claude/settings.json', []],
    [
      'code owners, by an owner of their directory',
      ['wide'],
      'docs/CODEOWNERS',
      ['definition-edit c wide docs/CODEOWNERS'],
    ],
    [
      'the config, by an owner of its directory',
      ['wide'],
      '.github/agent-ownership.yml',
      ['definition-edit c wide .github/agent-ownership.yml'],
    ],
  ] as const)('on %s', (_, agents, path, expected) => {
    expect(findings(judgeOne(agents, path))).toEqual(expected);
  });

  it('names the rule, its place, the owners and the way back', () => {
    expect(judgeOne(['backend'], 'apps/blog/models.py').violations).toMatchObject([
      {
        code: 'forbidden-path',
        severity: 'error',
        status: 'A',
        rule: {
          section: 'cannot-touch',
          pattern: 'apps/**/models.py',
          file: '.claude/agents/backend.md',
          line: 30,
        },
        owners: ['database', 'wide'],
        restoration: { kind: 'remove' },
      },
    ]);
  });

  it('fails on an error and passes on a warning', () => {
    expect(judgeOne(['backend'], 'apps/blog/models.py').conclusion).toBe('failure');
    expect(judgeOne(['backend'], 'README.md').conclusion).toBe('success');
  });

  it('gives a path of a joint commit to its owner and lists what that lifted', () => {
    const report = judgeOne(['backend', 'database'], 'apps/blog/models.py');
    expect(findings(report)).toEqual(['joint-attribution c backend apps/blog/models.py']);
    expect(report.conclusion).toBe('success');
  });

  it('lists a protected file of a joint commit that is open to its owner only', () => {
    const report = judgeOne(['backend', 'steward'], '.claude/agents/backend.md');
    expect(findings(report)).toEqual(['joint-attribution c backend .claude/agents/backend.md']);
    expect(report.violations[0]).toMatchObject({ lifted: 'definition-edit', rule: null });
  });

  it('gives a path of a joint commit that nobody owns to all', () => {
    expect(findings(judgeOne(['backend', 'database'], 'tests/a.py'))).toEqual([
      'forbidden-path c backend tests/a.py',
    ]);
  });

  it('names who would have been charged with what, by which rule, and who owns the path', () => {
    const many = aRoster(
      ...roster.agents,
      anAgent('clerk', { owns: ['.claude/agents/**'], cannotTouch: ['.claude/agents/backend.md'] }),
    );
    const lifted = (path: string, agents: readonly string[], law = BY_DEFAULT, head = aRoster()) =>
      judge({
        roster: many,
        head,
        law,
        steps: [{ id: 'c', agents, write: { [path]: 'x' } }],
      }).violations.filter(({ code }) => code === 'joint-attribution');
    const models = { pattern: 'apps/**/models.py', file: '.claude/agents/backend.md', line: 30 };
    expect(lifted('apps/blog/models.py', ['wide', 'database', 'backend'])).toMatchObject([
      { agent: 'backend', lifted: 'forbidden-path', rule: models, owners: ['database', 'wide'], status: 'A' },
    ]);
    expect(lifted('README.md', ['backend', 'wide'])).toMatchObject([
      { agent: 'backend', lifted: 'read-only-path', rule: { pattern: 'README.md', line: 20 } },
    ]);
    expect(lifted('Makefile', ['backend', 'wide'])).toEqual([]);
    const definition = '.claude/agents/backend.md';
    expect(lifted(definition, ['clerk', 'steward'])).toMatchObject([
      { agent: 'clerk', lifted: 'forbidden-path', rule: { pattern: definition } },
    ]);
    const clerk = anAgent('new-clerk', { owns: ['.claude/agents/**'], cannotTouch: [definition] });
    expect(lifted(definition, ['new-clerk', 'steward'], BY_DEFAULT, aRoster(clerk))).toMatchObject([
      { agent: 'new-clerk', lifted: 'definition-edit' },
    ]);
    const severity = { ...DEFAULT_POLICY.severity, 'definition-edit': 'off' } as const;
    expect(lifted(definition, ['backend', 'steward'], inForce({ severity }))).toEqual([]);
    expect(lifted(definition, ['clerk', 'steward'], inForce({ severity }))).toHaveLength(1);
  });

  it('names the other owners of a path, also where the rulings were worked out at once', () => {
    const steps = [{ id: 'c', agents: ['wide'], write: { '.github/workflows/ci.yml': 'x' } }];
    const rulings = createPathRulings(roster, ['.github/workflows/ci.yml'].map(repoPath), 0);
    for (const scene of [
      { roster, steps },
      { roster, steps, rulings },
    ])
      expect(judge(scene).violations).toMatchObject([{ code: 'definition-edit', owners: [] }]);
    const indexed = { owners: () => ['a', 'wide', 'z'].map(agentName), denied: () => null };
    expect(judge({ roster, steps, rulings: indexed }).violations).toMatchObject([{ owners: ['a', 'z'] }]);
  });

  it('finds work outside OWNS of an agent that owns something in one of its definitions', () => {
    const owner = mergeAgents(
      anAgent('both', { owns: ['apps/**'] }),
      anAgent('both', { reads: ['docs/**'] }),
    );
    const excepted = anAgent('none', { owns: ['!apps/**'] });
    const severity = { ...DEFAULT_POLICY.severity, 'outside-owns': 'error' } as const;
    const judgeBy = (agent: string) =>
      findings(
        judge({
          roster: aRoster(owner, excepted),
          law: inForce({ severity }),
          steps: [{ id: 'c', agents: [agent], write: { Makefile: 'x' } }],
        }),
      );
    expect(judgeBy('both')).toEqual(['outside-owns c both Makefile']);
    expect(judgeBy('none')).toEqual([]);
  });

  it.each<[string, Partial<Step>, Restoration]>([
    ['what was not there is removed', { write: { 'tests/new.py': 'x' } }, { kind: 'remove' }],
    ['what was there stands in the parent', {}, { kind: 'parent', parent: 1 }],
    ['or in another parent of a merge', { beforeIn: 2 }, { kind: 'parent', parent: 2 }],
    ['or in git’s own merge alone', { beforeIn: 'automatic-merge' }, { kind: 'automatic-merge' }],
  ])('says where the way back leads: %s', (_, step, restoration) => {
    const bad = { id: 'c', agents: ['backend'], write: { 'tests/a.py': 'x' }, ...step };
    expect(judge({ roster, base: { 'tests/a.py': 'A' }, steps: [bad] }).violations).toMatchObject([
      { code: 'forbidden-path', restoration },
    ]);
  });

  it('judges the known agent of a commit that also claims an unknown one', () => {
    expect(findings(judgeOne(['backend', 'nobody-here'], 'tests/a.py'))).toEqual([
      'unknown-agent c',
      'forbidden-path c backend tests/a.py',
    ]);
  });
});

describe('a provisional agent', () => {
  const head = aRoster(
    anAgent('newcomer', {
      owns: ['apps/**/models.py', '.claude/agents/newcomer.md'],
      cannotTouch: ['tests/**'],
    }),
  );
  const judgeNew = (agents: readonly string[], path: string) =>
    findings(judge({ roster, head, steps: [{ id: 'c', agents, write: { [path]: 'x' } }] }));

  it('is judged by the head’s definition, with a warning', () => {
    expect(judgeNew(['newcomer'], 'tests/a.py')).toEqual([
      'provisional-agent c newcomer',
      'forbidden-path c newcomer tests/a.py',
    ]);
  });

  it('lifts nothing for another agent of the same commit', () => {
    expect(judgeNew(['backend', 'newcomer'], 'apps/blog/models.py')).toContain(
      'forbidden-path c backend apps/blog/models.py',
    );
  });

  it('is not spared for its own definition', () => {
    expect(judgeNew(['newcomer'], '.claude/agents/newcomer.md')).toContain(
      'definition-edit c newcomer .claude/agents/newcomer.md',
    );
  });
});

describe('a link in place of a directory', () => {
  const link = anEntry('elsewhere', '120000');
  const submodule = anEntry('commit', '160000');

  it.each([
    ['a link that a forbidden pattern leads through', 'tests', link, true],
    ['a submodule that a forbidden pattern leads through', 'tests', submodule, true],
    ['a link above a forbidden tracked path', 'apps/blog', link, true],
    ['a link that no rule and no tracked path concerns', 'vendor', link, false],
    ['a plain file of the same name', 'apps/blog', 'text', false],
  ])('counts for %s: %s', (_, path, content, forbidden) => {
    const report = judge({
      roster,
      base: { 'apps/blog/models.py': 'A' },
      steps: [{ id: 'c', agents: ['backend'], write: { [path]: content } }],
    });
    expect(findings(report)).toEqual(forbidden ? [`forbidden-path c backend ${path}`] : []);
  });
});

describe('a link in place of a directory of which a part is open', () => {
  it.each([
    ['an exception opens', { cannotTouch: ['tests/**', '!tests/open/**'] }],
    ['OWNS gives to the agent', { owns: ['tests/open/**'], cannotTouch: ['tests/**'] }],
  ])('is forbidden, as it brings more than what %s', (_, sections) => {
    const report = judge({
      roster: aRoster(anAgent('backend', sections)),
      steps: [{ id: 'c', agents: ['backend'], write: { tests: anEntry('elsewhere', '120000') } }],
    });
    expect(findings(report)).toContain('forbidden-path c backend tests');
  });
});

describe('a link in place of a protected directory', () => {
  it.each(['.claude', '.claude/agents', '.github/workflows', 'a/.claude/hooks', 'a/.claude'])(
    'is a definition-edit: %s',
    (path) => {
      const report = judge({
        roster,
        steps: [{ id: 'c', agents: ['backend'], write: { [path]: anEntry('elsewhere', '120000') } }],
      });
      expect(findings(report)).toEqual([`definition-edit c backend ${path}`]);
    },
  );
});

describe('what no commit explains', () => {
  it('is nobody’s where a clean merge of two parents moved it', () => {
    const report = judge({
      roster,
      steps: [
        { id: 'one', agents: ['backend'], write: { 'old/x': 'x' } },
        { id: 'two', parents: ['base'], write: { other: 'x' } },
        {
          id: 'merge',
          parents: ['one', 'two'],
          agents: ['backend'],
          merged: { 'old/x': null, 'tests/x': 'x' },
        },
      ],
    });
    expect(findings(report)).toEqual([]);
  });

  it('is charged to the merge that chose it, where git cannot redo that merge', () => {
    const report = judge({
      roster,
      base: { 'tests/a.py': 'A' },
      steps: [
        { id: 'one', write: { other: 'x' } },
        { id: 'two', parents: ['base'], write: { another: 'x' } },
        { id: 'three', parents: ['base'], write: { third: 'x' } },
        {
          id: 'octopus',
          parents: ['one', 'two', 'three'],
          agents: ['backend'],
          merged: { another: 'x', third: 'x', 'tests/a.py': 'stale' },
          isExact: false,
        },
        { id: 'side', parents: ['base'], write: { fourth: 'x' } },
        { id: 'merge', parents: ['octopus', 'side'], merged: { fourth: 'x' } },
      ],
    });
    expect(findings(report)).toEqual(['forbidden-path octopus backend tests/a.py']);
  });
});

describe('the report', () => {
  it('warns where there are no definitions at all', () => {
    const report = judge({ roster: aRoster(), steps: [{ id: 'c', write: { a: 'x' } }] });
    expect(report.violations).toMatchObject([
      {
        code: 'no-definitions',
        lookedFor: ['.claude/agents/**/*.md', '**/.claude/agents/**/*.md'],
        waivedBy: null,
      },
    ]);
    expect(report.conclusion).toBe('success');
  });

  it('equals itself after a JSON round trip', () => {
    const report = judgeOne(['backend', 'nobody'], 'apps/blog/models.py', 'README.md', '.gitmodules');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('counts commits, paths, definitions and rules', () => {
    const report = judgeOne(['backend'], 'apps/blog/models.py', 'README.md');
    expect(report.coverage).toEqual({ definitions: 4, rules: 11, commits: 1, files: 2, trusted: 0 });
    expect(report.agents.find(({ agent }) => agent === 'backend')).toMatchObject({
      commits: 1,
      changedPaths: 2,
      allowedPaths: 0,
      forbiddenPaths: 1,
      liftedPaths: 0,
      rules: { owns: 1, reads: 1, cannotTouch: 2 },
    });
  });

  it('puts findings in the order of commits, then of paths', () => {
    const report = judge({
      roster,
      steps: [
        { id: 'z', agents: ['backend'], write: { 'tests/b': 'x', 'tests/a': 'x' } },
        { id: 'a', agents: ['backend'], write: { 'apps/models.py': 'x' } },
      ],
    });
    expect(findings(report)).toEqual([
      'forbidden-path z backend tests/a',
      'forbidden-path z backend tests/b',
      'forbidden-path a backend apps/models.py',
    ]);
  });
});
