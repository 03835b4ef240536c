import { describe, expect, it } from '@jest/globals';
import { attribute, type AttributedCommit } from '../../../src/core/attribution/attribute.js';
import type { Mark } from '../../../src/core/attribution/marks.js';
import type { Commit } from '../../../src/core/history.js';
import { findIdentityProblems } from '../../../src/core/judgement/identity-findings.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import type { CommitViolation, ViolationCode } from '../../../src/core/violation.js';
import { aCommit, anAgent, aRoster, aSha } from '../../support/builders.js';

const rosters = {
  base: aRoster(anAgent('backend'), anAgent('database')),
  mergeBases: [aRoster(anAgent('retired'))],
  defaultBranch: aRoster(anAgent('elder')),
  head: aRoster(anAgent('newcomer'), anAgent('novice')),
};

/** A commit that claims these, with a message that says so. */
const claiming = (id: string, claims: readonly string[], overrides: Partial<Commit> = {}): Commit =>
  aCommit({
    sha: aSha(id),
    message: ['Do it', '', ...claims.map((value) => `Agent: ${value}`), ''].join('\n'),
    trailers: claims.map((value) => ({ key: 'Agent', value })),
    ...overrides,
  });

const find = (commits: readonly Commit[], overrides: Partial<Policy> = {}): readonly CommitViolation[] => {
  const policy = { ...DEFAULT_POLICY, ...overrides };
  return findIdentityProblems(attribute(commits, rosters, policy), policy);
};
const off = (code: ViolationCode): Pick<Policy, 'severity'> => ({
  severity: { ...DEFAULT_POLICY.severity, [code]: 'off' },
});

const AFTER = { isRoot: false, hasMerges: false };

describe('what is found on who made commits', () => {
  it.each<[string, readonly Commit[]]>([
    ['an agent that the base defines', [claiming('c', ['backend'])]],
    ['a person', [claiming('c', [])]],
    ['nobody', []],
  ])('is nothing where it is %s', (_, commits) => {
    expect(find(commits)).toEqual([]);
  });

  it('is that a message cannot be trusted, and why', () => {
    const commits = [
      claiming('one', [], { unreadable: 'nul-in-message' }),
      claiming('two', ['backend'], { unreadable: 'claims-depend-on-encoding', parents: [] }),
    ];
    const facts = { code: 'unreadable-commit', severity: 'error' };
    expect(find(commits)).toEqual([
      { ...facts, commit: aSha('one'), reason: 'nul-in-message', ...AFTER },
      { ...facts, commit: aSha('two'), reason: 'claims-depend-on-encoding', isRoot: true, hasMerges: false },
    ]);
    expect(find(commits, off('unreadable-commit'))).toEqual([]);
  });

  it('is every name that nobody has, with the nearest and the line that says it', () => {
    const commits = [claiming('c', ['bakend', 'backend', 'databse'])];
    const facts = { code: 'unknown-agent', severity: 'error', commit: aSha('c'), ...AFTER };
    expect(find(commits)).toEqual([
      { ...facts, claim: 'bakend', suggestions: ['backend'], written: 'Agent: bakend' },
      { ...facts, claim: 'databse', suggestions: ['database'], written: 'Agent: databse' },
    ]);
    expect(find(commits, off('unknown-agent'))).toEqual([]);
  });

  it('tells whether a merge stands in the way of writing a message anew', () => {
    const commits = [
      claiming('one', ['who']),
      claiming('merge', [], { parents: [aSha('one'), aSha('base')] }),
      claiming('two', ['who']),
    ];
    expect(find(commits)).toMatchObject([
      { commit: aSha('one'), hasMerges: true },
      { commit: aSha('two'), hasMerges: false },
    ]);
  });

  describe('where git does not see a trailer', () => {
    const message = 'Do it\n\nAgent: backend\n\nAgent: database\n\nSo it is.\n';
    const commits = [claiming('c', [], { message })];

    it('is each of them, with all that the message is to say', () => {
      const facts = {
        code: 'misplaced-trailer',
        severity: 'warning',
        commit: aSha('c'),
        trailers: ['Agent: backend', 'Agent: database'],
        hasDivider: false,
        waivedBy: null,
        ...AFTER,
      };
      expect(find(commits)).toMatchObject([
        { ...facts, agent: 'backend', written: 'Agent: backend', trailer: 'Agent: backend' },
        { ...facts, agent: 'database', written: 'Agent: database', trailer: 'Agent: database' },
      ]);
    });

    it('weighs as the policy has it for the agent', () => {
      const agents = { backend: { severity: { 'misplaced-trailer': 'off' } } } as const;
      expect(find(commits, { agents })).toMatchObject([{ agent: 'database' }]);
      expect(find(commits, off('misplaced-trailer'))).toEqual([]);
    });

    it('tells of a line that ends the message for git', () => {
      const divided = [claiming('c', [], { message: `${message}\n---\nx\n` })];
      expect(find(divided)[0]).toMatchObject({ code: 'misplaced-trailer', hasDivider: true });
    });
  });

  describe('where the base does not define an agent', () => {
    it.each([
      [
        'newcomer',
        {
          code: 'provisional-agent',
          severity: 'warning',
          file: '.claude/agents/newcomer.md',
          waivedBy: null,
        },
      ],
      [
        'retired',
        {
          code: 'retired-agent',
          severity: 'notice',
          file: '.claude/agents/retired.md',
          foundAt: 'merge-base',
        },
      ],
      [
        'elder',
        {
          code: 'retired-agent',
          severity: 'notice',
          file: '.claude/agents/elder.md',
          foundAt: 'default-branch',
        },
      ],
    ] as const)('is that once, of its first commit: %s', (agent, facts) => {
      const commits = [
        claiming('zero', ['backend']),
        claiming('one', ['backend', agent]),
        claiming('two', [agent]),
      ];
      expect(find(commits)).toEqual([{ agent, commit: aSha('one'), ...facts }]);
      expect(find(commits, off(facts.code))).toEqual([]);
      const agents = { [agent]: { severity: { [facts.code]: 'error' } } } as const;
      expect(find(commits, { agents })).toMatchObject([{ agent, severity: 'error' }]);
    });

    it('is that of each agent', () => {
      expect(find([claiming('c', ['newcomer', 'novice'])])).toMatchObject([
        { agent: 'newcomer', commit: aSha('c') },
        { agent: 'novice', commit: aSha('c') },
      ]);
    });
  });

  it('comes commit by commit, and last what an AI made', () => {
    const commits = [
      claiming('ai', [], { authorName: 'Claude', authorEmail: 'noreply@anthropic.com' }),
      claiming('c', ['newcomer', 'who'], { unreadable: 'nul-in-message' }),
    ];
    expect(find(commits).map(({ code }) => code)).toEqual([
      'unreadable-commit',
      'unknown-agent',
      'provisional-agent',
      'anonymous-agent',
    ]);
  });
});

describe('the work of an AI that nobody answers for', () => {
  const made = (id: string, marks: readonly Mark[], kind: AttributedCommit['kind'] = 'anonymous') => ({
    ...({ agents: [], unknown: [], misplaced: [], isVouchedFor: false } as const),
    commit: aCommit({ sha: aSha(id) }),
    kind,
    marks,
  });
  const mark = (value: string, kind: Mark['kind'] = 'author'): Mark => ({ kind, value });

  it('is said once, with what shows it, in order', () => {
    const commits = [
      made('person', [mark('not looked at')], 'person'),
      made('one', [mark('b'), mark('a')]),
      made('two', [mark('b'), mark('b', 'co-author'), mark('c')]),
    ];
    expect(findIdentityProblems(commits, DEFAULT_POLICY)).toEqual([
      {
        code: 'anonymous-agent',
        severity: 'notice',
        commit: aSha('one'),
        commits: 2,
        marks: [mark('b'), mark('a'), mark('b', 'co-author'), mark('c')],
      },
    ]);
    expect(findIdentityProblems(commits, { ...DEFAULT_POLICY, ...off('anonymous-agent') })).toEqual([]);
  });

  it('is shown by twenty marks at most', () => {
    const marks = Array.from({ length: 21 }, (_, index) => mark(`${index}`));
    const shown = (count: number) =>
      findIdentityProblems([made('c', marks.slice(0, count))], DEFAULT_POLICY)[0];
    expect(shown(20)).toMatchObject({ marks: marks.slice(0, 20) });
    expect(shown(21)).toMatchObject({ marks: marks.slice(0, 20) });
  });
});
