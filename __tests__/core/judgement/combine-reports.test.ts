import { describe, expect, it } from '@jest/globals';
import { combineReports } from '../../../src/core/judgement/combine-reports.js';
import { agentName, commitSha, repoPath } from '../../../src/core/vocabulary.js';
import {
  aCleanReport,
  anActivity,
  anAttribution,
  aReport,
  aReportedProblem,
  aViolation,
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
  });

  it('lets a definition problem count where it counts once', () => {
    const of = (introduced: boolean, counts: boolean) =>
      aReport({ problems: [aReportedProblem({ introduced, counts })] });
    expect(combine(of(false, true), of(true, false))?.problems).toMatchObject([
      { introduced: true, counts: true },
    ]);
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
      { agent: DATABASE, commits: 2, changedPaths: 2, forbiddenPaths: 1 },
    ]);
  });

  it('equals the one report that there is', () => {
    const report = aReport({
      attributions: [anAttribution()],
      agents: [anActivity({ commits: 1, changedPaths: 2, forbiddenPaths: 1 })],
      coverage: { definitions: 3, rules: 38, commits: 1, files: 2, trusted: 0 },
    });
    expect(combine(report)).toEqual(report);
  });
});
