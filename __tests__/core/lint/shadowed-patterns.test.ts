import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Agent } from '../../../src/core/definitions/definition.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent } from '../../support/builders.js';
import { aTree, lintFor, someAgent } from './linting.js';

const TREE = ['src/api/a.ts', 'src/api/b/c.ts', 'src/ui/a.ts', 'docs/a.md', 'README.md'];

const shadows = (
  sections: Parameters<typeof anAgent>[1],
  tree: readonly string[] = TREE,
): readonly string[] =>
  lintFor('shadowed-pattern', [anAgent('x', sections)], tree).map(
    ({ pattern, line, effect, by }) => `${pattern}:${String(line)} ${effect} ${by?.pattern ?? '-'}`,
  );

describe('an entry is shadowed', () => {
  it.each([
    ['by a wider one below it', ['src/api/**', 'src/**'], ['src/api/**:10 covered src/**']],
    ['by a wider one above it', ['src/**', 'src/api/**'], ['src/api/**:11 covered src/**']],
    ['by an equal one above it, and not the reverse', ['src/', './src/**'], ['./src/**:11 covered src/']],
    [
      'by an equal one below it where an exception between keeps the later one',
      ['src/**', '!src/api/**', 'src/**'],
      ['src/**:10 covered src/**'],
    ],
    ['by an exception below it', ['src/api/**', '!src/**'], ['src/api/**:10 taken-back !src/**']],
    ['as an exception to nothing', ['docs/**', '!src/api/**'], ['!src/api/**:11 takes-nothing-out -']],
    [
      'as an exception above what it is meant for',
      ['!src/api/**', 'src/**'],
      ['!src/api/**:10 takes-nothing-out -'],
    ],
    [
      'as an exception within another one',
      ['src/**', '!src/api/**', '!src/api/b/**'],
      ['!src/api/b/**:12 covered !src/api/**'],
    ],
  ])('%s', (_, owns, expected) => {
    expect(shadows({ owns })).toEqual(expected);
  });

  it.each([
    ['that an exception between gives back', { owns: ['src/**', '!src/api/**', 'src/api/b/**'] }],
    ['of another section', { owns: ['src/**'], reads: ['src/api/**'], cannotTouch: ['docs/**'] }],
    ['of READS that CANNOT TOUCH repeats', { reads: ['src/**'], cannotTouch: ['src/**'] }],
    ['that merely overlaps', { owns: ['src/**', '*.md', '*.ts'] }],
    [
      'that carves itself out of CANNOT TOUCH',
      { owns: ['docs/**', 'docs/a.md'], cannotTouch: ['docs/*.md'] },
    ],
    [
      'that keeps an OWNS entry from being a carve-out',
      { owns: ['docs/a.md'], cannotTouch: ['docs/**', 'docs/a.md'] },
    ],
    [
      'that is a denial inside an ownership, where the wider one would be a contest',
      { owns: ['src/**'], cannotTouch: ['src/api/**', '**/api/**'] },
    ],
    ['that matches nothing, which is dead', { owns: ['lib/**', 'lib/a/**'] }],
  ])('never where it is one %s', (_, sections) => {
    expect(shadows(sections)).toEqual([]);
  });

  it('also where there is no file to look at', () => {
    expect(shadows({ cannotTouch: ['src/**', 'src/api/**'] }, [])).toEqual(['src/api/**:31 covered src/**']);
  });

  it('in no time that grows with the square of the entries', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => (at % 2 === 0 ? 'src/**' : '!src/api/**'));
    expect(shadows({ owns: many }).length).toBeGreaterThan(2_000);
  });
});

/** The agent without one of its rules. */
const without = (agent: Agent, pattern: string, line: number | null, section: string): readonly Agent[] =>
  agent.definitions.flatMap((definition, at) =>
    definition.sections.flatMap((holding) =>
      holding.rules
        .filter((rule) => rule.pattern === pattern && rule.location.line === line && rule.section === section)
        .map((rule) => ({
          ...agent,
          definitions: agent.definitions.with(at, {
            ...definition,
            sections: definition.sections.map((other) =>
              other === holding ? { ...other, rules: other.rules.filter((one) => one !== rule) } : other,
            ),
          }),
        })),
    ),
  );

describe('generated definitions', () => {
  it('say the same of every path without an entry that is called covered', () => {
    let found = 0;
    fc.assert(
      fc.property(someAgent, aTree, aTree, (agent, tree, others) => {
        for (const { effect, pattern, line, section } of lintFor('shadowed-pattern', [agent], tree)) {
          if (effect !== 'covered') continue;
          const candidates = without(agent, pattern, line, section);
          // Lines of the builder repeat: what is ambiguous proves nothing.
          const [rest] = candidates;
          if (candidates.length !== 1 || rest === undefined) continue;
          found += 1;
          for (const path of [...tree, ...others].map(repoPath)) {
            expect(ruling(rest, path).verdict).toBe(ruling(agent, path).verdict);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
