import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

const HEAD = '---\nname: reviewer\n---\n';
const problemsOf = (body: string) => parseDefinition(aSource(HEAD + body)).problems;

describe('problems of many entries', () => {
  it.each([
    ['unenforceable-entry', 'warning', (index: number) => `- Prose ${index}`],
    ['invalid-pattern', 'error', (index: number) => `- \`../${index}\``],
    ['unresolved-placeholder', 'error', (index: number) => `- \`{{X${index}}}\``],
  ])('of the code %s are told one by one up to a hundred, then as one', (code, severity, entry) => {
    const entries = Array.from({ length: 350 }, (_, index) => entry(index));
    const told = problemsOf(`## CANNOT TOUCH\n${entries.join('\n')}`).filter(
      (problem) => problem.code === code,
    );
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toEqual({
      code,
      severity,
      file: '.claude/agents/reviewer.md',
      line: 105,
      agent: 'reviewer',
      section: 'cannot-touch',
      further: { count: 250, linesBelow: 249 },
    });
  });

  it.each([
    [100, [null]],
    [101, [null]],
    [102, [null, { count: 2, linesBelow: 1 }]],
  ])('are told as one where there are more than one beyond the hundred: of %s', (count, expected) => {
    const told = problemsOf(`## OWNS\n${'- Prose\n'.repeat(count)}`).flatMap((problem) =>
      problem.code === 'unenforceable-entry' ? ['further' in problem ? problem.further : null] : [],
    );
    expect([...new Set(told)]).toEqual(expected);
    expect(told).toHaveLength(Math.min(count, 101));
  });

  it('are told as one for each code and each section', () => {
    const body = ['- Prose\n', '- `../x`\n'].map((line) => line.repeat(103)).join('');
    const told = problemsOf(`## OWNS\n${body}\n## READS\n${body}`).flatMap((problem) =>
      'further' in problem ? [`${problem.section} ${problem.code} ${String(problem.further.count)}`] : [],
    );
    expect(told.toSorted()).toEqual([
      'owns invalid-pattern 3',
      'owns unenforceable-entry 3',
      'reads invalid-pattern 3',
      'reads unenforceable-entry 3',
    ]);
  });

  it('of one section hide none of another', () => {
    const prose = '- Prose\n'.repeat(500);
    const told = problemsOf(`## OWNS\n${prose}## CANNOT TOUCH\n- More prose\n`);
    expect(told).toContainEqual(expect.objectContaining({ section: 'cannot-touch', text: 'More prose' }));
  });

  it('quote no more of a line than a reader can use', () => {
    const [problem] = problemsOf(`## OWNS\n- ${'word '.repeat(100_000)}`);
    expect(JSON.stringify(problem).length).toBeLessThan(2_000);
  });

  it('are as many as the lines that give no rule', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('- `a/`', '- Prose', '- `../x`', '- `{{X}}`'), { maxLength: 600 }),
        (entries) => {
          const { definition, problems } = parseDefinition(
            aSource(`${HEAD}## CANNOT TOUCH\n${entries.join('\n')}`),
          );
          const rules = definition?.sections.flatMap((section) => section.rules).length ?? 0;
          const lost = problems
            .filter(({ code }) => code !== 'no-rules' && code !== 'skipped-by-claude-code')
            .reduce((sum, problem) => sum + ('further' in problem ? problem.further.count : 1), 0);
          expect(rules + lost).toBe(entries.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});
