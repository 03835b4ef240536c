import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createPathRulings } from '../../../src/core/judgement/path-rulings.js';
import { ownersOf, ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aTree, someAgent } from '../lint/linting.js';

describe('the rulings on many paths', () => {
  it('are those of each agent on each path', () => {
    let [runs, found] = [0, 0];
    fc.assert(
      fc.property(fc.array(someAgent, { minLength: 1, maxLength: 4 }), aTree, (agents, tree) => {
        const named = agents.map((agent, number) => ({
          ...agent,
          name: anAgent(`agent-${number}`, {}).name,
        }));
        const roster = { agents: named, problems: [] };
        const paths = tree.map(repoPath);
        runs += 1;
        const rulings = createPathRulings(roster, paths, 0);
        for (const path of paths) {
          const denied = named.filter((agent) => ruling(agent, path).verdict === 'cannot-touch');
          expect(rulings.owners(path)).toEqual(ownersOf(roster, path));
          expect(rulings.denied(path)).toEqual(denied.map(({ name }) => name));
          found += denied.length + ownersOf(roster, path).length;
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(2 * runs);
  });

  it('are not known for the first questions, and never for another path', () => {
    const path = repoPath('a/b');
    const rulings = createPathRulings(aRoster(anAgent('x', { owns: ['a/'] })), [path], 1);
    const answers = [rulings.owners(path), rulings.owners(path), rulings.owners(repoPath('a/c'))];
    expect(answers).toEqual([null, ['x'], null]);
  });
});
