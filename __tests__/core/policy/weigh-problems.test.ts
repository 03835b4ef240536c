import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import { weighProblems } from '../../../src/core/policy/weigh-problems.js';
import { agentName } from '../../../src/core/vocabulary.js';
import { EVERY_PROBLEM } from '../../support/every-problem.js';
import { aPlaceholder } from '../../support/report-builders.js';

const weigh = (policy: Partial<Policy>) =>
  weighProblems([aPlaceholder], { ...DEFAULT_POLICY, ...policy }).map(({ severity }) => severity);
const severity = { ...DEFAULT_POLICY.severity, 'unresolved-placeholder': 'notice' } as const;
const agents = { 'backend-django': { severity: { 'unresolved-placeholder': 'off' } } } as const;

describe('weighProblems', () => {
  it.each<[string, Partial<Policy>, readonly string[]]>([
    ['what it has, by default', {}, ['error']],
    ['what is set for all', { severity }, ['notice']],
    ['what is set for its agent', { severity, agents }, []],
    ['not what is set for another', { agents: { testing: agents['backend-django'] } }, ['error']],
    ['not what an object has by nature', { agents: {} }, ['error']],
  ])('gives a problem %s', (_, policy, expected) => {
    expect(weigh(policy)).toStrictEqual(expected);
  });

  it('takes an agent for what it is called, and nobody for no agent', () => {
    const off = { severity: { 'unresolved-placeholder': 'off' } } as const;
    const of = (agent: string | null) => ({
      ...aPlaceholder,
      agent: agent === null ? null : agentName(agent),
    });
    const policy = { ...DEFAULT_POLICY, agents: { null: off } };
    expect(weighProblems([of(null), of('constructor'), of('null')], policy)).toEqual([
      of(null),
      of('constructor'),
    ]);
  });

  it('leaves what always fails', () => {
    const policy = {
      severity: { ...severity, 'unreadable-definition': 'off', 'invalid-config': 'off' },
      agents: {},
    } as const;
    const fixed = EVERY_PROBLEM.filter(({ code }) =>
      ['unreadable-definition', 'invalid-config'].includes(code),
    );

    expect(fixed.length).toBeGreaterThan(5);
    expect(weighProblems(fixed, policy)).toEqual(fixed);
  });
});
