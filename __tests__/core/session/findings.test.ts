import { describe, expect, it } from '@jest/globals';
import { ABSTAIN } from '../../../src/core/session/answer.js';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { createTrackedPaths } from '../../../src/core/judgement/tracked-paths.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import { keyOf, unstampedKey } from '../../../src/core/session/finding-key.js';
import { judgeWrite, withOwners } from '../../../src/core/session/judge-write.js';
import type { BoundaryFinding, WorkFinding } from '../../../src/core/session/work-finding.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster, aSha } from '../../support/builders.js';
import { aWaiver, TODAY } from '../../support/policies.js';
import { aViolation } from '../../support/report-builders.js';

const backend = anAgent('backend-django', {
  owns: ['apps/', '.github/workflows/docs.yml'],
  reads: ['docs/'],
  cannotTouch: ['frontend/', 'package-lock.json'],
});

function judge(path: string, policy: Partial<Policy> = {}, exists = true) {
  const law = { ...DEFAULT_POLICY, ...policy };
  const patterns = law.definitions;
  return judgeWrite({ path: repoPath(path), exists }, backend, {
    policy: law,
    protectedPaths: createProtectedPaths(patterns, createIsDefinitionPath(patterns), new Set(), {
      patterns: law.protected,
      config: null,
    }),
    tracked: createTrackedPaths([repoPath('frontend/App.tsx')]),
    today: TODAY,
  });
}

const codesOf = (...judged: Parameters<typeof judge>) => judge(...judged).map(({ code }) => code);
const levels = (severity: Partial<Policy['severity']>) => ({
  severity: { ...DEFAULT_POLICY.severity, ...severity },
});
const ofBackend = (severity: Partial<Policy['severity']>) => ({
  agents: { 'backend-django': { severity }, gone: undefined },
});

describe('a write', () => {
  it('is told with the rule that it breaks, and without a commit', () => {
    expect(judge('frontend/App.tsx')).toStrictEqual([
      {
        code: 'forbidden-path',
        severity: 'error',
        agent: 'backend-django',
        path: 'frontend/App.tsx',
        status: 'M',
        rule: {
          section: 'cannot-touch',
          pattern: 'frontend/',
          remark: null,
          condition: null,
          file: '.claude/agents/backend-django.md',
          line: 30,
        },
        owners: [],
        waivedBy: null,
        endedWaiver: null,
        collidesWith: null,
      },
    ]);
  });

  it.each([
    [true, 'M'],
    [false, 'A'],
  ])('of a file that exists, %j, has the status %s', (exists, status) => {
    expect(judge('frontend/App.tsx', {}, exists)).toMatchObject([{ status }]);
  });

  it.each<[string, string, Partial<Policy>, readonly string[]]>([
    ['its own path', 'apps/a.py', {}, []],
    ['a path of nobody', 'other/a.py', {}, []],
    ['a path that it only reads, which warns', 'docs/a.md', {}, []],
    [
      'one that it only reads where that is an error',
      'docs/a.md',
      levels({ 'read-only-path': 'error' }),
      ['read-only-path'],
    ],
    [
      'one outside its own where that is an error',
      'other/a.py',
      levels({ 'outside-owns': 'error' }),
      ['outside-owns'],
    ],
    ['a forbidden one where that only warns', 'frontend/a', levels({ 'forbidden-path': 'warning' }), []],
    [
      'a forbidden one where that only warns for it',
      'frontend/a',
      ofBackend({ 'forbidden-path': 'warning' }),
      [],
    ],
    [
      'one that it only reads where that is an error for it',
      'docs/a',
      ofBackend({ 'read-only-path': 'error' }),
      ['read-only-path'],
    ],
    ['a forbidden one where nothing fails', 'frontend/a', { mode: 'report-only' }, []],
    ['a definition', '.claude/agents/database.md', {}, ['definition-edit']],
    ['a workflow that it OWNS by name', '.github/workflows/docs.yml', {}, []],
    ['a workflow that it does not', '.github/workflows/ci.yml', {}, ['definition-edit']],
    ['a protected path of its own', 'apps/a.py', { protected: ['a.py'] }, ['definition-edit']],
    ['a forbidden path that is shared', 'package-lock.json', { shared: ['package-lock.json'] }, []],
    [
      'a forbidden path that a waiver lifts',
      'frontend/a',
      { waivers: [aWaiver('backend-django', 'frontend/a')] },
      [],
    ],
    [
      'one that a waiver of somebody else lifts',
      'frontend/a',
      { waivers: [aWaiver('testing', 'frontend/a')] },
      ['forbidden-path'],
    ],
  ])('of %s', (_, path, policy, codes) => {
    expect(codesOf(path, policy)).toStrictEqual(codes);
  });

  it('is told of the waiver that would have lifted it', () => {
    const ended = aWaiver('backend-django', 'frontend/', { until: '2026-11-21' });
    expect(judge('frontend/a', { waivers: [ended] })).toMatchObject([
      { endedWaiver: { until: '2026-11-21' } },
    ]);
  });

  it('of a new file whose name differs only in case from a forbidden one is held to it', () => {
    const policy = levels({ 'case-collision': 'error' });
    expect(judge('Frontend/App.tsx', policy, false)).toMatchObject([
      { code: 'case-collision', collidesWith: 'frontend/App.tsx' },
    ]);
    expect(codesOf('Frontend/App.tsx', {}, false)).toStrictEqual([]);
    expect(codesOf('Frontend/App.tsx', { ...policy, shared: ['App.tsx'] }, false)).toStrictEqual([]);
  });

  it('names the owners of the path but the agent itself', () => {
    const [finding] = judge('apps/a.py', { protected: ['a.py'] });
    if (finding === undefined) throw new Error('the path is protected');
    const roster = aRoster(backend, anAgent('testing', { owns: ['*.py'] }), anAgent('database'));
    expect(withOwners(finding, roster)).toStrictEqual({ ...finding, owners: ['testing'] });
  });
});

describe('a finding on work', () => {
  const boundary: BoundaryFinding = {
    kind: 'boundary',
    where: 'working-tree',
    violation: aViolation(),
    uncommitted: null,
    intake: null,
    state: 'object-1',
    madeBy: [],
  };
  const about = (violation: Parameters<typeof aViolation>[0]): WorkFinding => ({
    ...boundary,
    violation: aViolation(violation),
  });
  const commits = { subject: 'S', head: null, branch: 'main' };
  const unstamped = {
    ...commits,
    kind: 'unstamped-commit',
    commit: aSha('a'),
    agents: [],
    trailers: [],
    hasDivider: false,
    isRoot: false,
    hasMerges: false,
  } as const;
  const amended = {
    ...commits,
    kind: 'amended-commit',
    commit: aSha('a'),
    agent: agentName('testing'),
    before: aSha('b'),
  } as const;
  const failure = { kind: 'journal-failure', failure: 'not-noted', subject: 'S' } as const;
  const DIFFERENT: readonly WorkFinding[] = [
    boundary,
    { ...boundary, where: 'next-commit' },
    { ...boundary, state: 'object-2' },
    about({ code: 'definition-edit' }),
    about({ agent: agentName('testing') }),
    about({ path: repoPath('other') }),
    about({ status: 'D' }),
    unstamped,
    { ...unstamped, commit: aSha('b') },
    amended,
    { ...amended, commit: aSha('b') },
    failure,
    { ...failure, failure: 'out-of-time' },
  ];

  it('has a key of its own', () => {
    expect(new Set(DIFFERENT.map(keyOf)).size).toBe(DIFFERENT.length);
  });

  it('has the same key where it says the same in other words', () => {
    expect(keyOf({ ...boundary, madeBy: [agentName('testing')] })).toBe(keyOf(boundary));
    expect(keyOf(about({ owners: [], laterWork: null }))).toBe(keyOf(boundary));
    expect(keyOf({ ...unstamped, head: aSha('head'), branch: 'topic' })).toBe(keyOf(unstamped));
    expect(keyOf({ ...amended, head: aSha('head') })).toBe(keyOf(amended));
    expect(keyOf({ ...failure, subject: 'T' })).toBe(keyOf(failure));
  });

  it('keeps its parts apart', () => {
    const at = (path: string, state: string) => ({
      ...boundary,
      violation: aViolation({ path: repoPath(path) }),
      state,
    });
    expect(keyOf(at('aM', 'x'))).not.toBe(keyOf(at('a', 'Mx')));
  });

  it('on a commit without its trailer can be asked for by the commit', () => {
    expect(keyOf(unstamped)).toBe(unstampedKey(aSha('a')));
  });
});

it('answers nothing by abstaining', () => {
  expect(ABSTAIN).toEqual({ kind: 'abstain' });
});
