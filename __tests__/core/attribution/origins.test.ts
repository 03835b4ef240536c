import { describe, expect, it } from '@jest/globals';
import { attribute, hasOpenNames } from '../../../src/core/attribution/attribute.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { aCommit, anAgent, aRoster } from '../../support/builders.js';

const rosters = {
  base: aRoster(anAgent('backend-django'), anAgent('database')),
  mergeBases: [aRoster(anAgent('database', { owns: ['old'] }), anAgent('web'))],
  defaultBranch: aRoster(anAgent('web', { owns: ['newer'] }), anAgent('mobile')),
  head: aRoster(anAgent('backend-django', { owns: ['everything'] }), anAgent('newcomer'), anAgent('server')),
};
const policy = {
  ...DEFAULT_POLICY,
  aliases: {
    'Old Server': 'backend-django',
    server: 'database',
    chain: 'Old Server',
    web: 'database',
    fresh: 'newcomer',
    lost: 'nobody',
    human: 'database',
    codex: 'backend-django',
  },
};

const claiming = (value: string) => aCommit({ trailers: [{ key: 'Agent', value }] });
const found = (value: string) => {
  const [result] = attribute([claiming(value)], rosters, policy);
  return [result?.kind, result?.agents.map(({ agent, foundAt }) => `${agent.name} (${foundAt})`).join()];
};

describe('a claimed name', () => {
  it.each([
    ['the base before all else', 'database', 'agent', 'database (base)'],
    [
      'the base also where the head defines the name exactly',
      'Backend Django',
      'agent',
      'backend-django (base)',
    ],
    [
      'the merge base before the default branch, and both before an alias',
      'web',
      'agent',
      'web (merge-base)',
    ],
    ['the default branch', 'mobile', 'agent', 'mobile (default-branch)'],
    ['an alias in any spelling', 'old_server', 'agent', 'backend-django (base)'],
    ['an alias behind a plugin', 'team:old-server', 'agent', 'backend-django (base)'],
    ['an alias before the head', 'server', 'agent', 'database (base)'],
    ['no alias of an alias', 'chain', 'unknown', ''],
    ['an alias of an agent that only the head defines', 'fresh', 'agent', 'newcomer (head)'],
    ['no alias of nobody', 'lost', 'unknown', ''],
    ['an alias before a person', 'human', 'agent', 'database (base)'],
    ['an alias before a product', 'codex', 'agent', 'backend-django (base)'],
    ['the head last', 'newcomer', 'agent', 'newcomer (head)'],
    ['a list with aliases', 'old server, database', 'joint', 'backend-django (base),database (base)'],
    ['a list with an agent, a product and a person', 'database, general-purpose', 'agent', 'database (base)'],
  ])('is looked up: %s', (_, value, kind, agents) => {
    expect(found(value)).toEqual([kind, agents]);
  });

  it('is one agent by its name and by its alias', () => {
    const trailers = ['old-server', 'backend-django'].map((value) => ({ key: 'Agent', value }));
    const [result] = attribute([aCommit({ trailers })], rosters, policy);
    expect(result?.kind).toBe('agent');
  });
});

describe('elder definitions are wanted', () => {
  const atBase = { ...rosters, mergeBases: [], defaultBranch: null };
  it.each([
    ['for a trailer with an unknown name', claiming('web'), { inTrailers: true, inMessages: false }],
    ['for a trailer with a name of the head', claiming('newcomer'), { inTrailers: true, inMessages: false }],
    ['for a trailer with a name of nobody', claiming('nobody'), { inTrailers: true, inMessages: false }],
    ['for an alias', claiming('old-server'), { inTrailers: true, inMessages: false }],
    [
      'for a line with an unknown name',
      aCommit({ message: 'S\n\nAgent: web\n\nText\n' }),
      { inTrailers: false, inMessages: true },
    ],
    [
      'for a line whose list holds an unknown name',
      aCommit({ message: 'S\n\nAgent: database, newcomer\n\nText\n' }),
      { inTrailers: false, inMessages: true },
    ],
    ['for no known name', claiming('database'), { inTrailers: false, inMessages: false }],
    [
      'for no person',
      aCommit({ trailers: [{ key: 'Agent', value: 'person' }] }),
      { inTrailers: false, inMessages: false },
    ],
    ['for no product', claiming('general-purpose'), { inTrailers: false, inMessages: false }],
    [
      'for no line with a known name',
      aCommit({ message: 'S\n\n**Agent:** `database`\n\nText\n' }),
      { inTrailers: false, inMessages: false },
    ],
  ])('%s', (_, commit, open) => {
    expect(hasOpenNames([commit], atBase, { ...policy, people: ['person'] })).toEqual(open);
  });

  it('for one commit among others', () => {
    const line = aCommit({ message: 'S\n\nAgent: web\n\nText\n' });
    const open = hasOpenNames([claiming('database'), claiming('newcomer'), line], atBase, policy);
    expect(open).toEqual({ inTrailers: true, inMessages: true });
  });
});
