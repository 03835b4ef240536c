import { byPlace } from '../definitions/assemble-roster.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import type { DefinitionSource, Roster } from '../definitions/roster.js';
import { steeringPatterns } from '../judgement/protected-paths.js';
import { compilePattern } from '../patterns/dialect.js';
import { createPathIndex, type PathIndex } from '../patterns/path-index.js';
import { collectRanges, NO_PATHS, subtract, unite, uniteAll, type PathSet } from '../patterns/path-set.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import { findContestedPaths } from './contested-paths.js';
import { findContractDrift } from './contract.js';
import { findDeadPatterns } from './dead-patterns.js';
import { measureAgent } from './measured-agent.js';
import { findOrphanDenials } from './orphan-denials.js';
import { createOwnership } from './ownership.js';
import { findShadowedPatterns } from './shadowed-patterns.js';
import { findSharedOwnership } from './shared-ownership.js';
import { findSimilarNames } from './similar-names.js';
import { findUnownedFiles } from './unowned-files.js';

/** What a roster is held against. */
export interface LintTarget {
  readonly roster: Roster;
  /** The paths of all tracked files, links and submodules of the revision. */
  readonly tracked: Iterable<RepoPath>;
  /** `.claude/CONTRACT.md`, where there is one. */
  readonly contract: DefinitionSource | null;
  /** Where definitions lie: globs, the last of which decides. No agent is expected to own what lies there. */
  readonly lookedFor?: readonly string[];
}

/** The problems that show only when all definitions, the tree and the contract are seen together, in the order of their places. */
export function lintRoster({
  roster,
  tracked,
  contract,
  lookedFor = [],
}: LintTarget): readonly DefinitionProblem[] {
  if (roster.agents.length === 0) return [];
  const index = createPathIndex(tracked);
  const hasFiles = index.paths.length > 0;
  const ownership = createOwnership(index.paths.length);
  const problems: DefinitionProblem[] = [
    ...findSimilarNames(roster),
    ...(contract === null ? [] : findContractDrift(contract, roster, index.paths)),
  ];
  for (const agent of roster.agents) {
    const measured = measureAgent(agent, index);
    ownership.add(measured.owned);
    problems.push(
      ...(hasFiles ? findDeadPatterns(measured) : []),
      ...findShadowedPatterns(measured, hasFiles),
      ...findContestedPaths(measured, index),
    );
  }
  const owned = ownership.owned();
  const ownerless = pathsForPeople(roster, lookedFor, index);
  problems.push(
    ...findSharedOwnership(ownership, roster, index),
    ...findOrphanDenials(roster.agents, owned, ownerless, index),
    ...(hasOwners(roster) ? findUnownedFiles(owned, ownerless, index) : []),
  );
  return problems.sort(byPlace);
}

/** What no agent is expected to own: the definitions, and what else steers agents or the check itself. */
function pathsForPeople({ agents }: Roster, lookedFor: readonly string[], index: PathIndex): PathSet {
  const files = new Set(agents.flatMap(({ definitions }) => definitions.map(({ file }) => file)));
  const ranges = collectRanges();
  for (const [position, path] of index.paths.entries()) {
    if (files.has(path)) ranges.add(position, position + 1);
  }
  return uniteAll([
    ranges.toSet(),
    placesOfDefinitions(lookedFor, index),
    ...steeringPatterns().map((pattern) => index.matching(pattern)),
  ]);
}

function placesOfDefinitions(globs: readonly string[], index: PathIndex): PathSet {
  let places = NO_PATHS;
  for (const glob of globs) {
    const compilation = compilePattern(glob, { section: 'owns', root: repoPath('') });
    if (!compilation.ok) continue;
    const { pattern } = compilation;
    places = (pattern.negated ? subtract : unite)(places, index.matching(pattern));
  }
  return places;
}

const hasOwners = ({ agents }: Roster): boolean =>
  agents.some(({ definitions }) =>
    definitions.some(({ sections }) =>
      sections.some(({ kind, rules }) => kind === 'owns' && rules.some(({ compiled }) => !compiled.negated)),
    ),
  );
