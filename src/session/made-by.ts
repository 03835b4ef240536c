import { creditOf, type Owns } from '../core/journal/credit.js';
import { whoMade } from '../core/journal/who-made.js';
import type { Note } from '../core/journal/note.js';
import { lookUpName } from '../core/attribution/names.js';
import type { Roster } from '../core/definitions/roster.js';
import type { Change } from '../core/history.js';
import { ruling } from '../core/judgement/ruling.js';
import type { AgentName, RepoPath } from '../core/vocabulary.js';
import { readNotes } from '../sources/journal/notes.js';

/** The agents that made changes, by path; a path that is missing is nobody's that is known. */
export type MadeBy = ReadonlyMap<RepoPath, readonly AgentName[]>;

/** Whose work changes are, by the journal of the working tree with this git directory. */
export const createWhoMade =
  (gitDir: string, roster: Roster): ((changes: readonly Change[]) => Promise<MadeBy>) =>
  async (changes) =>
    madeBy(changes, (await readNotes(gitDir)).notes, roster);

/** The same by notes that are read already. */
export function madeBy(changes: readonly Change[], notes: readonly Note[], roster: Roster): MadeBy {
  const owns = createOwns(roster);
  return new Map(
    whoMade(changes, notes).flatMap((making) => {
      const agents = creditOf(making, owns);
      return agents.length === 0 ? [] : [[making.change.path, agents] as const];
    }),
  );
}

export const createOwns =
  (roster: Roster): Owns =>
  (name, path) => {
    const found = lookUpName(name, roster);
    return found.kind === 'known' && ruling(found.agent, path).verdict === 'owns';
  };
