import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { ProtectedPaths } from '../judgement/protected-paths.js';
import { measureAgent } from '../lint/measured-agent.js';
import { createPathIndex, patternKey, type PathIndex } from '../patterns/path-index.js';
import type { Policy } from '../policy/policy.js';
import type { RuleChange } from '../policy/rule-changes.js';
import type { AgentName, RepoPath } from '../vocabulary.js';
import { freedBetween, type Freed } from './freed.js';
import { pairAgents } from './pair-agents.js';
import { protectedPathsIn, protectionsLifted } from './protections.js';
import type { PathSet } from '../patterns/path-set.js';

/** What is compared: the rules in force, those that a branch leaves behind, and the paths of both trees. */
export interface Comparison {
  readonly base: Roster;
  readonly head: Roster;
  readonly aliases: Policy['aliases'];
  readonly tracked: Iterable<RepoPath>;
  readonly places: ProtectedPaths;
}

/** A difference of one agent's rules, and the direction in which it goes. */
export interface AgentDifference extends Freed {
  readonly effect: RuleChange['effect'];
  readonly agent: AgentName;
}

export interface Differences {
  /** By agent in the order of the base, then the new ones; of each what is loosened first. */
  readonly found: readonly AgentDifference[];
  /** What the positions of the paths mean. */
  readonly index: PathIndex;
}

/**
 * What the rules of the head loosen and tighten, agent by agent: on the patterns as they resolve, and on the ruling over
 * every tracked path. An agent whose rules mean the same, however they are written, is not looked at.
 */
export function compareRosters({ base, head, aliases, tracked, places }: Comparison): Differences {
  const { pairs, added } = pairAgents(base, head, aliases);
  const changed = pairs.filter(
    ({ before, after }) => after === null || meaningOf(before) !== meaningOf(after),
  );
  const index = createPathIndex(changed.length + added.length === 0 ? [] : tracked);
  const gone = changed.flatMap(({ before, after }) => (after === null ? [before] : []));
  let guarded: PathSet | null = null;
  const lifted = (from: Agent, to: Agent, isCautious: boolean): readonly Freed[] =>
    protectionsLifted(from, to, {
      places,
      index,
      isCautious,
      guarded: () => (guarded ??= protectedPathsIn(index, places)),
    });
  const [namesAdded, namesGone] = [namesByFile(added), namesByFile(gone)];
  const found = changed.flatMap(({ before, after }): readonly AgentDifference[] => {
    if (after === null) return wholeAgent('loosened', before, namesAdded, index);
    const [from, to] = [measureAgent(before, index), measureAgent(after, index)];
    const toDifference =
      (effect: RuleChange['effect']) =>
      (freed: Freed): AgentDifference => ({ effect, agent: before.name, ...freed });
    return [
      ...[...freedBetween(from, to), ...lifted(before, after, true)].map(toDifference('loosened')),
      ...[...freedBetween(to, from), ...lifted(after, before, false)].map(toDifference('tightened')),
    ];
  });
  const introduced = added.flatMap((agent) => wholeAgent('tightened', agent, namesGone, index));
  return { found: [...found, ...introduced], index };
}

const namesByFile = (agents: readonly Agent[]): ReadonlyMap<RepoPath, AgentName> =>
  new Map(agents.flatMap(({ name, definitions }) => definitions.map(({ file }) => [file, name] as const)));

/** An agent that only one side has. One without rules was held to nothing, so that nothing changes. */
function wholeAgent(
  effect: RuleChange['effect'],
  agent: Agent,
  others: ReadonlyMap<RepoPath, AgentName>,
  index: PathIndex,
): readonly AgentDifference[] {
  const { name, definitions } = agent;
  const [first] = definitions;
  const hasRules = definitions.some(({ sections }) => sections.some(({ rules }) => rules.length > 0));
  if (first === undefined || !hasRules) return [];
  const renamed = definitions.map(({ file }) => others.get(file)).find((other) => other !== undefined);
  return [
    {
      effect,
      agent: name,
      subject: { kind: 'agent', renamed: renamed ?? null },
      file: first.file,
      line: null,
      paths: measureAgent(agent, index).denied,
    },
  ];
}

/** Equal for agents whose CANNOT TOUCH and OWNS mean the same. */
const meaningOf = ({ definitions }: Agent): string =>
  definitions
    .map(({ sections }) =>
      sections
        .filter(({ kind }) => kind !== 'reads')
        .map(({ kind, rules }) => [kind, ...rules.map(({ compiled }) => patternKey(compiled))].join('\n'))
        .join('\n\n'),
    )
    .join('\n\n\n');
