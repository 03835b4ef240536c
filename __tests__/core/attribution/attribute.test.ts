import { describe, expect, it } from '@jest/globals';
import { attribute, type AttributionPolicy } from '../../../src/core/attribution/attribute.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { aCommit, anAgent, aRoster } from '../../support/builders.js';

const base = aRoster(
  anAgent('backend-django'),
  anAgent('code-reviewer'),
  anAgent('code_reviewer'),
  anAgent('database'),
);
const earlier = aRoster(anAgent('retired'));
const head = aRoster(
  anAgent('retired', { owns: ['everything'] }),
  anAgent('backend-django', { owns: ['everything'] }),
  anAgent('newcomer'),
);

const claimingAll = (values: readonly string[]) =>
  aCommit({ trailers: values.map((value) => ({ key: 'Agent', value })) });

const attributeOne = (values: readonly string[], policy: AttributionPolicy = DEFAULT_POLICY) => {
  const [result] = attribute(
    [claimingAll(values)],
    { base, mergeBases: [earlier], defaultBranch: null, head },
    policy,
  );
  if (result === undefined) throw new Error('one commit in, one attribution out');
  return {
    kind: result.kind,
    agents: result.agents.map(({ agent, provisional }) => [agent.name, provisional]),
    unknown: result.unknown,
  };
};

describe('attribute', () => {
  it.each([
    ['no claim', [], 'person', []],
    ['one known agent', ['backend-django'], 'agent', [['backend-django', false]]],
    [
      'several known agents',
      ['backend-django', 'database'],
      'joint',
      [
        ['backend-django', false],
        ['database', false],
      ],
    ],
    [
      'a comma list of known agents',
      ['backend-django, database'],
      'joint',
      [
        ['backend-django', false],
        ['database', false],
      ],
    ],
    [
      'one agent in two spellings',
      ['backend-django', 'Backend Django'],
      'agent',
      [['backend-django', false]],
    ],
    ['a value that means a person', ['human'], 'person', []],
    ['a person beside an agent', ['Human', 'database'], 'agent', [['database', false]]],
    ['an agent that only the head defines', ['newcomer'], 'agent', [['newcomer', true]]],
    ['an agent that the base has retired', ['retired'], 'agent', [['retired', false]]],
  ] as const)('reads %s', (_, values, kind, agents) => {
    expect(attributeOne(values)).toEqual({ kind, agents, unknown: [] });
  });

  it('takes the rules of the base for an agent that both ends define', () => {
    const trailers = [{ key: 'Agent', value: 'backend-django' }];
    const [result] = attribute(
      [aCommit({ trailers })],
      { base, mergeBases: [earlier], defaultBranch: null, head },
      DEFAULT_POLICY,
    );
    expect(result?.agents[0]?.agent).toBe(base.agents[0]);
  });

  it('keeps the known agents of a commit that also claims an unknown one', () => {
    expect(attributeOne(['database', 'backend-djago'])).toEqual({
      kind: 'unknown',
      agents: [['database', false]],
      unknown: [{ value: 'backend-djago', suggestions: ['backend-django'] }],
    });
  });

  it('suggests both names that a value meets', () => {
    expect(attributeOne(['Code Reviewer']).unknown).toEqual([
      { value: 'Code Reviewer', suggestions: ['code-reviewer', 'code_reviewer'] },
    ]);
  });

  it('suggests the names that an alias meets, not those like the alias', () => {
    const policy = { ...DEFAULT_POLICY, aliases: { critic: 'Code Reviewer' } };
    expect(attributeOne(['critic'], policy).unknown).toEqual([
      { value: 'critic', suggestions: ['code-reviewer', 'code_reviewer'] },
    ]);
  });

  it('holds an empty value for unknown, not for a person', () => {
    expect(attributeOne(['']).kind).toBe('unknown');
    expect(attributeOne([''], { ...DEFAULT_POLICY, people: ['-'] }).kind).toBe('unknown');
  });

  it('holds a value that meets two agents for unknown, although a product is called so', () => {
    const both = aRoster(anAgent('co-dex'), anAgent('co_dex'));
    const rosters = { base: both, mergeBases: [], defaultBranch: null, head: both };
    const [result] = attribute([claimingAll(['codex'])], rosters, DEFAULT_POLICY);
    expect(result?.kind).toBe('unknown');
  });

  it('lists fifty unknown names at most', () => {
    const values = Array.from({ length: 51 }, (_, index) => `nobody-${index}`);
    expect(attributeOne(values).unknown.map(({ value }) => value)).toEqual(values.slice(0, 50));
  });
});
