import { createIsDefinitionPath } from '../definitions/definition-paths.js';
import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import { createProtectedPaths, steeringPatterns } from '../judgement/protected-paths.js';
import { contestsOf } from '../lint/contested-paths.js';
import { measureAgent } from '../lint/measured-agent.js';
import { compilePattern } from '../patterns/dialect.js';
import { createPathIndex, type PathIndex } from '../patterns/path-index.js';
import {
  collectRanges,
  firstPositions,
  intersect,
  subtract,
  uniteAll,
  type PathSet,
} from '../patterns/path-set.js';
import type { Policy } from '../policy/policy.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import { createAnswers } from './answers.js';
import { toEntries, type MapEntry } from './map-entries.js';

/** Who may do what with a path: agents by their number in the map, ascending. */
export interface MapAnswer {
  /** `ruling` says `owns`. */
  readonly owners: readonly number[];
  readonly readers: readonly number[];
  /** `ruling` says `cannot-touch`. */
  readonly denied: readonly number[];
  /** Those among `denied` whose OWNS decides it as well, so that lint tells it as `contested-paths`. */
  readonly contested: readonly number[];
  /** Definitions, the config and what else steers agents. */
  readonly isProtected: boolean;
  /** Of the owners of a protected path those whose OWNS names the place, so that they may change it. */
  readonly spared: readonly number[];
  /** Open to every agent by the policy. */
  readonly isShared: boolean;
}

/** Every tracked path and who may do what with it. */
export interface OwnershipMap {
  readonly agents: readonly Agent[];
  /** The distinct answers, in the order of the paths. */
  readonly answers: readonly MapAnswer[];
  /** By position, the number of the path's answer. */
  readonly answerAt: Int32Array;
  /** By position. What lies below a directory has neighbouring positions. */
  readonly paths: readonly RepoPath[];
  readonly root: MapEntry;
}

type OpenAndClosed = Pick<Policy, 'definitions' | 'protected' | 'shared'>;

const LABELS_OF_AGENT = 5;
const [OWNS, READS, DENIED, CONTESTED, SPARED] = [0, 1, 2, 3, 4];

/** Asks for every tracked path at once what `ruling` and `explain` say of one. */
export function createOwnershipMap(
  { agents }: Roster,
  tracked: Iterable<RepoPath>,
  policy: OpenAndClosed,
): OwnershipMap {
  const index = createPathIndex(tracked);
  const answers = createAnswers(index.paths.length);
  const closed = protectedPaths(policy, index);
  const isSpared = sparedBy(policy);
  for (const [number, agent] of agents.entries()) {
    const measured = measureAgent(agent, index);
    const first = number * LABELS_OF_AGENT;
    answers.add(first + OWNS, measured.owned);
    answers.add(first + READS, measured.read());
    answers.add(first + DENIED, measured.denied);
    answers.add(first + CONTESTED, uniteAll(contestsOf(measured).map(({ contested }) => contested)));
    const spared = collectRanges();
    for (const position of firstPositions(intersect(measured.owned, closed), Infinity)) {
      const path = index.paths[position];
      if (path !== undefined && isSpared(path, agent)) spared.add(position, position + 1);
    }
    answers.add(first + SPARED, spared.toSet());
  }
  const isProtected = agents.length * LABELS_OF_AGENT;
  answers.add(isProtected, closed);
  answers.add(isProtected + 1, subtract(uniteAll(matching(policy.shared, index)), closed));
  const { at, labels } = answers.finish();
  const agentsOf = (list: readonly number[], kind: number): readonly number[] =>
    list
      .filter((label) => label < isProtected && label % LABELS_OF_AGENT === kind)
      .map((label) => (label - kind) / LABELS_OF_AGENT);
  return {
    agents,
    answers: labels.map((list) => ({
      owners: agentsOf(list, OWNS),
      readers: agentsOf(list, READS),
      denied: agentsOf(list, DENIED),
      contested: agentsOf(list, CONTESTED),
      isProtected: list.includes(isProtected),
      spared: agentsOf(list, SPARED),
      isShared: list.includes(isProtected + 1),
    })),
    answerAt: at,
    paths: index.paths,
    root: toEntries(index, at),
  };
}

/** As the check has it for a `definition-edit`; what links lead to is not known here. */
function sparedBy({
  definitions,
  protected: patterns,
}: OpenAndClosed): (path: RepoPath, agent: Agent) => boolean {
  const further = { patterns, config: null };
  const closed = createProtectedPaths(definitions, createIsDefinitionPath(definitions), new Set(), further);
  return (path, agent) => closed.isSpared(path, agent);
}

function protectedPaths({ definitions, protected: further }: OpenAndClosed, index: PathIndex): PathSet {
  const isDefinitionPath = createIsDefinitionPath(definitions);
  const places = collectRanges();
  for (const [position, path] of index.paths.entries()) {
    if (isDefinitionPath(path)) places.add(position, position + 1);
  }
  return uniteAll([
    places.toSet(),
    ...steeringPatterns().map((pattern) => index.matching(pattern)),
    ...matching(further, index),
  ]);
}

const matching = (patterns: readonly string[], index: PathIndex): readonly PathSet[] =>
  patterns.flatMap((written) => {
    const result = compilePattern(written, { section: 'owns', root: repoPath('') });
    return result.ok ? [index.matching(result.pattern)] : [];
  });
