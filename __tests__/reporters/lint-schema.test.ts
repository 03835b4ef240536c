import { describe, expect, it } from '@jest/globals';
import { toLintJson } from '../../src/reporters/json.js';
import { PROBLEM_HELP } from '../../src/reporters/problem-help.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';
import { HOSTILE } from '../support/hostile.js';
import { lintReportAbout } from '../support/hostile-reports.js';
import { aLintReport } from '../support/report-builders.js';
import { errorsOfLint, lintSchema } from '../support/schemas.js';

/** Every schema of an object within a schema. */
const objectsIn = (schema: unknown): readonly Record<string, unknown>[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const below = Object.values(schema).flatMap(objectsIn);
  return 'properties' in schema && 'type' in schema ? [schema, ...below] : below;
};

describe('schema/lint.schema.json', () => {
  it('knows every code', () => {
    const codes = JSON.stringify(lintSchema);
    for (const code of Object.keys(PROBLEM_HELP)) expect(codes).toContain(`"${code}"`);
  });

  it('requires every key and allows no other', () => {
    const objects = objectsIn(lintSchema);

    expect(objects.length).toBeGreaterThan(3);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
  });

  it('holds for every problem', () => {
    expect(errorsOfLint(toLintJson(aLintReport({ problems: EVERY_PROBLEM })))).toEqual([]);
  });

  it.each(HOSTILE)('holds, whatever a definition holds: %s', (_title, text) => {
    expect(errorsOfLint(toLintJson(lintReportAbout(text)))).toEqual([]);
  });

  it('refuses another key, and a missing one', () => {
    expect(errorsOfLint('{"agents":[],"problems":[],"more":1}')).not.toEqual([]);
    expect(errorsOfLint('{"agents":[]}')).not.toEqual([]);
  });
});
