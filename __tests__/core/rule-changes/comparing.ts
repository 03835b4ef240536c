import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import { firstPositions } from '../../../src/core/patterns/path-set.js';
import { compareRosters, type AgentDifference } from '../../../src/core/rule-changes/compare-rosters.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aRoster } from '../../support/builders.js';

export const PLACES = createProtectedPaths(
  DEFAULT_POLICY.definitions,
  createIsDefinitionPath(DEFAULT_POLICY.definitions),
  new Set(),
);

/** A difference with the paths that it concerns. */
export interface Compared extends Omit<AgentDifference, 'paths'> {
  readonly paths: readonly string[];
}

export function compare(
  base: readonly Agent[],
  head: readonly Agent[],
  tracked: readonly string[] = [],
  aliases: Policy['aliases'] = {},
): readonly Compared[] {
  const { found, index } = compareRosters({
    base: aRoster(...base),
    head: aRoster(...head),
    tracked: tracked.map(repoPath),
    places: PLACES,
    aliases,
  });
  return found.map((difference) => ({
    ...difference,
    paths: firstPositions(difference.paths, Infinity).map((position) => index.paths[position] ?? ''),
  }));
}

export const SIGNS = { loosened: '-', tightened: '+' };

/** In short: `- denial apps/** (2)` for what is loosened, `+` for what is tightened. */
export const inShort = (differences: readonly Compared[]): readonly string[] =>
  differences.map(({ effect, agent, subject, paths }) => {
    const what =
      'pattern' in subject
        ? subject.pattern
        : subject.kind === 'agent'
          ? `${agent} ${subject.renamed ?? ''}`
          : '';
    return `${SIGNS[effect]} ${subject.kind} ${what.trim()} (${paths.length})`;
  });
