import { describe, expect, it } from '@jest/globals';
import { combineReports } from '../../../src/core/judgement/combine-reports.js';
import type { RuleChange } from '../../../src/core/policy/rule-changes.js';
import type { ApprovalOutcome } from '../../../src/core/report.js';
import { agentName, commitSha, repoPath } from '../../../src/core/vocabulary.js';
import {
  aCleanReport,
  anActivity,
  anAttribution,
  aReport,
  aReportedProblem,
  aViolation,
  BACKEND,
  BASE,
  COMMIT,
  DATABASE,
  HEAD,
  LATER,
} from '../../support/report-builders.js';

const RANGE = { base: BASE, head: HEAD };
const OTHER = commitSha('d'.repeat(40));
const path = repoPath('a.txt');
const otherPath = repoPath('b.txt');

const combine = (...reports: Parameters<typeof combineReports>[0]) =>
  combineReports(
    reports,
    RANGE,
    new Map([
      [COMMIT, [path, otherPath]],
      [OTHER, [otherPath]],
    ]),
  );

describe('combineReports', () => {
  it('has nothing to say about nothing', () => {
    expect(combine()).toBeNull();
  });

  it('fails where one report fails', () => {
    expect(combine(aCleanReport(), aCleanReport())?.conclusion).toBe('success');
    expect(combine(aCleanReport(), aReport())?.conclusion).toBe('failure');
  });

  it('keeps the order of the reports, and counts what they share once', () => {
    const second = aReport({
      violations: [aViolation(), aViolation({ commit: OTHER })],
      attributions: [anAttribution(), anAttribution({ commit: OTHER, kind: 'person', agents: [] })],
    });
    expect(combine(aReport(), second)).toMatchObject({
      range: RANGE,
      violations: [{ commit: COMMIT }, { commit: OTHER }],
      attributions: [{ commit: COMMIT }, { commit: OTHER }],
      coverage: { definitions: 3, rules: 38, commits: 2, files: 2, trusted: 0 },
    });
  });

  it('keeps what every report says of the rules, once', () => {
    const change = (line: number): RuleChange => ({
      effect: 'loosened',
      agent: DATABASE,
      file: path,
      line,
      subject: { kind: 'denial', pattern: 'apps/**' },
      paths: { examples: [], count: 0 },
      commit: COMMIT,
      by: [],
    });
    const combined = combine(
      aCleanReport({ ruleChanges: [change(1)] }),
      aCleanReport({ ruleChanges: [change(1), change(2)] }),
    );
    expect(combined?.ruleChanges).toEqual([change(1), change(2)]);
  });

  it.each([
    [LATER, null],
    [null, LATER],
  ])('lets a finding stand that one report takes for undone: %s, %s', (left, right) => {
    const of = (undoneBy: typeof left) => aReport({ violations: [aViolation({ undoneBy })] });
    expect(combine(of(left), of(right))?.violations).toMatchObject([{ undoneBy: null }]);
  });

  it('keeps a finding undone that every report takes for undone', () => {
    const undone = aReport({ violations: [aViolation({ undoneBy: LATER })] });
    expect(combine(undone, undone)?.violations).toMatchObject([{ undoneBy: LATER }]);
    const elsewhere = aReport({ violations: [aViolation({ undoneBy: OTHER })] });
    expect(combine(undone, elsewhere)?.violations).toMatchObject([{ undoneBy: LATER }]);
  });

  it('lets a finding stand that one report lifts and another does not, and keeps both outcomes', () => {
    const waivedBy = { kind: 'approval', reason: 'ok', by: 'rui', until: null } as const;
    const outcome = (pullRequest: number): ApprovalOutcome => ({
      pullRequest,
      state: 'refused',
      by: null,
      at: null,
      head: HEAD,
      refusal: 'not-labelled',
      detail: '',
      exceptions: [],
    });
    const approval = (number: number) => ({ label: 'ok', outcomes: [outcome(number)] });
    const report = combine(
      aReport({ conclusion: 'success', violations: [aViolation({ waivedBy })], approval: approval(7) }),
      aReport({ approval: approval(8) }),
    );
    expect(report).toMatchObject({
      conclusion: 'failure',
      violations: [{ waivedBy: null }],
      approval: { label: 'ok', outcomes: [{ pullRequest: 7 }, { pullRequest: 8 }] },
    });
    expect(report?.violations).toHaveLength(1);
  });

  it('lets a definition problem count where it counts once', () => {
    const of = (introduced: boolean, counts: boolean) =>
      aReport({ problems: [aReportedProblem({ introduced, counts })] });
    const flags = [true, false].flatMap((introduced) =>
      [true, false].map((counts) => [introduced, counts] as const),
    );
    for (const left of flags) {
      for (const right of flags) {
        expect(combine(of(...left), of(...right))?.problems).toMatchObject([
          { introduced: left[0] || right[0], counts: left[1] || right[1] },
        ]);
      }
    }
  });

  it('lets a finding stand that one report takes for lifted', () => {
    const waivedBy = { kind: 'approval', reason: 'approved', by: 'lead', until: null } as const;
    const lifted = aCleanReport({ violations: [aViolation({ waivedBy })] });
    expect(combine(lifted, aReport())).toMatchObject({
      conclusion: 'failure',
      violations: [{ waivedBy: null }],
    });
    expect(combine(lifted, lifted)).toMatchObject({ conclusion: 'success', violations: [{ waivedBy }] });
  });

  it('fails nothing in report-only', () => {
    const report = aReport({ mode: 'report-only', conclusion: 'success' });
    expect(combine(report, report)).toMatchObject({ mode: 'report-only', conclusion: 'success' });
  });

  it('counts a use of a shared path once', () => {
    const use = (commit: typeof COMMIT) => ({ pattern: '*.lock', commit, changes: 2 });
    expect(
      combine(aReport({ shared: [use(COMMIT)] }), aReport({ shared: [use(COMMIT), use(OTHER)] }))?.shared,
    ).toEqual([use(COMMIT), use(OTHER)]);
  });

  it('calls a waiver unused where every report with commits of its agent does', () => {
    const unused = {
      code: 'waiver-unused',
      severity: 'notice',
      waiver: {
        agent: BACKEND,
        path: 'tests/**',
        reason: 'agreed',
        until: '2026-12-01',
        file: repoPath('.github/agent-ownership.yml'),
        line: 3,
      },
    } as const;
    const [without, idle] = [aCleanReport(), aCleanReport({ agents: [anActivity({ commits: 0 })] })];
    const withIt = aCleanReport({ violations: [unused] });
    expect(combine(withIt, without)?.violations).toEqual([]);
    expect(combine(idle, withIt, withIt)?.violations).toEqual([unused]);
    const elsewhere = aCleanReport({ agents: [anActivity({ agent: DATABASE }), anActivity({ commits: 0 })] });
    expect(combine(withIt, elsewhere)?.violations).toEqual([unused]);
    const busy = [anActivity({ agent: DATABASE, commits: 0 }), anActivity()];
    expect(combine(withIt, aCleanReport({ agents: busy }))?.violations).toEqual([]);
    const another = { ...unused, waiver: { ...unused.waiver, path: 'docs/**' } };
    expect(combine(withIt, aCleanReport({ violations: [another] }))?.violations).toEqual([]);
    expect(
      combine(withIt, aCleanReport({ violations: [aViolation(), another, unused] }))?.violations,
    ).toEqual([unused, aViolation()]);
  });

  it('counts the commits and paths of each agent over all reports', () => {
    const mine = anAttribution({ agents: [DATABASE] });
    const first = aReport({
      agents: [anActivity({ agent: DATABASE, commits: 1, changedPaths: 2 })],
      attributions: [mine],
      violations: [aViolation({ agent: DATABASE })],
    });
    const second = aReport({
      agents: [anActivity({ agent: agentName('a-newcomer'), commits: 0 }), anActivity({ agent: DATABASE })],
      attributions: [mine, anAttribution({ commit: OTHER, agents: [DATABASE] })],
      violations: [aViolation({ agent: DATABASE, commit: OTHER })],
    });
    expect(combine(first, second)?.agents).toMatchObject([
      { agent: 'a-newcomer', commits: 0, changedPaths: 0, forbiddenPaths: 0 },
      { agent: DATABASE, commits: 2, changedPaths: 2, allowedPaths: 1, forbiddenPaths: 1 },
    ]);
  });

  it('lists the agents by name', () => {
    const named = (...names: readonly string[]) =>
      aReport({ agents: names.map((name) => anActivity({ agent: agentName(name) })) });
    expect(combine(named('b', 'd'), named('c', 'a'), named('e'))?.agents.map(({ agent }) => agent)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('equals the one report that there is', () => {
    const report = aReport({
      attributions: [anAttribution()],
      agents: [anActivity({ commits: 1, changedPaths: 2, allowedPaths: 1, forbiddenPaths: 1 })],
      coverage: { definitions: 3, rules: 38, commits: 1, files: 2, trusted: 0 },
    });
    expect(combine(report)).toEqual(report);
  });
});
