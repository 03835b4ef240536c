import { describe, expect, it } from '@jest/globals';
import type { Granted } from '../../../src/core/approval/approval.js';
import { refuse } from '../../../src/core/approval/labelling.js';
import {
  applyApproval,
  commitOf,
  commitsToApprove,
  needsApproval,
  withoutNeed,
} from '../../../src/core/approval/lift.js';
import type { Violation } from '../../../src/core/violation.js';
import { APPROVED_HEAD, LABEL, LABELLED } from '../../support/evidence.js';
import { reportAbout } from '../../support/hostile-reports.js';
import {
  anActivity,
  aReport,
  aReportedProblem,
  aViolation,
  BACKEND,
  COMMIT,
  LATER,
  anUnknownAgent,
  anUnreadableCommit,
} from '../../support/report-builders.js';

const asked = { label: LABEL, pullRequest: 7, head: APPROVED_HEAD };
const granted = (exceptions: Granted['exceptions'] = []): Granted => ({
  kind: 'granted',
  by: 'rui',
  at: LABELLED,
  exceptions,
});
const lift = { kind: 'approval', reason: LABEL, by: 'rui', until: null };

const LIFTABLE = new Set([
  'forbidden-path',
  'rule-loosened',
  'read-only-path',
  'misplaced-trailer',
  'provisional-agent',
  'case-collision',
  'no-definitions',
  'outside-owns',
  'unattributed-commit',
]);

describe('an approval', () => {
  it('lifts what can be lifted of every kind of finding, and nothing else', () => {
    const before = reportAbout('x').violations.filter(
      (violation) =>
        !('waivedBy' in violation && violation.waivedBy !== null) &&
        !('undoneBy' in violation && violation.undoneBy !== null),
    );
    const { violations } = applyApproval(aReport({ violations: before }), asked, granted());
    const lifted = violations.filter((violation) => 'waivedBy' in violation && violation.waivedBy !== null);
    expect(new Set(lifted.map(({ code }) => code))).toEqual(LIFTABLE);
    expect(violations.filter(({ code }) => !LIFTABLE.has(code))).toEqual(
      before.filter(({ code }) => !LIFTABLE.has(code)),
    );
    expect(lifted).toHaveLength(before.filter(({ code }) => LIFTABLE.has(code)).length);
  });

  it('makes a failure a success, and counts again', () => {
    const report = applyApproval(aReport({ agents: [anActivity({ agent: BACKEND })] }), asked, granted());
    expect(report).toMatchObject({
      conclusion: 'success',
      violations: [{ waivedBy: lift }],
      agents: [{ changedPaths: 5, allowedPaths: 4, forbiddenPaths: 0, liftedPaths: 1 }],
      approval: {
        label: LABEL,
        outcomes: [{ pullRequest: 7, head: APPROVED_HEAD, state: 'granted', by: 'rui', at: LABELLED }],
      },
    });
    expect(report.approval?.outcomes[0]).toMatchObject({ refusal: null, detail: '' });
    expect(report.approval?.outcomes[0]?.exceptions).toStrictEqual([]);
  });

  it.each<[string, Partial<Parameters<typeof aReport>[0]>]>([
    ['a protected file', { violations: [aViolation(), aViolation({ code: 'definition-edit' })] }],
    [
      'an unknown agent',
      {
        violations: [aViolation(), anUnknownAgent({ claim: 'x', suggestions: [] })],
      },
    ],
    [
      'a commit that cannot be read',
      {
        violations: [aViolation(), anUnreadableCommit()],
      },
    ],
    ['a definition', { problems: [aReportedProblem()] }],
  ])('leaves the failure of %s', (_title, overrides) => {
    expect(applyApproval(aReport(overrides), asked, granted())).toMatchObject({ conclusion: 'failure' });
  });

  it('leaves what was undone or waived as it is', () => {
    const waivedBy = { kind: 'waiver', reason: 'agreed', by: null, until: '2027-01-31' } as const;
    const violations = [aViolation({ undoneBy: LATER }), aViolation({ waivedBy })];
    expect(applyApproval(aReport({ violations }), asked, granted()).violations).toEqual(violations);
  });

  it('leaves the findings of a commit that it does not count for', () => {
    const violations = [aViolation(), aViolation({ commit: LATER })];
    const exceptions = [{ commit: COMMIT, refusal: 'by-author' }] as const;
    expect(applyApproval(aReport({ violations }), asked, granted(exceptions))).toMatchObject({
      conclusion: 'failure',
      violations: [{ waivedBy: null }, { waivedBy: lift }],
      approval: { outcomes: [{ state: 'granted', exceptions }] },
    });
  });

  it('is refused where it counts for no commit', () => {
    const exceptions = [{ commit: COMMIT, refusal: 'unknown-author' }] as const;
    expect(applyApproval(aReport(), asked, granted(exceptions))).toMatchObject({
      conclusion: 'failure',
      approval: { outcomes: [{ state: 'refused', refusal: 'unknown-author', by: 'rui' }] },
    });
  });

  it('that is refused changes nothing but says why', () => {
    const report = aReport();
    const after = applyApproval(report, asked, refuse('no-answer', { detail: 'HTTP 502' }));
    expect({ ...after, approval: null }).toEqual(report);
    expect(after.approval?.outcomes).toStrictEqual([
      {
        pullRequest: 7,
        head: APPROVED_HEAD,
        state: 'refused',
        refusal: 'no-answer',
        detail: 'HTTP 502',
        by: null,
        at: null,
        exceptions: [],
      },
    ]);
  });

  it('that nothing needs changes nothing but says so', () => {
    const report = aReport({ violations: [] });
    const after = withoutNeed(report, asked);
    expect({ ...after, approval: null }).toEqual(report);
    expect(after.approval?.outcomes).toMatchObject([{ state: 'not-needed', refusal: null, by: null }]);
  });
});

describe('needsApproval', () => {
  it.each<[boolean, string, readonly Violation[]]>([
    [true, 'an error', [aViolation()]],
    [true, 'a warning', [aViolation({ severity: 'warning', code: 'read-only-path' })]],
    [false, 'a notice', [aViolation({ severity: 'notice' })]],
    [false, 'what was undone', [aViolation({ undoneBy: LATER })]],
    [false, 'a protected file', [aViolation({ code: 'definition-edit' })]],
    [false, 'nothing', []],
  ])('is %j with %s', (needed, _title, violations) => {
    expect(needsApproval({ violations })).toBe(needed);
  });
});

describe('commitsToApprove', () => {
  it('names each commit once, and none whose findings stay', () => {
    const violations = [
      aViolation(),
      aViolation({ code: 'read-only-path' }),
      aViolation({ commit: LATER, code: 'definition-edit' }),
    ];
    expect(commitsToApprove({ violations })).toEqual([COMMIT]);
  });

  it('names none for what is found on the pull request as a whole', () => {
    const violations = reportAbout('x').violations.filter(({ code }) => code === 'no-definitions');
    expect(violations).not.toEqual([]);
    expect(commitsToApprove({ violations })).toStrictEqual([]);
  });
});

it('tells the commit of a rule that was loosened', () => {
  const loosened = reportAbout('x').violations.find((violation) => 'change' in violation);
  if (loosened === undefined) throw new Error('a report about every finding has one');
  const { change } = loosened;
  expect(commitOf({ ...loosened, change: { ...change, commit: LATER } })).toBe(LATER);
  expect(commitOf({ ...loosened, change: { ...change, commit: null } })).toBeNull();
});
