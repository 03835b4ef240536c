import { describe, expect, it } from '@jest/globals';
import type { DefinitionProblem } from '../../src/core/definitions/problem.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { toSarif } from '../../src/reporters/sarif.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';
import { HOSTILE } from '../support/hostile.js';
import { lintReportAbout } from '../support/hostile-reports.js';
import { aLintReport, aPlaceholder } from '../support/report-builders.js';
import { errorsOfSarif } from '../support/schemas.js';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region?: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { id: string }[] } };
  readonly results: readonly Result[];
}

function runOf(problems: readonly DefinitionProblem[]): Run {
  const log = JSON.parse(toSarif(aLintReport({ problems }), '1.2.3')) as { runs: readonly [Run] };
  return log.runs[0];
}

const printsOf = (problems: readonly DefinitionProblem[]) =>
  runOf(problems).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);

const placeOf = (file: string, line: number | null = 3) =>
  runOf([{ ...aPlaceholder, file: repoPath(file), line }]).results[0]?.locations[0]?.physicalLocation;

describe('toSarif', () => {
  it.each([
    ['every problem', EVERY_PROBLEM],
    ['no problem', []],
  ])('is valid for %s', (_, problems) => {
    expect(errorsOfSarif(toSarif(aLintReport({ problems }), '1.2.3'))).toEqual([]);
  });

  it.each(HOSTILE)('is valid, whatever a definition holds: %s', (_title, text) => {
    expect(errorsOfSarif(toSarif(lintReportAbout(text), '1.2.3'))).toEqual([]);
  });

  it('describes each code that occurs once, and each result refers to it', () => {
    const { tool, results } = runOf([...EVERY_PROBLEM, aPlaceholder]);
    const ids = tool.driver.rules.map(({ id }) => id);

    expect(tool.driver.version).toBe('1.2.3');
    expect(ids).toEqual([...new Set(EVERY_PROBLEM.map(({ code }) => code))].toSorted());
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['notice', 'note'],
  ] as const)('calls a problem of severity %s %s', (severity, level) => {
    expect(runOf([{ ...aPlaceholder, severity }]).results[0]?.level).toBe(level);
  });

  it.each([
    ['.claude/agents/a.md', '.claude/agents/a.md'],
    ['a b/c#d?%.md', 'a%20b/c%23d%3F%25.md'],
    ['c:x.md', 'c%3Ax.md'],
    ['café.md', 'caf%C3%A9.md'],
    ['caf\udce9.md', 'caf%E9.md'],
  ])('gives %j relative to the root', (file, uri) => {
    expect(placeOf(file)?.artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it.each([
    ['/tmp/a b.md', 'file:///tmp/a%20b.md'],
    ['../a.md', '../a.md'],
  ])('gives %j, which no root holds, without one', (file, uri) => {
    expect(placeOf(file)?.artifactLocation).toEqual({ uri });
  });

  it('has a region only where there is a line', () => {
    expect(placeOf('a.md', 7)?.region).toEqual({ startLine: 7 });
    expect(placeOf('a.md', null)).not.toHaveProperty('region');
  });

  it('gives a problem that moved, or shows in other files, the same fingerprint', () => {
    const moved = EVERY_PROBLEM.map((problem) => ({
      ...problem,
      line: 99,
      ...('paths' in problem ? { paths: { examples: [], count: 5 } } : {}),
    })) as readonly DefinitionProblem[];

    // Alone: among others, problems that differ in their files only are told apart by their order.
    expect(moved.map((problem) => printsOf([problem]))).toEqual(
      EVERY_PROBLEM.map((problem) => printsOf([problem])),
    );
  });

  it('gives no two problems the same fingerprint', () => {
    const prints = printsOf([...EVERY_PROBLEM, aPlaceholder, aPlaceholder]);

    expect(new Set(prints).size).toBe(prints.length);
  });
});
