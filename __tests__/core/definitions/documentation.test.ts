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
    problem.code === 'unenforceable-entry'
      ? [{ line: problem.line ?? 0, text: `reported as ${problem.reason} ${problem.text}` }]
      : [],
  );
  return [...rules, ...reported]
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, text }) => squeeze(`line ${line} ${text}`));
}

describe('docs/definitions.md', () => {
  it('has an example for every shape', () => {
    expect(examples).toHaveLength(11);
  });

  it.each(examples.map(({ source, understood }, index) => [index + 1, source, understood] as const))(
    'is true to the letter in example %i',
    (_, source, understood) => {
      expect(understand(source)).toEqual(understood.split('\n').map(squeeze));
    },
  );
});
