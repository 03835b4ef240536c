import type { Roster } from '../definitions/roster.js';
import { measureAgent } from '../lint/measured-agent.js';
import { createPathIndex } from '../patterns/path-index.js';
import type { AgentName, RepoPath } from '../vocabulary.js';
import { createMembers, type Members } from './members.js';

/** What `ruling` says of every agent on a path; `null` where it is not known here, so that each agent has to be asked. */
export interface PathRulings {
  /** The agents that own the path, in the order of their names. */
  owners(path: RepoPath): readonly AgentName[] | null;
  /** Those that cannot touch it. */
  denied(path: RepoPath): readonly AgentName[] | null;
}

/** So many questions are answered one by one sooner than an index is built. */
const FEW = 500;

/** Answers many questions about these paths from an index of them; the first few are not known, as it is not built for them. */
export function createPathRulings(roster: Roster, paths: readonly RepoPath[], few = FEW): PathRulings {
  let asked = 0;
  let measured: Measured | null = null;
  const ask = (path: RepoPath, kind: 'owners' | 'denied'): readonly AgentName[] | null => {
    asked += 1;
    if (asked <= few) return null;
    measured ??= measure(roster, paths);
    const position = measured.positions.get(path);
    return position === undefined ? null : measured[kind].at(position);
  };
  return { owners: (path) => ask(path, 'owners'), denied: (path) => ask(path, 'denied') };
}

interface Measured {
  readonly positions: ReadonlyMap<RepoPath, number>;
  readonly owners: Members<AgentName>;
  readonly denied: Members<AgentName>;
}

function measure({ agents }: Roster, paths: readonly RepoPath[]): Measured {
  const index = createPathIndex(paths);
  const owners = createMembers<AgentName>(index.paths.length);
  const denied = createMembers<AgentName>(index.paths.length);
  for (const agent of agents) {
    const measured = measureAgent(agent, index);
    owners.add(agent.name, measured.owned);
    denied.add(agent.name, measured.denied);
  }
  return { positions: new Map(index.paths.map((path, position) => [path, position])), owners, denied };
}
