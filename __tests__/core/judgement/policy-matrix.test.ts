import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Level, type Policy } from '../../../src/core/policy/policy.js';
import { concludeOn, type Report } from '../../../src/core/report.js';
import type { Violation, ViolationCode } from '../../../src/core/violation.js';
import { render } from '../../../src/reporters/phrase.js';
import { tallyOf, verdictOf } from '../../../src/reporters/verdict.js';
import { plainVoice } from '../../../src/reporters/voices.js';
import { agentName } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { reportAbout } from '../../support/hostile-reports.js';
import { aWaiver, inForce } from '../../support/policies.js';
import { aCleanReport, aRuleChange } from '../../support/report-builders.js';
import { judge } from './judging.js';

const LEVELS = ['error', 'warning', 'notice', 'off'] as const;
const CODES = Object.keys(DEFAULT_POLICY.severity) as readonly ViolationCode[];
const WAIVABLE = ['forbidden-path', 'read-only-path', 'outside-owns'] as const;

type Scene = Omit<Parameters<typeof judge>[0], 'law'> & { readonly waivers?: Policy['waivers'] };

const roster = aRoster(
  anAgent('backend', { owns: ['apps/**'], reads: ['README.md'], cannotTouch: ['tests/**', 'web/**'] }),
  anAgent('frontend', { owns: ['web/**'] }),
);
const scene = (write: string, ...agents: readonly string[]): Scene => ({
  roster,
  base: { 'tests/a.py': 'A' },
  steps: [{ id: 'c', agents: agents.length === 0 ? ['backend'] : agents, write: { [write]: 'x' } }],
});

/** A range that gives one finding of the code, on `backend` where it is on an agent. */
const SCENES: Readonly<Partial<Record<ViolationCode, Scene>>> = {
  'forbidden-path': scene('tests/a.py'),
  'read-only-path': scene('README.md'),
  'outside-owns': scene('Makefile'),
  'definition-edit': scene('.gitmodules'),
  'case-collision': scene('Tests/b.py'),
  'joint-attribution': scene('web/page.tsx', 'backend', 'frontend'),
  'unknown-agent': scene('apps/a.py', 'nobody-here'),
  'unreadable-commit': {
    roster,
    steps: [{ id: 'c', unreadable: 'nul-in-message', write: { a: 'x' } }],
  },
  'provisional-agent': {
    roster: aRoster(anAgent('frontend')),
    head: aRoster(anAgent('backend')),
    steps: [{ id: 'c', agents: ['backend'], write: { a: 'x' } }],
  },
  'no-definitions': { roster: aRoster(), steps: [{ id: 'c', write: { a: 'x' } }] },
  'unattributed-commit': { roster, steps: [{ id: 'c', write: { 'tests/a.py': 'x' } }] },
  'anonymous-agent': {
    roster,
    steps: [
      { id: 'c', write: { a: 'x' }, said: { authorName: 'Claude', authorEmail: 'noreply@anthropic.com' } },
    ],
  },
  'retired-agent': {
    roster: aRoster(anAgent('frontend')),
    mergeBases: [aRoster(anAgent('backend'))],
    steps: [{ id: 'c', agents: ['backend'], write: { a: 'x' } }],
  },
  'rule-loosened': { ...scene('apps/a.py'), ruleChanges: [aRuleChange({ agent: agentName('backend') })] },
  'waiver-expired': {
    ...scene('apps/a.py'),
    waivers: [aWaiver('backend', 'tests/**', { until: '2026-01-01' })],
  },
  'waiver-unused': { ...scene('apps/a.py'), waivers: [aWaiver('backend', 'tests/**')] },
};
const NO_AGENT: readonly ViolationCode[] = [
  'unknown-agent',
  'unreadable-commit',
  'no-definitions',
  'unattributed-commit',
  'anonymous-agent',
];

/** Nothing but the one code is on, unless the overrides say so. */
function judgeScene(code: ViolationCode, overrides: Partial<Policy>): Report {
  const { waivers = [], ...range } = SCENES[code] ?? scene('apps/a.py');
  return judge({ ...range, law: inForce({ waivers, ...overrides }) });
}

const onlyAt = (code: ViolationCode, level: Level): Policy['severity'] => ({
  ...(Object.fromEntries(CODES.map((one) => [one, 'off'])) as Record<ViolationCode, Level>),
  [code]: level,
});

function expectLevel(report: Report, code: ViolationCode, level: Level): void {
  const amount = (severity: Level): number => (severity === level ? 1 : 0);
  expect(report.violations.map((violation) => [violation.code, violation.severity])).toEqual(
    level === 'off' ? [] : [[code, level]],
  );
  expect(report.conclusion).toBe(level === 'error' ? 'failure' : 'success');
  expect(tallyOf(report)).toEqual({
    errors: amount('error'),
    warnings: amount('warning'),
    notices: amount('notice'),
  });
}

const scenes = Object.keys(SCENES) as readonly ViolationCode[];
const pairs = scenes.flatMap((code) => LEVELS.map((level) => [code, level] as const));

describe('a finding at a level', () => {
  it.each(pairs)('is %s at %s for all', (code, level) => {
    expectLevel(judgeScene(code, { severity: onlyAt(code, level) }), code, level);
  });

  it.each(pairs)('is %s at %s for its agent, whatever holds for all', (code, level) => {
    for (const other of LEVELS) {
      const report = judgeScene(code, {
        severity: onlyAt(code, other),
        agents: { backend: { severity: { [code]: level } }, frontend: { severity: { [code]: 'off' } } },
      });
      expectLevel(report, code, NO_AGENT.includes(code) ? other : level);
    }
  });

  it.each(pairs)('fails nothing in report-only, where it keeps its weight: %s at %s', (code, level) => {
    const report = judgeScene(code, { severity: onlyAt(code, level), mode: 'report-only' });
    expectLevel({ ...report, conclusion: level === 'error' ? 'failure' : 'success' }, code, level);
    expect(report.conclusion).toBe('success');
    expect(render(verdictOf(report).phrase, plainVoice)).toMatch(
      level === 'error' ? /^Report only: 1 error would fail this pull request/ : /^Report only, nothing /,
    );
  });
});

describe('a waiver at a level', () => {
  it.each(WAIVABLE.flatMap((code) => LEVELS.map((level) => [code, level] as const)))(
    'lifts %s at %s, and no other one does',
    (code, level) => {
      const severity = onlyAt(code, level);
      const [path = ''] = Object.keys(SCENES[code]?.steps[0]?.write ?? {});
      const lifted = judgeScene(code, { severity, waivers: [aWaiver('backend', path)] });
      expect(lifted.conclusion).toBe('success');
      expect(tallyOf(lifted)).toEqual({ errors: 0, warnings: 0, notices: 0 });
      expect(lifted.violations).toMatchObject(level === 'off' ? [] : [{ code, severity: level }]);
      expectLevel(judgeScene(code, { severity, waivers: [aWaiver('frontend', path)] }), code, level);
    },
  );

  it.each(scenes.filter((code) => !WAIVABLE.some((one) => one === code) && !code.startsWith('waiver')))(
    'does not lift %s',
    (code) => {
      const severity = onlyAt(code, 'error');
      const report = judgeScene(code, { severity, waivers: [aWaiver('backend', '**')] });
      expectLevel(report, code, 'error');
    },
  );
});

/** One finding of each code that stands, as a report can hold it. */
const examples = new Map(
  reportAbout('x')
    .violations.filter((violation) => !('undoneBy' in violation) || violation.undoneBy === null)
    .filter((violation) => !('waivedBy' in violation) || violation.waivedBy === null)
    .map((violation) => [violation.code, violation]),
);

describe('a report with one finding', () => {
  it('can have one of every code', () => {
    expect([...examples.keys()].toSorted()).toEqual(CODES.toSorted());
  });

  const weighing = [...examples].flatMap(([code, violation]) =>
    (['error', 'warning', 'notice'] as const).map(
      (severity) => [code, severity, { ...violation, severity }] as const,
    ),
  );

  it.each(weighing)('concludes on %s at %s', (_, severity, violation) => {
    const parts = { violations: [violation], problems: [] };
    expect(concludeOn({ mode: 'enforce', ...parts })).toBe(severity === 'error' ? 'failure' : 'success');
    expect(concludeOn({ mode: 'report-only', ...parts })).toBe('success');
    expect(tallyOf(aCleanReport(parts))).toMatchObject({ [`${severity}s`]: 1 });
  });

  const liftable = weighing.filter(([, , violation]) => 'waivedBy' in violation);

  it.each(liftable)('concludes on no lifted %s at %s', (_code, _severity, violation) => {
    const waivedBy = { kind: 'approval', reason: 'approved', by: 'lead', until: null } as const;
    const parts = { violations: [{ ...violation, waivedBy } as Violation], problems: [] };
    expect(concludeOn({ mode: 'enforce', ...parts })).toBe('success');
    expect(tallyOf(aCleanReport(parts))).toEqual({ errors: 0, warnings: 0, notices: 0 });
  });
});
