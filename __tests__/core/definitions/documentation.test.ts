import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

const docs = readFileSync(new URL('../../../docs/definitions.md', import.meta.url), 'utf8');
/** An example in a fence of Markdown, and what is understood of it in the fence of text below. */
const EXAMPLE = /^(`{3,4})markdown\n([^]*?)\n\1\n\n```text\n([^]*?)\n```$/gm;
const examples = [...docs.matchAll(EXAMPLE)].map(([, , source = '', understood = '']) => ({
  source,
  understood,
}));

/** Columns are set with blanks, which are not compared. */
const squeeze = (row: string): string => row.replace(/\s+/g, ' ').trim();

function understand(source: string): readonly string[] {
  const { definition, problems } = parseDefinition(aSource(source));
  const rules = (definition?.sections ?? []).flatMap((section) =>
    section.rules.map(({ location, pattern, remark }) => ({
      line: location.line,
      text: `${section.kind} ${pattern} ${remark ?? ''}`,
    })),
  );
  const reported = problems.flatMap((problem) =>
    problem.code === 'unenforceable-entry' && 'text' in problem
      ? [{ line: problem.line ?? 0, text: `reported as ${problem.reason} ${problem.text}` }]
      : [],
  );
  return [...rules, ...reported]
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, text }) => squeeze(`line ${line} ${text}`));
}

describe('docs/codes.md', () => {
  const codes = readFileSync(new URL('../../../docs/codes.md', import.meta.url), 'utf8');
  const sectionOf = (code: string) => codes.split(`### ${code}\n`)[1]?.split('\n### ')[0] ?? '';
  const below = (line: string) =>
    parseDefinition(aSource(`## CANNOT TOUCH\n\n\`\`\`\n${line}\n\`\`\`\n`)).problems;

  it.each([
    ['The database schema', 'no-path'],
    ['package.json (scripts only)', 'part-of-a-file'],
    ['Everything except the documentation', 'complement'],
    ['src/api and src/web', 'unknown-shape'],
  ])('is right about the unenforceable entry %j', (line, reason) => {
    expect(sectionOf('unenforceable-entry')).toContain(`\`${line}\``);
    expect(below(line)).toContainEqual(expect.objectContaining({ code: 'unenforceable-entry', reason }));
  });

  it('is right about the invalid pattern', () => {
    const line = 'C:\\shop\\apps\\**';
    expect(sectionOf('invalid-pattern')).toContain(line);
    expect(below(line)).toContainEqual(expect.objectContaining({ fault: 'absolute-path' }));
  });
});

describe('docs/definitions.md', () => {
  it('has an example for every shape', () => {
    expect(examples).toHaveLength(15);
  });

  it.each(examples.map(({ source, understood }, index) => [index + 1, source, understood] as const))(
    'is true to the letter in example %i',
    (_, source, understood) => {
      expect(understand(source)).toEqual(understood.split('\n').map(squeeze));
    },
  );
});
