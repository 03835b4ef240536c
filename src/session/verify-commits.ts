import type { HeadEntry } from '../core/journal/head-log.js';
import type { Note } from '../core/journal/note.js';
import type { AgentName } from '../core/vocabulary.js';
import type { Bearings } from './bearings.js';
import { readMadeCommits, type MadeCommit } from './commits-made.js';
import { madeBy, type MadeBy } from './made-by.js';

/** Who looks at the commits, and which of them are its own although the journal does not say so. */
export interface Onlooker {
  /** `null` for a person's thread, to which only the work of agents is told. */
  readonly agent: AgentName | null;
  readonly isOwn: (made: MadeCommit) => boolean;
}

/** A commit with whose work it holds. */
export interface Attributed {
  readonly made: MadeCommit;
  readonly madeBy: MadeBy;
  /** Those whose work it is: by the journal, and the onlooker where the commit is its own. */
  readonly agents: readonly AgentName[];
}

/** The commits that concern an onlooker, with the agents that each should name. */
export async function readConcerning(
  entries: readonly HeadEntry[],
  notes: readonly Note[],
  { agent, isOwn }: Onlooker,
  bearings: Bearings,
): Promise<readonly Attributed[]> {
  const commits = await readMadeCommits(entries, bearings);
  if (commits.length === 0) return [];
  const roster = await bearings.roster();
  return commits.flatMap((made): readonly Attributed[] => {
    const makers = madeBy(made.commit.changes, notes, roster);
    const agents = new Set([...makers.values()].flat());
    if (agent !== null) {
      if (isOwn(made)) agents.add(agent);
      if (!agents.has(agent) && !made.claims.includes(agent)) return [];
    }
    return agents.size === 0 ? [] : [{ made, madeBy: makers, agents: [...agents].sort() }];
  });
}
