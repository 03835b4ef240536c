import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.js';
import type { Violation } from '../../src/core/violation.js';
import { agentName, commitSha, repoPath } from '../../src/core/vocabulary.js';
import { SARIF_LIMITS, toCheckSarif, type SarifLimits } from '../../src/reporters/sarif-check.js';
import { HOSTILE } from '../support/hostile.js';
import { reportAbout } from '../support/hostile-reports.js';
import {
  aCleanReport,
  aReport,
  aReportedProblem,
  aRuleReference,
  aViolation,
  BACKEND_FILE,
  HEAD,
  LATER,
  MODELS,
  anUnknownAgent,
} from '../support/report-builders.js';
import { errorsOfSarif } from '../support/schemas.js';

const SITE = { serverUrl: 'https://github.com', repository: 'acme/shop' };

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number; readonly endLine?: number };
  };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly locations: readonly Place[];
    readonly relatedLocations?: readonly Place[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
  readonly invocations: readonly {
    readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly versionControlProvenance?: unknown;
}

interface Log {
  readonly runs: readonly [Run];
}

function runOf(report: Report, limits?: SarifLimits): Run {
  const { text } = toCheckSarif(report, '1.2.3', { site: SITE, ...(limits === undefined ? {} : { limits }) });
  expect(errorsOfSarif(text)).toEqual([]);
  return (JSON.parse(text) as Log).runs[0];
}

const runWith = (...violations: readonly Violation[]): Run => runOf(aReport({ violations }));
const printsOf = ({ results }: Run) =>
  results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
const onLines = (...lines: readonly (readonly [number, number])[]) =>
  ({ kind: 'lines', lines: lines.map(([start, end]) => ({ start, end })) }) as const;

describe('toCheckSarif', () => {
  it.each([
    ['a clean report', aCleanReport()],
    ['every finding', reportAbout('plain')],
  ])('is valid for %s', (_, report) => {
    expect(errorsOfSarif(toCheckSarif(report, '1.2.3').text)).toEqual([]);
    expect(errorsOfSarif(toCheckSarif(report, '1.2.3', { site: SITE }).text)).toEqual([]);
  });

  it.each(HOSTILE)('is valid, whatever a pull request holds: %s', (_title, text) => {
    expect(errorsOfSarif(toCheckSarif(reportAbout(text), '1.2.3', { site: SITE }).text)).toEqual([]);
  });

  it('has a rule for each agent and pattern, and each result refers to its own', () => {
    const { tool, results } = runWith(
      aViolation(),
      aViolation({ path: repoPath('apps/shop/models.py') }),
      aViolation({ rule: aRuleReference({ pattern: 'tests/**' }) }),
      aViolation({ agent: agentName('frontend') }),
      aViolation({ code: 'definition-edit', rule: null }),
    );
    const ids = tool.driver.rules.map(({ id }) => id);

    expect(ids).toHaveLength(4);
    expect(ids[0]).toMatch(/^forbidden-path\/backend-django\/[0-9a-f]{16}$/);
    expect(new Set(ids).size).toBe(4);
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 0, 1, 2, 3]);
  });

  it('places a finding on the lines of the head, and on the rule beside', () => {
    const [result] = runWith(aViolation({ inHead: onLines([3, 5], [9, 9]) })).results;

    expect(result?.locations.map(({ physicalLocation }) => physicalLocation.region)).toEqual([
      { startLine: 3, endLine: 5 },
      { startLine: 9 },
    ]);
    expect(result?.relatedLocations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: BACKEND_FILE }, region: { startLine: 83 } } },
    ]);
  });

  it.each([
    ['a whole file', aViolation(), MODELS, undefined],
    ['nothing in the head', aViolation({ inHead: { kind: 'gone' } }), BACKEND_FILE, { startLine: 83 }],
    [
      'a commit',
      anUnknownAgent({ commit: LATER, claim: 'x', suggestions: [] }),
      '.github/agent-ownership.yml',
      undefined,
    ],
  ])('has a place, which code scanning demands, for a finding on %s', (_, violation, uri, region) => {
    const [place] = runWith(violation).results[0]?.locations ?? [];

    expect(place?.physicalLocation.artifactLocation.uri).toBe(uri);
    expect(place?.physicalLocation.region).toEqual(region);
  });

  it('gives a finding the same fingerprint and rule when lines, commits and the definition’s place move', () => {
    const moved = aViolation({
      commit: LATER,
      inHead: onLines([3, 5]),
      rule: aRuleReference({ line: 12, file: repoPath('.claude/agents/moved.md') }),
      laterWork: LATER,
    });
    const before = runWith(aViolation());

    expect(printsOf(runWith(moved))).toEqual(printsOf(before));
    expect(runWith(moved).tool.driver.rules[0]?.id).toBe(before.tool.driver.rules[0]?.id);
  });

  it('gives no two results the same fingerprint', () => {
    const prints = printsOf(runOf(reportAbout('plain')));

    expect(prints.length).toBeGreaterThan(20);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('leaves out what does not count: undone, lifted, and a problem from before', () => {
    const lift = { kind: 'waiver', reason: 'agreed', by: null, until: '2027-01-01' } as const;
    const report = aReport({
      violations: [aViolation({ undoneBy: LATER }), aViolation({ waivedBy: lift })],
      problems: [aReportedProblem({ introduced: false, counts: false }), aReportedProblem()],
    });

    expect(runOf(report).results.map(({ ruleId }) => ruleId)).toEqual(['unresolved-placeholder']);
  });

  it('names the head of the repository', () => {
    expect(runOf(aReport()).versionControlProvenance).toEqual([
      { repositoryUri: 'https://github.com/acme/shop', revisionId: HEAD },
    ]);
  });

  it.each([
    ['results', { ...SARIF_LIMITS, results: 7 }],
    ['bytes', { ...SARIF_LIMITS, bytes: 20_000 }],
  ])('keeps to a limit of %s, the most severe first, and says how many are left', (_, limits) => {
    const violations = Array.from({ length: 50 }, (__, index) =>
      aViolation({ path: repoPath(`tests/${index}.py`), severity: index === 49 ? 'error' : 'warning' }),
    );
    const { text, notes } = toCheckSarif(aReport({ violations }), '1.2.3', { site: SITE, limits });
    const { results, invocations } = runOf(aReport({ violations }), limits);

    expect(Buffer.byteLength(text)).toBeLessThan(limits.bytes);
    expect(results[0]?.level).toBe('error');
    expect(results.length).toBeGreaterThan(4);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(
      new RegExp(`^${50 - results.length} more results are left out`),
    );
    expect(notes).toEqual([expect.stringMatching(new RegExp(` ${50 - results.length} more results `))]);
  });

  it('has no note where code scanning shows all of it', () => {
    expect(toCheckSarif(aReport(), '1.2.3').notes).toEqual([]);
  });

  describe('with 30,000 findings', () => {
    const violations = Array.from({ length: 30_000 }, (_, index) =>
      aViolation({
        path: repoPath(`тесты/${index}.py`),
        commit: commitSha(index.toString(16).padStart(40, '0')),
      }),
    );
    const report = aReport({ violations });

    it('holds as many results as code scanning takes, and says how many it shows', () => {
      const sizeOf = (text: string): number => gzipSync(text, { level: 1 }).length;
      const { text, notes } = toCheckSarif(report, '1.2.3', { limits: { ...SARIF_LIMITS, sizeOf } });

      expect((JSON.parse(text) as Log).runs[0].results).toHaveLength(25_000);
      expect(gzipSync(text).length).toBeLessThan(10_000_000);
      expect(notes).toEqual([
        expect.stringContaining('5000 more results are left out'),
        expect.stringContaining('holds 25000 results, of which code scanning shows the 5000 most severe'),
      ]);
    });

    it('stays below 10 MB as it is where nobody compresses it', () => {
      const { text } = toCheckSarif(report, '1.2.3', { site: SITE });

      expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
      expect(Buffer.byteLength(text)).toBeGreaterThan(8_000_000);
    });
  });
});
