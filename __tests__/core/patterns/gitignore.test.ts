import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { repoPath } from '../../../src/core/vocabulary.js';
import { compilation, matches } from './compiling.js';
import { dialect } from './dialect-table.js';
import { aBracedPattern, aPattern, pathsFor } from './generators.js';
import { askGit } from './gitignore-oracle.js';

/** The differences that generated patterns can run into, by their names in dialect.json, and how to tell. */
const EXPLAINED: Readonly<Record<string, (pattern: string, path: string) => boolean>> = {
  'exceptions reach below': (pattern) => pattern.startsWith('!'),
  'route segments': (pattern) => /(?:^|\/)\[{1,2}(?:\.{3})?[A-Za-z_][\w-]+\]{1,2}(?=[./]|$)/.test(pattern),
  'dots and double slashes': (pattern) => /(?:^|\/)\.(?:\/| *$)|\/\//.test(pattern),
  'blanks at the start': (pattern) => pattern.startsWith(' '),
  'no comments': (pattern) => pattern.startsWith('#'),
  characters: (pattern, path) => /[?[]/.test(pattern) && /[^\0-\x7f]/.test(path),
  'stars beside a name': (pattern) => /[^*/]\*{2,}\//.test(pattern),
};

const isExplained = (patterns: readonly string[], path: string): boolean =>
  Object.values(EXPLAINED).some((applies) => patterns.some((pattern) => applies(pattern, path)));

interface Question {
  readonly pattern: string;
  readonly lines: readonly string[];
  readonly paths: readonly string[];
}

/** Where the two disagree without a documented reason, and on how many paths they agreed that there is a match. */
function compare(questions: readonly Question[]) {
  const compiled = questions.flatMap(({ pattern, lines, paths }) => {
    const result = compilation(pattern, { section: 'owns' });
    return result.ok ? [{ written: pattern, lines, paths, pattern: result.pattern }] : [];
  });
  const answers = askGit(compiled);
  const pairs = compiled.flatMap(({ written, lines, paths, pattern }, at) =>
    paths.map((path, index) => ({
      written,
      lines,
      path,
      here: pattern.matches(repoPath(path)),
      there: answers[at]?.[index],
    })),
  );
  const counted = pairs.filter(({ lines, path }) => !isExplained(lines, path));
  return {
    disagreements: counted.filter(({ here, there }) => here !== there),
    hits: counted.filter(({ here }) => here).length,
  };
}

const aQuestion = aPattern.chain((pattern) =>
  pathsFor(pattern).map((paths): Question => ({ pattern, lines: [pattern], paths })),
);

const aBracedQuestion = aBracedPattern.chain(({ pattern, results }) =>
  pathsFor(results[0] ?? '').map((paths): Question => ({ pattern, lines: results, paths })),
);

describe('git check-ignore', () => {
  const answers = askGit(
    dialect.rows.map(({ pattern, paths, root = '' }) => ({
      lines: [pattern],
      root,
      paths: Object.keys(paths),
    })),
  );

  it.each(
    dialect.rows.map((row, index) => ({
      ...row,
      verdict: row.gitignore === 'same' ? 'agrees' : 'differs',
      answer: answers[index],
    })),
  )('$verdict where $name: $pattern', ({ paths, answer, gitignore }) => {
    const agrees = JSON.stringify(answer) === JSON.stringify(Object.values(paths));
    expect(agrees ? 'same' : 'differs').toBe(gitignore);
  });

  const examples = askGit(
    dialect.differences.map(({ example: { pattern, path } }) => ({ lines: [pattern], paths: [path] })),
  );

  it.each(dialect.differences.map((difference, index) => ({ ...difference, answer: examples[index]?.[0] })))(
    'differs in $name',
    ({ example: { pattern, path, section = 'owns' }, answer }) => {
      const here = compilation(pattern, { section }).ok ? matches(pattern, path, { section }) : 'refused';
      expect(here).not.toBe(answer);
    },
  );

  it('differs for no reason that the documentation does not name', () => {
    const documented = dialect.differences.map(({ name }) => name);
    expect(documented).toEqual(expect.arrayContaining(Object.keys(EXPLAINED)));
  });

  it.each([
    ['patterns', aQuestion],
    ['patterns with braces', aBracedQuestion],
  ])('agrees on generated %s', (_, question) => {
    const { disagreements, hits } = compare(fc.sample(question, 1_500));
    expect(disagreements).toEqual([]);
    expect(hits).toBeGreaterThan(700);
  });
});
