import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.js';
import { repoPath, UNCOMMITTED } from '../../src/core/vocabulary.js';
import { ERROR_INFO } from '../../src/reporters/error-info.js';
import { CODE_INFO } from '../../src/reporters/code-info.js';
import { toErrorJson } from '../../src/reporters/json-error.js';
import { toCheckJson } from '../../src/reporters/json.js';
import type { OperationalErrorCode } from '../../src/operational-error.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';
import { HOSTILE } from '../support/hostile.js';
import { errorAbout, reportAbout } from '../support/hostile-reports.js';
import {
  aCleanReport,
  anAttribution,
  aReport,
  aReportedProblem,
  aViolation,
} from '../support/report-builders.js';
import { errorsOfReport, reportSchema } from '../support/schemas.js';

/** Every schema of an object within a schema. */
const objectsIn = (schema: unknown): readonly Record<string, unknown>[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const below = Object.values(schema).flatMap(objectsIn);
  return 'properties' in schema && 'required' in schema ? [schema, ...below] : below;
};

function uncommittedReport(): Report {
  const { range } = aReport();
  return aReport({
    range: { base: range.base, head: UNCOMMITTED },
    violations: [aViolation({ commit: UNCOMMITTED })],
    attributions: [anAttribution({ commit: UNCOMMITTED })],
    uncommitted: {
      kind: 'working-tree',
      parents: [range.base],
      leftOut: [{ path: repoPath('vendor/lib'), reason: 'no-commit' }],
    },
  });
}

describe('schema/report.schema.json', () => {
  it('knows every code', () => {
    const codes = JSON.stringify(reportSchema);
    for (const code of Object.keys(CODE_INFO)) expect(codes).toContain(`"${code}"`);
  });

  it('requires every key and allows no other', () => {
    const objects = objectsIn(reportSchema);

    expect(objects.length).toBeGreaterThan(15);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
  });

  it.each([
    ['a clean report', aCleanReport()],
    ['a failed one', aReport()],
    ['one that only reports', aReport({ mode: 'report-only', conclusion: 'success' })],
    ['every problem', aReport({ problems: EVERY_PROBLEM.map((problem) => aReportedProblem({ problem })) })],
    ['every finding', reportAbout('plain')],
    ['work that is not committed', uncommittedReport()],
  ])('holds for %s', (_, report) => {
    expect(errorsOfReport(toCheckJson(report))).toEqual([]);
  });

  it.each(Object.keys(ERROR_INFO) as readonly OperationalErrorCode[])('holds for the error %s', (code) => {
    expect(errorsOfReport(toErrorJson({ code, subject: 'x' }))).toEqual([]);
  });

  it.each(HOSTILE)('holds, whatever a pull request holds: %s', (_title, text) => {
    expect(errorsOfReport(toCheckJson(reportAbout(text)))).toEqual([]);
    expect(errorsOfReport(toErrorJson(errorAbout(text)))).toEqual([]);
  });

  it('refuses another key, a missing one, and a conclusion of the other form', () => {
    const report = JSON.parse(toCheckJson(aReport())) as Record<string, unknown>;

    expect(errorsOfReport(JSON.stringify({ ...report, more: 1 }))).not.toEqual([]);
    expect(errorsOfReport(JSON.stringify({ ...report, coverage: undefined }))).not.toEqual([]);
    expect(errorsOfReport(JSON.stringify({ ...report, conclusion: 'unknown' }))).not.toEqual([]);
  });
});
