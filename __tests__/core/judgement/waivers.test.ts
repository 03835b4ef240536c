import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Policy, type Waiver } from '../../../src/core/policy/policy.js';
import { findWaiver } from '../../../src/core/judgement/waivers.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster, aSha, type Step } from '../../support/builders.js';
import { aWaiver, inForce, TODAY } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', { owns: ['apps/**'], reads: ['README.md'], cannotTouch: ['tests/**', '.github/**'] }),
  anAgent('database', { cannotTouch: ['tests/**'] }),
);

const judgeWith = (waivers: readonly Waiver[], steps: readonly Step[], overrides: Partial<Policy> = {}) =>
  judge({
    roster,
    base: { 'tests/a.py': 'A', 'README.md': 'A' },
    law: inForce({
      severity: { ...DEFAULT_POLICY.severity, 'outside-owns': 'error' },
      waivers,
      ...overrides,
    }),
    steps,
  });

const one = (path: string, ...agents: readonly string[]): Step => ({
  id: 'c',
  agents: agents.length === 0 ? ['backend'] : agents,
  write: { [path]: 'x' },
});

describe('a waiver', () => {
  it.each([
    ['a denied path', 'tests/a.py', 'forbidden-path'],
    ['a path that is only read', 'README.md', 'read-only-path'],
    ['a path outside OWNS', 'Makefile', 'outside-owns'],
  ])('lifts a finding on %s, with its reason', (_, path, code) => {
    const report = judgeWith([aWaiver('backend', path)], [one(path)]);
    expect(report.violations).toMatchObject([
      { code, waivedBy: { kind: 'waiver', reason: 'agreed', by: null, until: '2026-11-29' } },
    ]);
    expect(report.conclusion).toBe('success');
    expect(report.agents[0]).toMatchObject({
      changedPaths: 1,
      allowedPaths: 0,
      forbiddenPaths: 0,
      liftedPaths: 1,
    });
  });

  it('lifts no edit of a protected path', () => {
    const report = judgeWith([aWaiver('backend', '.github/**')], [one('.github/workflows/ci.yml')]);
    expect(findings(report)).toEqual([
      'definition-edit c backend .github/workflows/ci.yml',
      'forbidden-path c backend .github/workflows/ci.yml lifted: agreed',
    ]);
    expect(report.conclusion).toBe('failure');
  });

  it.each([
    ['of the day', TODAY, true],
    ['that ended the day before', '2026-11-21', false],
    ['of next year', '2027-11-20', true],
  ])('counts through its last day: one %s', (_, until, lifts) => {
    const report = judgeWith([aWaiver('backend', 'tests/**', { until })], [one('tests/a.py')]);
    expect(report.conclusion).toBe(lifts ? 'success' : 'failure');
  });

  it.each([
    ['another agent’s', aWaiver('database', 'tests/**')],
    ['of a name in another case', aWaiver('Backend', 'tests/**')],
    ['for another path', aWaiver('backend', 'tests/b.py')],
    ['of an exception', aWaiver('backend', '!tests/**')],
  ])('lifts nothing where it is %s', (_, waiver) => {
    expect(judgeWith([waiver], [one('tests/a.py')]).conclusion).toBe('failure');
  });

  it('lifts for its agent alone in a joint commit', () => {
    const report = judgeWith([aWaiver('backend', 'tests/**')], [one('tests/a.py', 'backend', 'database')]);
    expect(findings(report)).toEqual([
      'forbidden-path c backend tests/a.py lifted: agreed',
      'forbidden-path c database tests/a.py',
    ]);
  });

  it('lifts for an agent that only the head defines', () => {
    const report = judge({
      roster,
      head: aRoster(anAgent('newcomer', { cannotTouch: ['tests/**'] })),
      law: inForce({ waivers: [aWaiver('newcomer', 'tests/**')] }),
      steps: [{ id: 'c', agents: ['newcomer'], write: { 'tests/new.py': 'x' } }],
    });
    expect(findings(report)).toContain('forbidden-path c newcomer tests/new.py lifted: agreed');
  });

  it('is named where it holds longest, and none that covers the path is unused', () => {
    const waivers = [
      aWaiver('backend', 'tests/**', { reason: 'short' }),
      aWaiver('backend', 'tests/a.py', { reason: 'long', until: '2027-01-01' }),
      aWaiver('backend', 'tests/*', { reason: 'over', until: '2026-01-01' }),
    ];
    expect(findings(judgeWith(waivers, [one('tests/a.py')]))).toEqual([
      'forbidden-path c backend tests/a.py lifted: long',
      'waiver-expired backend tests/*',
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one that lifts', [TODAY, '2026-11-21'], [TODAY, 'none']],
    ['the one that lifts longest', ['2026-12-01', '2027-01-01', TODAY], ['2027-01-01', 'none']],
    ['the one that ended last', ['2026-01-01', '2026-11-21', '2026-02-01'], ['none', '2026-11-21']],
    ['none', [], ['none', 'none']],
  ])('is %s', (_, days, [lifting, ended]) => {
    const waivers = days.map((until) => aWaiver('backend', 'tests/**', { until }));
    const finding = {
      code: 'forbidden-path',
      agent: agentName('backend'),
      path: repoPath('tests/a.py'),
    } as const;
    const found = findWaiver(finding, waivers, TODAY);
    expect([found.lifting?.until ?? 'none', found.ended?.until ?? 'none']).toEqual([lifting, ended]);
    expect(findWaiver({ ...finding, code: 'definition-edit' }, waivers, TODAY)).toEqual({
      lifting: null,
      ended: null,
    });
  });

  it('is of no use where another one covers the path', () => {
    const waivers = [
      aWaiver('backend', 'tests/**', { until: TODAY }),
      aWaiver('backend', 'docs/**', { until: TODAY }),
    ];
    expect(findings(judgeWith(waivers, [one('tests/a.py')]))).toEqual([
      'forbidden-path c backend tests/a.py lifted: agreed',
      'waiver-unused backend docs/**',
    ]);
  });

  it('is not asked where the work was taken back', () => {
    const report = judgeWith(
      [aWaiver('backend', 'tests/**')],
      [one('tests/a.py'), { id: 'd', agents: ['database'], write: { 'tests/a.py': 'A' } }],
    );
    expect(findings(report)).toEqual([
      'forbidden-path c backend tests/a.py undone by d',
      'waiver-unused backend tests/**',
    ]);
  });

  it('keeps its work: to restore the state before an earlier finding says whose would go too', () => {
    const report = judgeWith(
      [aWaiver('backend', 'tests/**')],
      [
        { id: 'first', agents: ['database'], write: { 'tests/a.py': 'B' } },
        { id: 'second', agents: ['backend'], write: { 'tests/a.py': 'C' } },
      ],
    );
    expect(report.violations).toMatchObject([
      { agent: 'database', waivedBy: null, laterWork: aSha('second') },
      { agent: 'backend', laterWork: null },
    ]);
  });

  it.each<[string, readonly (readonly string[])[], string | null]>([
    ['what it keeps came before', [['backend'], ['database']], null],
    ['nothing that came later is kept', [['database'], ['database']], null],
    ['several are kept, and the last counts', [['database'], ['backend'], ['backend']], 'c2'],
    ['more work came after it', [['database'], ['backend'], []], 'c2'],
  ])('keeps its work only where it is the last: %s', (_, authors, later) => {
    const steps = authors.map((agents, index) => ({
      id: `c${index}`,
      agents,
      write: { 'tests/a.py': `v${index}` },
    }));
    const { violations } = judgeWith([aWaiver('backend', 'tests/**')], steps);
    const standing = violations.find((violation) => 'agent' in violation && violation.agent === 'database');
    expect(standing).toMatchObject({ waivedBy: null, laterWork: later === null ? null : aSha(later) });
  });
});

describe('what is said of waivers', () => {
  const over = aWaiver('backend', 'tests/**', { until: '2026-01-01' });

  it('names one that is over, also at the finding that it would have lifted', () => {
    const report = judgeWith([over], [one('tests/a.py')]);
    expect(report.violations).toMatchObject([
      { code: 'forbidden-path', waivedBy: null, endedWaiver: { until: '2026-01-01', line: 7 } },
      { code: 'waiver-expired', severity: 'notice', waiver: { agent: 'backend', line: 7 } },
    ]);
  });

  it.each([
    ['over', over, 'waiver-expired backend tests/**'],
    ['of no use', aWaiver('backend', 'tests/**'), 'waiver-unused backend tests/**'],
  ])('names one that is %s only where its agent has commits', (_, waiver, expected) => {
    expect(findings(judgeWith([waiver], [one('apps/a.py')]))).toEqual([expected]);
    expect(findings(judgeWith([waiver], [one('docs/a.md', 'database')]))).toEqual([]);
  });

  it('says nothing where the policy says so', () => {
    const severity = {
      ...DEFAULT_POLICY.severity,
      'waiver-expired': 'off',
      'waiver-unused': 'off',
    } as const;
    expect(
      findings(judgeWith([over, aWaiver('backend', 'web/**')], [one('apps/a.py')], { severity })),
    ).toEqual([]);
  });
});
