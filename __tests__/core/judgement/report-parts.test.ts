import { describe, expect, it } from '@jest/globals';
import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { reportProblems } from '../../../src/core/judgement/report-problems.js';
import { changesBetween } from '../../../src/core/judgement/tree-changes.js';
import { asUncommitted } from '../../../src/core/judgement/uncommitted.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { agentName, commitSha, repoPath, UNCOMMITTED } from '../../../src/core/vocabulary.js';
import { anAgent, anEntry, aRoster, type Step } from '../../support/builders.js';
import { BY_DEFAULT, inForce } from '../../support/policies.js';
import {
  aCleanReport,
  anActivity,
  anAttribution,
  anUnknownAgent,
  aPlaceholder,
  aReport,
  aRuleChange,
  aViolation,
  BACKEND,
  BASE,
  COMMIT,
  HEAD,
  LATER,
} from '../../support/report-builders.js';
import { findings, judge } from './judging.js';

describe('the report on work that is no commit yet', () => {
  const uncommitted = { kind: 'staged', parents: [LATER, BASE], leftOut: [] } as const;
  const noDefinitions = {
    code: 'no-definitions',
    severity: 'warning',
    lookedFor: [],
    waivedBy: null,
  } as const;
  const loosened = (commit: typeof HEAD | null) =>
    ({
      code: 'rule-loosened',
      severity: 'warning',
      change: aRuleChange({ commit }),
      waivedBy: null,
    }) as const;

  it('says so wherever it names the commit that was made for judging only', () => {
    const report = aReport({
      violations: [
        aViolation({ commit: HEAD }),
        aViolation(),
        anUnknownAgent({ commit: HEAD }),
        loosened(HEAD),
        loosened(COMMIT),
        loosened(null),
        noDefinitions,
      ],
      attributions: [anAttribution({ commit: HEAD, subject: 'made up' })],
      ruleChanges: [aRuleChange({ commit: HEAD }), aRuleChange({ commit: null }), aRuleChange()],
      shared: [
        { pattern: '*.lock', commit: HEAD, changes: 1 },
        { pattern: '*.lock', commit: COMMIT, changes: 2 },
      ],
    });
    expect(asUncommitted(report, { head: HEAD, uncommitted })).toEqual({
      ...report,
      range: { base: LATER, head: UNCOMMITTED },
      violations: [
        aViolation({ commit: UNCOMMITTED }),
        aViolation(),
        anUnknownAgent({ commit: UNCOMMITTED }),
        loosened(UNCOMMITTED),
        loosened(COMMIT),
        loosened(null),
        noDefinitions,
      ],
      attributions: [anAttribution({ commit: UNCOMMITTED, subject: '' })],
      ruleChanges: [aRuleChange({ commit: UNCOMMITTED }), aRuleChange({ commit: null }), aRuleChange()],
      shared: [
        { pattern: '*.lock', commit: UNCOMMITTED, changes: 1 },
        { pattern: '*.lock', commit: COMMIT, changes: 2 },
      ],
      uncommitted,
    });
  });

  it('keeps the base of the report where no commit is to be its parent', () => {
    const first = { ...uncommitted, parents: [] };
    expect(asUncommitted(aCleanReport(), { head: HEAD, uncommitted: first }).range.base).toBe(BASE);
  });
});

describe('changesBetween', () => {
  const tree = (entries: Readonly<Record<string, string>>) =>
    new Map(Object.entries(entries).map(([path, content]) => [repoPath(path), anEntry(content)]));

  it('lists what differs, first by the order of the first tree', () => {
    expect(
      changesBetween(tree({ b: '1', same: '1', a: '1' }), tree({ new: '1', a: '2', same: '1' })),
    ).toEqual([
      { path: 'b', before: anEntry('1'), after: null },
      { path: 'a', before: anEntry('1'), after: anEntry('2') },
      { path: 'new', before: null, after: anEntry('1') },
    ]);
  });

  it('lists a change of nothing but the mode', () => {
    const executable = new Map([[repoPath('a'), anEntry('1', '100755')]]);
    expect(changesBetween(tree({ a: '1' }), executable)).toHaveLength(1);
    expect(changesBetween(executable, executable)).toEqual([]);
  });
});

describe('the problems of a report', () => {
  const active = new Set([BACKEND]);
  const place = { file: repoPath('.claude/agents/backend-django.md'), line: 3, agent: BACKEND } as const;
  const unreadable: DefinitionProblem = {
    ...place,
    code: 'unreadable-definition',
    severity: 'error',
    agent: null,
    reason: 'not-utf8',
  };
  const noRules: DefinitionProblem = { ...place, code: 'no-rules', severity: 'notice' };
  const notADefinition: DefinitionProblem = { ...place, code: 'not-a-definition', severity: 'notice' };
  const entry = (section: 'owns' | 'cannot-touch', severity: 'warning' | 'error'): DefinitionProblem => ({
    ...aPlaceholder,
    code: 'unresolved-placeholder',
    section,
    severity,
    pattern: '{{X}}',
  });

  const report = (
    base: readonly DefinitionProblem[],
    head: readonly DefinitionProblem[],
    law: Parameters<typeof reportProblems>[2] = BY_DEFAULT,
  ) =>
    reportProblems(
      { base: { agents: [], problems: base }, head: { agents: [], problems: head } },
      active,
      law,
    );

  it.each<[string, DefinitionProblem, boolean]>([
    ['an error of an agent with commits', entry('owns', 'error'), true],
    ['a denial lost, of an agent with commits', entry('cannot-touch', 'warning'), true],
    ['a warning that costs no denial', entry('owns', 'warning'), false],
    ['an error of an agent without commits', { ...entry('owns', 'error'), agent: agentName('idle') }, false],
    ['an error of no agent', { ...entry('owns', 'error'), agent: null }, false],
    ['a definition that cannot be read', unreadable, true],
  ])('count, where they were there before, by what they cost: %s', (_, problem, counts) => {
    expect(report([problem], [problem])).toEqual([{ problem, introduced: false, counts }]);
    expect(report([problem], [{ ...problem, line: 99 }])).toEqual([{ problem, introduced: false, counts }]);
  });

  it('do not count where the head mends a definition that cannot be read', () => {
    expect(report([unreadable], [])).toEqual([{ problem: unreadable, introduced: false, counts: false }]);
  });

  it('count where the head brings them, after those that were there before', () => {
    const [old, brought] = [entry('owns', 'warning'), { ...entry('owns', 'warning'), agent: null }];
    expect(report([old], [brought, old])).toEqual([
      { problem: old, introduced: false, counts: false },
      { problem: brought, introduced: true, counts: true },
    ]);
  });

  it('are without what only tells how a definition stands, unless the policy has it weigh more', () => {
    const kept: DefinitionProblem = { ...entry('owns', 'warning'), severity: 'notice' };
    expect(report([], [noRules, notADefinition, kept]).map(({ problem }) => problem)).toEqual([kept]);
    const severity = { ...DEFAULT_POLICY.severity, 'no-rules': 'warning' } as const;
    expect(report([noRules], [noRules], inForce({ severity }))).toMatchObject([
      { problem: { code: 'no-rules', severity: 'warning' }, introduced: false },
    ]);
  });

  it('are those of the config too', () => {
    const fault = (line: number): DefinitionProblem => ({
      code: 'invalid-config',
      severity: 'error',
      file: repoPath('.github/agent-ownership.yml'),
      line,
      agent: null,
      fault: { kind: 'too-large' } as never,
    });
    const problems = { base: [fault(1)], head: [{ ...fault(1), agent: BACKEND }] };
    expect(report([unreadable], [], { ...BY_DEFAULT, problems })).toMatchObject([
      { problem: { code: 'invalid-config', agent: null }, introduced: false, counts: false },
      { problem: { code: 'unreadable-definition' }, introduced: false },
      { problem: { code: 'invalid-config', agent: BACKEND }, introduced: true, counts: true },
    ]);
  });
});

describe('the verdict on a range', () => {
  const roster = aRoster(
    anAgent('backend', { owns: ['apps/**'], cannotTouch: ['tests/**'] }),
    anAgent('idle', { file: 'a/.claude/agents/idle.md', cannotTouch: ['x'] }),
  );
  const steps = [
    { id: 'one', agents: ['backend'], write: { 'tests/a': 'x', 'apps/a': 'x', 'x.lock': 'x' } },
    { id: 'two', agents: ['backend'], write: { 'tests/b': 'x' } },
    { id: 'three', agents: ['backend'], write: { 'tests/a': null } },
    { id: 'four', agents: ['nobody-here'], write: { 'tests/c': 'x' } },
  ];
  const severity = { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'warning' } as const;
  const scene = { roster, steps, law: inForce({ shared: ['*.lock'], severity }) };

  it('on one commit leaves out the others, and knows what they did', () => {
    const report = judge({ ...scene, only: 'one' });
    expect(findings(report)).toEqual(['forbidden-path one backend tests/a undone by three']);
    expect(report.attributions).toMatchObject([{ subject: 'one', kind: 'agent' }]);
    expect(report.shared).toMatchObject([{ pattern: '*.lock', changes: 1 }]);
    expect(report.coverage).toMatchObject({ commits: 1, files: 3 });
    expect(findings(judge({ ...scene, only: 'four' }))).toEqual(['unknown-agent four']);
    expect(judge({ ...scene, only: 'four' }).shared).toEqual([]);
  });

  it('on one commit leaves out what nobody answers for in others', () => {
    const people = { ...scene, steps: ['one', 'two'].map((id) => ({ id, write: { [`tests/${id}`]: 'x' } })) };
    expect(findings(judge(people))).toEqual([
      'unattributed-commit one tests/one',
      'unattributed-commit two tests/two',
    ]);
    expect(findings(judge({ ...people, only: 'two' }))).toEqual(['unattributed-commit two tests/two']);
  });

  it('names what each agent of the base did, by name, and those that only the range claims', () => {
    const head = aRoster(anAgent('arrival', { reads: ['docs/**'] }));
    const arrival = { id: 'five', agents: ['arrival', 'backend'], write: { 'apps/z': 'x', 'apps/a': 'y' } };
    const { agents } = judge({ ...scene, head, steps: [...steps, arrival] });
    expect(agents).toEqual([
      anActivity({
        agent: agentName('arrival'),
        files: [repoPath('.claude/agents/arrival.md')],
        rules: { owns: 0, reads: 1, cannotTouch: 0 },
        ...{ commits: 1, changedPaths: 2, allowedPaths: 2, forbiddenPaths: 0, liftedPaths: 0 },
      }),
      anActivity({
        agent: agentName('backend'),
        files: [repoPath('.claude/agents/backend.md')],
        rules: { owns: 1, reads: 0, cannotTouch: 1 },
        ...{ commits: 4, changedPaths: 5, allowedPaths: 4, forbiddenPaths: 1, liftedPaths: 0 },
      }),
      anActivity({
        agent: agentName('idle'),
        files: [repoPath('a/.claude/agents/idle.md')],
        rules: { owns: 0, reads: 0, cannotTouch: 1 },
        ...{ commits: 0, changedPaths: 0, allowedPaths: 0, forbiddenPaths: 0, liftedPaths: 0 },
      }),
    ]);
  });

  it('tells what the branch loosens first, and of what it tightens nothing', () => {
    const ruleChanges = [
      aRuleChange(),
      aRuleChange({ effect: 'tightened', line: 84 }),
      aRuleChange({ agent: null, line: 85, commit: commitSha('c'.repeat(40)) }),
    ];
    const report = judge({ ...scene, ruleChanges });
    expect(report.ruleChanges).toEqual(ruleChanges);
    expect(report.violations.slice(0, 2)).toEqual(
      [ruleChanges[0], ruleChanges[2]].map((change) => ({
        code: 'rule-loosened',
        severity: 'warning',
        change,
        waivedBy: null,
      })),
    );
    expect(report.violations.filter(({ code }) => code === 'rule-loosened')).toHaveLength(2);
  });

  it.each([
    ['the base', { roster, head: aRoster() }, false],
    ['the head', { roster: aRoster(), head: roster }, false],
    ['neither', { roster: aRoster(), head: aRoster() }, true],
  ])('warns that there are no definitions where %s has some: %j', (_, rosters, warns) => {
    const { violations } = judge({ ...rosters, steps: [{ id: 'c', write: { a: 'x' } }] });
    expect(violations.map(({ code }) => code)).toEqual(warns ? ['no-definitions'] : []);
  });

  it.each([
    ['a definition that cannot be read', 'unreadable-definition', false],
    ['a text that is no definition', 'not-a-definition', true],
  ] as const)('takes %s for one: %s', (_, code, warns) => {
    const problem = {
      ...{ severity: 'error', file: repoPath('.claude/agents/a.md'), line: 1, agent: null, code },
      ...(code === 'unreadable-definition' ? { reason: 'not-utf8' } : {}),
    } as DefinitionProblem;
    const { violations } = judge({
      roster: { agents: [], problems: [problem] },
      steps: [{ id: 'c', write: { a: 'x' } }],
    });
    expect(violations.map(({ code: found }) => found)).toEqual(warns ? ['no-definitions'] : []);
  });

  it('puts findings on one path in the order of agents, then of codes, and those on the commit first', () => {
    const three = aRoster(
      anAgent('z', { cannotTouch: ['.github/**'] }),
      anAgent('a', { cannotTouch: ['.github/**'] }),
    );
    const rows = [
      { id: 'one', agents: ['z', 'a', 'who'], write: { '.github/workflows/x.yml': 'x', '.github/x': 'x' } },
      { id: 'two', agents: ['a'], write: { '.github/x': 'y' } },
    ];
    expect(findings(judge({ roster: three, steps: rows }))).toEqual([
      'unknown-agent one',
      'definition-edit one a .github/workflows/x.yml',
      'forbidden-path one a .github/workflows/x.yml',
      'definition-edit one z .github/workflows/x.yml',
      'forbidden-path one z .github/workflows/x.yml',
      'forbidden-path one a .github/x',
      'forbidden-path one z .github/x',
      'forbidden-path two a .github/x',
    ]);
  });

  it('says which commits rest on a definition of the head alone', () => {
    const head = aRoster(anAgent('newcomer'));
    const rows = [['newcomer', 'backend'], ['backend']].map((agents, index) => ({
      id: `c${index}`,
      agents,
      write: { x: `${index}` },
    }));
    expect(judge({ roster, head, steps: rows }).attributions).toMatchObject([
      { kind: 'joint', agents: ['newcomer', 'backend'], provisional: true },
      { kind: 'agent', agents: ['backend'], provisional: false },
    ]);
  });
});

describe('a forbidden change that brings nothing', () => {
  const owned = aRoster(
    anAgent('backend', { cannotTouch: ['models.py'] }),
    anAgent('database', { owns: ['models.py'] }),
  );
  const forbidden = { id: 'bad', agents: ['backend'] };

  it.each<[string, readonly Step[], string]>([
    [
      'by the base, where it puts back itself what the base has',
      [
        { id: 'person', write: { 'models.py': 'P' } },
        { ...forbidden, write: { 'models.py': 'A' } },
      ],
      'base',
    ],
    [
      'by the last commit of the path, where the head has what the base has',
      [
        { id: 'person', write: { 'models.py': 'P' } },
        { ...forbidden, write: { 'models.py': 'A' } },
        { id: 'own', agents: ['database'], write: { 'models.py': 'C' } },
        { id: 'last', write: { 'models.py': 'A' } },
        { id: 'after', write: { other: 'y' } },
      ],
      'last',
    ],
  ])('is undone %s', (_, rows, by) => {
    expect(findings(judge({ roster: owned, base: { 'models.py': 'A', other: 'x' }, steps: rows }))).toEqual([
      `forbidden-path bad backend models.py undone by ${by}`,
    ]);
  });
});

describe('what a merge brings from a line that has merged before', () => {
  const owned = aRoster(anAgent('backend', { cannotTouch: ['x'] }), anAgent('database', { owns: ['x'] }));

  it.each<[string, readonly string[], string, boolean]>([
    ['its owner’s, who answers for it', ['database'], 'B', true],
    ['nobody’s, so that the change is back', [], 'B', false],
    ['what was there before the change', [], 'A', true],
  ])('is %s', (_, agents, content, isUndone) => {
    const steps: readonly Step[] = [
      { id: 'bad', agents: ['backend'], write: { x: 'B' } },
      { id: 'fix', write: { x: 'A' } },
      { id: 'copy', parents: ['base'], agents, write: { x: content === 'B' ? 'B' : 'P' } },
      { id: 'aside', parents: ['base'], write: { other: 'y' } },
      { id: 'inner', parents: ['aside', 'copy'], merged: { x: content } },
      { id: 'last', parents: ['fix', 'inner'], merged: { x: content } },
    ];
    expect(findings(judge({ roster: owned, base: { x: 'A' }, steps }))).toEqual([
      `forbidden-path bad backend x${isUndone ? ' undone by fix' : ''}`,
    ]);
  });
});

describe('a link above several tracked paths', () => {
  it.each([
    ['one of which an agent cannot touch', ['lib/a.py', 'lib/z/secret.py'], ['forbidden-path c backend lib']],
    ['none of which a rule concerns', ['lib/a.py', 'lib/z/open.py'], []],
    ['of another directory', ['lib/a.py', 'other/secret.py'], []],
  ])('counts as all of them: %s', (_, paths, found) => {
    const report = judge({
      roster: aRoster(anAgent('backend', { cannotTouch: ['**/secret.py'] })),
      base: Object.fromEntries(paths.map((path) => [path, 'A'])),
      steps: [{ id: 'c', agents: ['backend'], write: { lib: anEntry('elsewhere', '120000') } }],
    });
    expect(findings(report)).toEqual(found);
  });
});
