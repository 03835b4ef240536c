import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CODE_INFO } from '../../src/reporters/code-info.js';
import { ERROR_INFO } from '../../src/reporters/error-info.js';
import { PROBLEM_HELP } from '../../src/reporters/problem-help.js';

const page = readFileSync(new URL('../../docs/codes.md', import.meta.url), 'utf8');
const sections = page.split(/^### /m).slice(1);
const headings = sections.map((section) => section.slice(0, section.indexOf('\n')));

describe('docs/codes.md', () => {
  it('has one heading for each code and none besides', () => {
    expect(headings.toSorted()).toEqual([...Object.keys(CODE_INFO), ...Object.keys(ERROR_INFO)].toSorted());
  });

  it('is where each code says that it is explained', () => {
    for (const { docs } of Object.values(CODE_INFO))
      expect(headings.map((heading) => `docs/codes.md#${heading}`)).toContain(docs);
  });

  it.each(sections.map((section) => [section.slice(0, section.indexOf('\n')), section]))(
    'gives meaning, example and remedy of %s',
    (_heading, section) => {
      expect(section).toMatch(/^Example: /m);
      expect(section).toMatch(/^Remedy: /m);
    },
  );

  it.each(Object.entries(PROBLEM_HELP))(
    'explains %s as every other output does, with a bad example and a good one',
    (code, { meaning, remedy }) => {
      const section = sections.find((one) => one.startsWith(`${code}\n`));

      expect(section).toContain(`. ${meaning}\n`);
      expect(section).toContain(`\nRemedy: ${remedy}\n`);
      expect(section).toMatch(/^Example: .+\n\nBetter: /m);
    },
  );
});
