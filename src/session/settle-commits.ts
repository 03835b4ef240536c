import { settleNotes, type SettledPath } from '../core/journal/settle.js';
import { formatNotes } from '../core/journal/note.js';
import type { RepoPath } from '../core/vocabulary.js';
import { readObjectOnDisk } from '../sources/git/object-on-disk.js';
import { putFile } from '../sources/journal/files.js';
import { dropNotes, type KeptNotes } from '../sources/journal/notes.js';
import type { Bearings } from './bearings.js';
import { readObjectFormat } from './object-format.js';
import type { Attributed } from './verify-commits.js';

/** Lets go of notes whose work is in commits that name its agents. */
export async function settleCommits(
  attributed: readonly Attributed[],
  { files, notes }: KeptNotes,
  { place, git }: Bearings,
): Promise<void> {
  const named = attributed.filter(({ made, agents }) => agents.every((agent) => made.claims.includes(agent)));
  const noted = new Set(notes.flatMap(({ changes }) => changes.map(({ path }) => path)));
  const committed = new Map(
    named.flatMap(({ made }) =>
      made.commit.changes.filter(({ path }) => noted.has(path)).map((change) => [change.path, change.after]),
    ),
  );
  if (committed.size === 0) return;
  const format = await readObjectFormat(git);
  const settled = new Map<RepoPath, SettledPath>();
  for (const [path, entry] of committed) {
    const { object } = await readObjectOnDisk(place.topLevel, path, format);
    settled.set(path, {
      committed: entry === null ? null : { mode: entry.mode, oids: [entry.oid] },
      present: object,
    });
  }
  for (const [name, kept] of files) {
    const left = settleNotes(kept, settled);
    if (left === null) continue;
    if (left.length === 0) await dropNotes(place.gitDir, name);
    else await putFile(place.gitDir, 'notes', name, formatNotes(left));
  }
}
