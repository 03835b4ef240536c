import { describe, expect, it } from '@jest/globals';
import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { introducedConflicts } from '../../../src/core/judgement/introduced-conflicts.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { EVERY_PROBLEM } from '../../support/every-problem.js';

const elsewhere = (problem: DefinitionProblem): DefinitionProblem => ({
  ...problem,
  line: 99,
  ...('paths' in problem ? { paths: { examples: [repoPath('x')], count: 1 } } : {}),
  ...('denial' in problem ? { denial: { ...problem.denial, line: 7 } } : {}),
});

describe('introducedConflicts', () => {
  it('are contested paths and what a contract says otherwise', () => {
    expect(new Set(introducedConflicts([], EVERY_PROBLEM).map(({ code }) => code))).toEqual(
      new Set(['contested-paths', 'contract-drift']),
    );
  });

  it('are none that the base has, on whatever lines and files', () => {
    expect(introducedConflicts(EVERY_PROBLEM, EVERY_PROBLEM.map(elsewhere))).toEqual([]);
  });

  it('are never notices', () => {
    expect(
      introducedConflicts(
        [],
        EVERY_PROBLEM.map((problem) => ({ ...problem, severity: 'notice' })),
      ),
    ).toEqual([]);
  });
});
