import { describe, expect, it } from '@jest/globals';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import type { Change } from '../../../src/core/history.js';
import { judgeWork, type Work } from '../../../src/core/judgement/judge-work.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { createTrackedPaths } from '../../../src/core/judgement/tracked-paths.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import type { Roster } from '../../../src/core/definitions/roster.js';
import { agentName, commitSha, repoPath, UNCOMMITTED } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aWaiver, BY_DEFAULT, inForce } from '../../support/policies.js';

const backend = anAgent('backend-django', {
  owns: ['apps/**/views.py'],
  cannotTouch: ['apps/**/models.py', 'tests/**'],
});
const database = anAgent('database', { owns: ['apps/**/models.py'] });
const roster: Roster = aRoster(backend, database);
const BASE = commitSha('a'.repeat(40));

const attributed = (agent: typeof backend) => ({ agent, foundAt: 'base' as const, provisional: false });
const changed = (path: string, before = 'a', after = 'b'): Change => ({
  path: repoPath(path),
  before: before === '' ? null : { mode: '100644', oid: before.repeat(40) },
  after: after === '' ? null : { mode: '100644', oid: after.repeat(40) },
});

const judge = (work: Work, law = BY_DEFAULT) =>
  judgeWork(work, {
    base: BASE,
    roster,
    law,
    protectedPaths: createProtectedPaths(
      law.policy.definitions,
      createIsDefinitionPath(law.policy.definitions),
      new Set(),
    ),
    tracked: createTrackedPaths([repoPath('tests/a.py')]),
  });

const codesOf = (work: Work, law = BY_DEFAULT) =>
  judge(work, law).violations.map((violation) =>
    [
      violation.code,
      'agent' in violation ? violation.agent : '',
      'path' in violation ? violation.path : '',
    ].join(' '),
  );

describe('judgeWork', () => {
  it('gives the report that a commit with these changes would have', () => {
    const changes = [
      changed('apps/blog/models.py'),
      changed('.claude/agents/database.md', ''),
      changed('x.py'),
    ];
    const report = judge({ agents: [attributed(backend)], changes });
    expect(report).toMatchObject({
      conclusion: 'failure',
      range: { base: BASE, head: UNCOMMITTED },
      violations: [
        { code: 'definition-edit', commit: UNCOMMITTED, status: 'A', restoration: { kind: 'remove' } },
        { code: 'forbidden-path', commit: UNCOMMITTED, owners: ['database'], restoration: { parent: 1 } },
      ],
      attributions: [{ kind: 'agent', agents: ['backend-django'] }],
      coverage: { commits: 1, files: 3 },
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('has nothing to judge without changes', () => {
    expect(judge({ agents: [attributed(backend)], changes: [] })).toMatchObject({
      conclusion: 'success',
      attributions: [],
      coverage: { commits: 0 },
    });
  });

  it('sees what a link brings with it', () => {
    const link = { path: repoPath('tests'), before: null, after: { mode: '120000', oid: 'c'.repeat(40) } };
    expect(codesOf({ agents: [attributed(backend)], changes: [link] })).toEqual([
      'forbidden-path backend-django tests',
    ]);
  });

  it('lets a co-agent answer for what it owns, unless it is known who made what', () => {
    const agents = [attributed(backend), attributed(database)];
    const changes = [changed('apps/blog/models.py'), changed('tests/a.py')];
    expect(codesOf({ agents, changes })).toEqual([
      'joint-attribution backend-django apps/blog/models.py',
      'forbidden-path backend-django tests/a.py',
    ]);
    const makersOf = ({ path }: Change) => [agentName(path === 'tests/a.py' ? 'database' : 'backend-django')];
    expect(codesOf({ agents, changes, makersOf })).toEqual([
      'forbidden-path backend-django apps/blog/models.py',
    ]);
    expect(codesOf({ agents, changes, makersOf: () => [] })).toEqual([]);
  });

  it('weighs by the policy, with its waivers', () => {
    const law = inForce({ waivers: [aWaiver('backend-django', 'apps/blog/models.py')] });
    expect(
      judge({ agents: [attributed(backend)], changes: [changed('apps/blog/models.py')] }, law),
    ).toMatchObject({
      conclusion: 'success',
      violations: [{ code: 'forbidden-path', waivedBy: { kind: 'waiver' } }],
    });
  });

  it.each([
    ['a person’s', [], 'person'],
    ['an agent’s', [backend], 'agent'],
    ['that of several agents', [backend, database], 'joint'],
  ] as const)('says whose it is: %s', (_, agents, kind) => {
    const report = judge({ agents: agents.map(attributed), changes: [changed('x.py')] });
    expect(report.attributions).toEqual([
      { commit: UNCOMMITTED, subject: '', kind, agents: agents.map(({ name }) => name), provisional: false },
    ]);
    expect(report.uncommitted).toEqual({ kind: 'working-tree', parents: [BASE], leftOut: [] });
  });

  it('says whose each part is, where it is known who made what', () => {
    const paths = ['b1.py', 'd.py', 'b2.py', 'both.py', 'nobody.py', 'b3.py'];
    const makersOf = ({ path }: Change) =>
      [backend, database]
        .map(({ name }) => name)
        .filter((name) => path.startsWith(name.charAt(0)) || path === 'both.py');
    const report = judge({
      agents: [attributed(backend), attributed(database)],
      changes: paths.map((path) => changed(path)),
      makersOf,
    });
    expect(report.attributions.map(({ kind, agents }) => [kind, ...agents])).toEqual([
      ['agent', 'backend-django'],
      ['agent', 'database'],
      ['joint', 'backend-django', 'database'],
      ['person'],
    ]);
    expect(report.agents).toMatchObject([{ changedPaths: 4 }, { changedPaths: 2 }]);
    expect(report.coverage).toMatchObject({ commits: 4, files: 6 });
  });

  it.each([
    ['adds', changed('tests/b.py', '')],
    ['deletes', changed('tests/a.py', 'a', '')],
    ['changes', changed('tests/a.py')],
  ])('charges an agent that %s what it cannot touch', (_, change) => {
    expect(judge({ agents: [attributed(backend)], changes: [change] }).violations).toMatchObject([
      { code: 'forbidden-path', undoneBy: null },
    ]);
  });

  it('asks for somebody who answers for it, where the policy does and nobody is known to have made it', () => {
    const severity = { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'error' } as const;
    const changes = [changed('tests/a.py')];
    const facts = { code: 'unattributed-commit', commit: UNCOMMITTED, path: 'tests/a.py', isRoot: false };
    expect(judge({ agents: [], changes }, inForce({ severity })).violations).toMatchObject([facts]);
    const noted = { agents: [attributed(backend)], changes, makersOf: () => [] };
    expect(judge(noted, inForce({ severity })).violations).toEqual([]);
  });
});
