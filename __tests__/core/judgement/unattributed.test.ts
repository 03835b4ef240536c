import { describe, expect, it } from '@jest/globals';
import { createPathRulings } from '../../../src/core/judgement/path-rulings.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import type { Violation } from '../../../src/core/violation.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, anEntry, aRoster, aSha, type Step } from '../../support/builders.js';
import { inForce } from '../../support/policies.js';
import { judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', { cannotTouch: ['tests/**', '*.lock'] }),
  anAgent('database', { cannotTouch: ['tests/unit/**'] }),
);
const LINK = anEntry('elsewhere', '120000');
const OTHER_LINK = anEntry('somewhere', '120000');

type Unattributed = Extract<Violation, { readonly code: 'unattributed-commit' }>;

const judgeAll = (
  steps: readonly Step[],
  overrides: Partial<Policy> = {},
  scene: Partial<Parameters<typeof judge>[0]> = {},
) =>
  judge({
    roster,
    base: { 'tests/old.py': 'A', 'apps/a.py': 'A' },
    law: inForce({
      severity: { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'error' },
      ...overrides,
    }),
    steps,
    ...scene,
  });

const found = (...given: Parameters<typeof judgeAll>): readonly Unattributed[] =>
  judgeAll(...given).violations.filter((violation) => violation.code === 'unattributed-commit');

const one = (write: NonNullable<Step['write']>, more: Partial<Step> = {}): readonly Step[] => [
  { id: 'c', write, ...more },
];
const AI = { authorName: 'Claude', authorEmail: 'noreply@anthropic.com' };

describe('a commit that nobody answers for', () => {
  it('is found with the first path that an agent cannot touch, and with how its message is mended', () => {
    const write = { 'tests/unit/b.py': 'x', 'tests/a.py': 'x', 'apps/a.py': 'x', 'tests/old.py': 'x' };
    expect(found(one(write))).toEqual([
      {
        code: 'unattributed-commit',
        severity: 'error',
        commit: aSha('c'),
        path: 'tests/a.py',
        status: 'A',
        deniedTo: ['backend'],
        paths: 3,
        key: 'Agent',
        hasDivider: false,
        isRoot: false,
        hasMerges: false,
        waivedBy: null,
      },
    ]);
  });

  it('names every agent that cannot touch the path', () => {
    expect(found(one({ 'tests/unit/b.py': 'x' }))).toMatchObject([{ deniedTo: ['backend', 'database'] }]);
  });

  it.each<[string, Step['write'], Partial<Step>]>([
    ['a person’s', { 'tests/old.py': 'x' }, {}],
    ['an AI’s that names no agent', { 'tests/old.py': 'x' }, { said: AI }],
    ['one that deletes', { 'tests/old.py': null }, {}],
  ])('is %s', (_, write, more) => {
    expect(found(one(write ?? {}, more))).toMatchObject([{ commit: aSha('c'), path: 'tests/old.py' }]);
  });

  it.each<[string, Step['write'], Partial<Step>, Partial<Policy>]>([
    ['that changes what every agent may', { 'apps/a.py': 'x' }, {}, {}],
    ['of an agent', { 'tests/a.py': 'x' }, { agents: ['database'] }, {}],
    [
      'of an agent that nobody knows, which is a finding of its own',
      { 'tests/a.py': 'x' },
      { agents: ['who'] },
      {},
    ],
    ['that says that a person made it', { 'tests/a.py': 'x' }, { agents: ['human'] }, {}],
    [
      'of a listed person',
      { 'tests/a.py': 'x' },
      { said: { authorEmail: 'lead@example.com' } },
      { identities: { ...DEFAULT_POLICY.identities, people: ['lead@example.com'] } },
    ],
    [
      'of a listed bot',
      { 'tests/a.py': 'x' },
      { said: { authorEmail: 'bot@example.com' } },
      { identities: { ...DEFAULT_POLICY.identities, bots: ['bot@example.com'] } },
    ],
    ['that changes what is open to all', { 'yarn.lock': 'x' }, {}, { shared: ['*.lock'] }],
    ['where the policy says so', { 'tests/a.py': 'x' }, {}, { severity: DEFAULT_POLICY.severity }],
  ])('is none %s', (_, write, more, overrides) => {
    expect(found(one(write ?? {}, more), overrides)).toEqual([]);
  });

  it('counts what is denied beside what is open to all', () => {
    const write = { 'yarn.lock': 'x', 'tests/a.py': 'x' };
    expect(found(one(write), { shared: ['*.lock'] })).toMatchObject([{ path: 'tests/a.py', paths: 1 }]);
    expect(found(one(write))).toMatchObject([{ path: 'tests/a.py', paths: 2 }]);
  });

  it('fails at error and passes below', () => {
    const severity = { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'warning' } as const;
    expect(judgeAll(one({ 'tests/a.py': 'x' })).conclusion).toBe('failure');
    expect(judgeAll(one({ 'tests/a.py': 'x' }), { severity }).conclusion).toBe('success');
  });

  it('needs nobody where its work is gone, and tells of what is left', () => {
    const steps: readonly Step[] = [
      { id: 'gone', write: { 'tests/old.py': 'x' } },
      { id: 'half', write: { 'tests/a.py': 'x', 'tests/b.py': 'x' } },
      { id: 'back', agents: ['database'], write: { 'tests/old.py': 'A', 'tests/a.py': null } },
    ];
    expect(found(steps)).toMatchObject([{ commit: aSha('half'), path: 'tests/b.py', paths: 1 }]);
  });

  it('is found for each commit, and each time that it changes a path', () => {
    const steps: readonly Step[] = [
      { id: 'one', write: { 'tests/a.py': 'x' } },
      { id: 'two', write: { 'tests/a.py': 'y', 'apps/a.py': 'y' } },
      { id: 'three', write: { 'apps/a.py': 'z' } },
    ];
    expect(found(steps).map(({ commit }) => commit)).toEqual([aSha('one'), aSha('two')]);
  });

  it('is no clean merge, and a merge that changes something itself', () => {
    const merge = (write: Step['write']): readonly Step[] => [
      { id: 'side', agents: ['database'], write: { 'tests/a.py': 'x' } },
      { id: 'other', parents: ['base'], write: { 'apps/a.py': 'x' } },
      { id: 'merge', parents: ['other', 'side'], merged: { 'tests/a.py': 'x' }, ...(write && { write }) },
    ];
    expect(found(merge(undefined))).toEqual([]);
    expect(found(merge({ 'tests/b.py': 'x' }))).toMatchObject([{ commit: aSha('merge'), hasMerges: true }]);
  });

  it.each<[string, Step, Partial<Unattributed>]>([
    ['a root commit', { id: 'c', parents: [] }, { isRoot: true, hasMerges: false }],
    ['a divider', { id: 'c', said: { message: 'x\n\n---\ny' } }, { hasDivider: true }],
  ])('tells of %s, on which the mending command depends', (_, step, facts) => {
    expect(found([{ ...step, write: { 'tests/a.py': 'x' } }])).toMatchObject([facts]);
  });

  it('names the key of the trailer that it lacks', () => {
    expect(found(one({ 'tests/a.py': 'x' }), { trailers: ['Made-By', 'Agent'] })).toMatchObject([
      { key: 'Made-By' },
    ]);
  });
});

describe('a link that nobody answers for', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['a link in place of the directory', [{ id: 'link', write: { tests: LINK } }], ['link']],
    [
      'a file there, and then a link',
      [
        { id: 'file', write: { tests: 'x' } },
        { id: 'link', write: { tests: LINK } },
      ],
      ['link'],
    ],
    [
      'a link, a file in its place, and another file',
      [
        { id: 'link', write: { tests: LINK } },
        { id: 'file', write: { tests: 'x' } },
        { id: 'other', write: { tests: 'y' } },
      ],
      ['link', 'file'],
    ],
    [
      'a link that leads elsewhere',
      [
        { id: 'one', write: { tests: LINK } },
        { id: 'two', write: { tests: OTHER_LINK } },
      ],
      ['one', 'two'],
    ],
    ['a link that no rule concerns', [{ id: 'link', write: { vendor: LINK } }], []],
  ])('counts by what lies below it: %s', (_, steps, commits) => {
    const all = found(steps, {}, { base: {} });
    expect(all.map(({ commit }) => commit)).toEqual(commits.map(aSha));
    for (const finding of all) expect(finding.deniedTo).toEqual(['backend', 'database']);
  });
});

describe('where the rulings were worked out at once', () => {
  const paths = ['tests/a.py', 'tests/unit/b.py', 'apps/b.py'];
  const steps = one(Object.fromEntries([...paths, 'tests/new.py'].map((path) => [path, 'x'])));

  it('finds the same', () => {
    const rulings = createPathRulings(roster, paths.map(repoPath), 0);
    expect(found(steps, {}, { rulings })).toEqual(found(steps));
    expect(found(steps)).toMatchObject([{ path: 'tests/a.py', paths: 3 }]);
  });

  it('asks them about a path once, and not about links', () => {
    const asked: string[] = [];
    const rulings = {
      owners: () => null,
      denied: (path: string) => {
        asked.push(path);
        return [agentName('indexed')];
      },
    };
    const history: readonly Step[] = [
      { id: 'one', write: { 'apps/a.py': 'x', tests: LINK } },
      { id: 'two', write: { 'apps/a.py': 'y' } },
    ];
    expect(found(history, {}, { rulings, base: {} })).toMatchObject([
      { commit: aSha('one'), path: 'apps/a.py', deniedTo: ['indexed'], paths: 2 },
      { commit: aSha('two'), path: 'apps/a.py', deniedTo: ['indexed'], paths: 1 },
    ]);
    expect(asked).toEqual(['apps/a.py']);
  });
});
