import { describe, expect, it } from '@jest/globals';
import { raiseToFloor } from '../../../src/core/policy/floor.js';
import { policyAfterMerge } from '../../../src/core/policy/policy-after-merge.js';
import { byDefault, DEFAULT_POLICY, levelOf, type Policy } from '../../../src/core/policy/policy.js';
import {
  standsAtHead,
  type RuleChange,
  type RuleChangeSubject,
} from '../../../src/core/policy/rule-changes.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { aWaiver, TODAY } from '../../support/policies.js';

describe('levelOf', () => {
  const off = { severity: { 'forbidden-path': 'off' } } as const;

  it('is the agent’s own, else the one for all', () => {
    const policy = { ...DEFAULT_POLICY, agents: { testing: off } };
    expect(levelOf(policy, 'forbidden-path', agentName('testing'))).toBe('off');
    expect(levelOf(policy, 'read-only-path', agentName('testing'))).toBe('warning');
    expect(levelOf(policy, 'forbidden-path', agentName('database'))).toBe('error');
    expect(levelOf(policy, 'forbidden-path', null)).toBe('error');
  });

  it('takes an agent for what it is called, and nobody for no agent', () => {
    const policy = { ...DEFAULT_POLICY, agents: { null: off } };
    expect(levelOf(policy, 'forbidden-path', null)).toBe('error');
    expect(levelOf(policy, 'forbidden-path', agentName('null'))).toBe('off');
    expect(levelOf(policy, 'forbidden-path', agentName('constructor'))).toBe('error');
  });
});

describe('policyAfterMerge', () => {
  const merge = (began: Partial<Policy>, base: Partial<Policy>, head: Partial<Policy>): Policy =>
    policyAfterMerge(
      { ...DEFAULT_POLICY, ...began },
      { ...DEFAULT_POLICY, ...base },
      { ...DEFAULT_POLICY, ...head },
    );
  const severity = (codes: Partial<Policy['severity']>) => ({
    severity: { ...DEFAULT_POLICY.severity, ...codes },
  });

  it.each<[string, Partial<Policy>, Partial<Policy>, Partial<Policy>, Partial<Policy>]>([
    ['nothing where nobody changes anything', {}, {}, {}, {}],
    ['what the base changed', {}, { people: ['me'] }, {}, { people: ['me'] }],
    ['what the branch changed', {}, {}, { people: ['me'] }, { people: ['me'] }],
    [
      'the branch’s where both changed a key',
      { shared: ['a'] },
      { shared: ['b'] },
      { shared: ['c'] },
      { shared: ['c'] },
    ],
    [
      'what each changed in another key',
      {},
      { mode: 'report-only' },
      { protected: ['a'] },
      { mode: 'report-only', protected: ['a'] },
    ],
    [
      'the base’s where the branch only shows what both began with',
      { allowSelf: true },
      { allowSelf: false },
      { allowSelf: true },
      { allowSelf: false },
    ],
    [
      'severities code by code',
      severity({ 'dead-pattern': 'off' }),
      severity({ 'outside-owns': 'error' }),
      severity({ 'forbidden-path': 'off', 'dead-pattern': 'off' }),
      severity({ 'outside-owns': 'error', 'forbidden-path': 'off' }),
    ],
    [
      'agents by name',
      {},
      { agents: { testing: { severity: { 'outside-owns': 'error' } } } },
      { agents: { database: { severity: { 'outside-owns': 'off' } } } },
      {
        agents: {
          testing: { severity: { 'outside-owns': 'error' } },
          database: { severity: { 'outside-owns': 'off' } },
        },
      },
    ],
    [
      'aliases by name, without those that one of them took out',
      { aliases: { a: 'x', b: 'x', constructor: 'x' } },
      { aliases: { b: 'x', c: 'x', constructor: 'x' } },
      { aliases: { a: 'x', d: 'x' } },
      { aliases: { c: 'x', d: 'x' } },
    ],
    [
      'headings by section',
      { headings: { owns: ['A'], reads: ['B'] } },
      { headings: { owns: ['A'], reads: ['C'] } },
      { headings: { owns: ['D'], reads: ['B'], 'cannot-touch': ['E'] } },
      { headings: { owns: ['D'], reads: ['C'], 'cannot-touch': ['E'] } },
    ],
    [
      'identities by kind',
      {},
      { identities: { ai: ['a'], people: [], bots: [] } },
      { identities: { ai: [], people: ['b'], bots: [] } },
      { identities: { ai: ['a'], people: ['b'], bots: [] } },
    ],
  ])('puts in force %s', (_, began, base, head, expected) => {
    expect(merge(began, base, head)).toStrictEqual({ ...DEFAULT_POLICY, ...expected });
  });

  it('compares waivers as they are written, wherever they stand', () => {
    const began = aWaiver('testing', 'src/a.ts');
    const moved = aWaiver('testing', 'src/a.ts', { location: { file: repoPath('elsewhere.yml'), line: 2 } });
    const longer = aWaiver('testing', 'src/a.ts', { until: '2026-12-31' });
    expect(merge({ waivers: [began] }, { waivers: [] }, { waivers: [moved] }).waivers).toEqual([]);
    expect(merge({ waivers: [began] }, { waivers: [] }, { waivers: [longer] }).waivers).toEqual([longer]);
  });

  it('is as strict as a floor that binds all three', () => {
    const floor = { people: [], protected: ['a'] };
    const [began, base, head] = [{}, { people: ['me'] }, { people: ['you'] }].map((stated) =>
      raiseToFloor({ ...DEFAULT_POLICY, ...stated }, floor),
    ) as [Policy, Policy, Policy];
    expect(policyAfterMerge(began, base, head)).toMatchObject({ people: [], protected: ['a'] });
  });
});

describe('standsAtHead', () => {
  const entry = { pattern: 'a' };
  const denial = {
    agent: agentName('testing'),
    file: repoPath('a.md'),
    line: 1,
    section: 'cannot-touch',
    pattern: 'a',
  } as const;
  const SUBJECTS: readonly (readonly [RuleChangeSubject, RuleChange['effect'] | 'both'])[] = [
    [{ kind: 'denial', ...entry }, 'tightened'],
    [{ kind: 'agent', renamed: null }, 'tightened'],
    [{ kind: 'further-entries', count: 2, patterns: [] }, 'tightened'],
    [{ kind: 'carve-out', ...entry, denial }, 'loosened'],
    [{ kind: 'protected-path', ...entry }, 'loosened'],
    [{ kind: 'setting', key: 'mode', before: '', after: '' }, 'both'],
  ];

  it.each(SUBJECTS)('tells where %j is to be seen', (subject, effect) => {
    expect(standsAtHead({ subject, effect: 'tightened' })).toBe(effect !== 'loosened');
    expect(standsAtHead({ subject, effect: 'loosened' })).toBe(effect !== 'tightened');
  });
});

describe('byDefault', () => {
  it('holds where there is no config', () => {
    const file = repoPath('.github/agent-ownership.yml');
    expect(byDefault(TODAY)).toStrictEqual({
      policy: DEFAULT_POLICY,
      atHead: DEFAULT_POLICY,
      origin: { file, state: 'absent', floor: false },
      places: [file],
      problems: { base: [], head: [] },
      today: TODAY,
    });
  });
});
