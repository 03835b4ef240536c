import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ruling } from '../../../src/core/judgement/ruling.js';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { decidedBy, measureAgent, positiveRules, rulesOf } from '../../../src/core/lint/measured-agent.js';
import { createOwnership } from '../../../src/core/lint/ownership.js';
import { createNearby } from '../../../src/core/lint/nearby-patterns.js';
import { classifyPaths, MOST_EXAMPLES } from '../../../src/core/lint/path-classes.js';
import { compilePattern } from '../../../src/core/patterns/dialect.js';
import { createPathIndex } from '../../../src/core/patterns/path-index.js';
import { firstPositions, hasPosition, rangeOf, type PathSet } from '../../../src/core/patterns/path-set.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent } from '../../support/builders.js';
import { aTree, someAgent } from './linting.js';

describe('a measured agent', () => {
  it('has for every tracked path the verdict of the ruling', () => {
    const seen = new Map<string, number>();
    let agents = 0;
    fc.assert(
      fc.property(someAgent, aTree, (agent, tree) => {
        agents += 1;
        const index = createPathIndex(tree.map(repoPath));
        const { owned, read, denied } = measureAgent(agent, index);
        for (const [position, path] of index.paths.entries()) {
          const { verdict } = ruling(agent, path);
          const sets = { owns: owned, reads: read(), 'cannot-touch': denied };
          const verdicts = Object.entries(sets).flatMap(([name, set]) =>
            hasPosition(set, position) ? [name] : [],
          );
          expect(verdicts).toEqual(verdict === 'none' ? [] : [verdict]);
          seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...seen.values()].every((count) => count / agents > 0.05)).toBe(true);
  });

  it('decides by the last rule that matches, section by section', () => {
    const agent = anAgent('x', { owns: ['**', '*.md', '!docs/**', 'docs/a.*'] });
    const index = createPathIndex(['a.md', 'b.ts', 'docs/a.md', 'docs/b.md'].map(repoPath));
    const [definition] = measureAgent(agent, index).definitions;
    const rules = rulesOf(definition?.sections ?? [], 'owns');
    const namesOf = (set: PathSet) => firstPositions(set, 9).map((position) => index.paths[position]);
    expect(rules.map(({ matched }) => matched.count)).toEqual([4, 3, 2, 1]);
    expect(rules.map(decidedBy).map(namesOf)).toEqual([['b.ts'], ['a.md'], ['docs/b.md'], ['docs/a.md']]);
    expect(positiveRules(definition?.sections ?? [], 'owns')).toHaveLength(3);
    expect(rulesOf(definition?.sections ?? [], 'reads')).toEqual([]);
  });

  it('heeds carve-outs', () => {
    const agent = anAgent('layout', { owns: ['docs/layout.md'], cannotTouch: ['docs/*.md'] });
    const index = createPathIndex(['docs/layout.md', 'docs/other.md'].map(repoPath));
    const { owned, denied } = measureAgent(agent, index);
    expect([owned.count, denied.count]).toEqual([1, 1]);
  });
});

describe('the owners of paths', () => {
  it('are counted by groups, and told of each agent and path', () => {
    const ownership = createOwnership(6);
    for (const [start, end] of [
      [0, 4],
      [0, 4],
      [2, 6],
      [3, 4],
    ] as const)
      ownership.add(rangeOf(start, end));
    expect(ownership.shared().map(({ position, count }) => [position, count])).toEqual([
      [0, 2],
      [2, 1],
      [3, 1],
    ]);
    const mayOwn = [0, 1, 2, 3, 4].map((agent) => [0, 2, 3, 5].map((at) => ownership.mayOwn(agent, at)));
    expect(mayOwn).toEqual([
      [true, true, true, false],
      [true, true, true, false],
      [false, true, true, true],
      [false, false, true, false],
      [true, true, true, true],
    ]);
    expect(firstPositions(ownership.owned(), 9)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('classes of paths', () => {
  it('hold of every tracked path that is asked for what its patterns hold of it', () => {
    fc.assert(
      fc.property(someAgent, someAgent, aTree, (one, other, tree) => {
        const patternsOf = ({ definitions }: Agent) =>
          definitions.flatMap(({ sections }) =>
            sections.flatMap(({ rules }) => rules.map(({ compiled }) => compiled)),
          );
        const paths = [...new Set(tree)].sort().map(repoPath);
        const [asked, further] = [patternsOf(one), patternsOf(other)];
        const classes = classifyPaths(paths, asked, further);
        const all = [...asked, ...further];
        const wanted = paths.filter((path) => asked.some((pattern) => pattern.matches(path)));
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(wanted.length);
        for (const paths of classes) {
          expect(paths.examples).toHaveLength(Math.min(paths.count, MOST_EXAMPLES));
          expect(paths.examples.toSorted()).toEqual(paths.examples);
          for (const path of paths.examples) {
            expect(wanted).toContain(path);
            expect(all.map((pattern) => paths.has(pattern))).toEqual(
              all.map((pattern) => pattern.matches(path)),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('patterns near a directory', () => {
  const near = (directory: string, ...patterns: readonly string[]): readonly string[] =>
    createNearby(
      patterns.flatMap((written) => {
        const result = compilePattern(written, { section: 'owns', root: repoPath('') });
        return result.ok ? [{ written, pattern: result.pattern }] : [];
      }),
    )
      .at(directory)
      .map(({ written }) => written);

  it.each([
    ['', ['src/**', '*.md', '/a']],
    ['src', ['src/**', '*.md', '{docs,src/api}/x', 'src/api/x/**']],
    ['src/api', ['src/**', '*.md', '{docs,src/api}/x', 'src/api/x/**']],
    ['src/api/x/y', ['src/**', '*.md', '{docs,src/api}/x', 'src/api/x/**']],
    ['src/api/y', ['src/**', '*.md']],
    ['docs', ['*.md', '{docs,src/api}/x']],
    ['srcs', ['*.md']],
  ])('of %j are those that can match something in it', (directory, expected) => {
    const patterns = ['src/**', '*.md', '{docs,src/api}/x', 'src/api/x/**', '/a'];
    const found = near(directory, ...patterns);
    expect(found).toEqual(expect.arrayContaining(expected));
    if (directory !== '') expect(found).toHaveLength(expected.length);
  });

  it('are those of the directory that is asked for, not of the last one', () => {
    const result = compilePattern('src/**', { section: 'owns', root: repoPath('') });
    const nearby = createNearby(result.ok ? [{ pattern: result.pattern }] : []);
    expect(['src', 'docs', 'docs', 'src'].map((directory) => nearby.at(directory).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });
});
