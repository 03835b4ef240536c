import type { TreeEntry } from '../../../src/core/history.js';
import type { Note, NotedChange } from '../../../src/core/journal/note.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';

export const file = (oid: string, mode = '100644'): TreeEntry => ({ mode, oid });

interface Written {
  readonly path?: string;
  /** The object that is left; `null` for a deletion. */
  readonly to: string | null;
  readonly mode?: string | null;
  readonly base?: string | null;
  readonly act?: NotedChange['act'];
}

export const aChange = ({
  path = 'x',
  to,
  mode = '100644',
  base = null,
  act = 'edited',
}: Written): NotedChange => ({
  path: repoPath(path),
  object: to === null ? null : { mode, oids: [to] },
  base,
  act,
});

/** A note whose window is a moment, unless told. */
export const aNote = (
  agent: string | null,
  at: number | readonly [number, number],
  written: Written | readonly Written[],
  how: Note['how'] = 'shell',
): Note => {
  const [from, until] = typeof at === 'number' ? [at, at] : at;
  const changes = [written].flat().map((one) => aChange(one));
  return { agent: agent === null ? null : agentName(agent), how, from, at: until, changes };
};
