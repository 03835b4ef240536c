import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ruling } from '../../../src/core/judgement/ruling.js';
import { measureAgent } from '../../../src/core/lint/measured-agent.js';
import { createPathIndex } from '../../../src/core/patterns/path-index.js';
import { hasPosition } from '../../../src/core/patterns/path-set.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent } from '../../support/builders.js';
import { aTree, someAgent } from './linting.js';

describe('a measured agent', () => {
  it('has for every tracked path the verdict of the ruling', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(someAgent, aTree, (agent, tree) => {
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
    expect([...seen.values()].every((count) => count > 50)).toBe(true);
  });

  it('heeds carve-outs', () => {
    const agent = anAgent('layout', { owns: ['docs/layout.md'], cannotTouch: ['docs/*.md'] });
    const index = createPathIndex(['docs/layout.md', 'docs/other.md'].map(repoPath));
    const { owned, denied } = measureAgent(agent, index);
    expect([owned.count, denied.count]).toEqual([1, 1]);
  });
});
