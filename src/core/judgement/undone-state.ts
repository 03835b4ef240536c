import { sameEntry, type Commit, type OwnChange, type TreeEntry } from '../history.js';
import type { CommitSha } from '../vocabulary.js';
import type { Lineage } from './lineage.js';

/** A forbidden change, with what weighs what came after it. */
export interface Offence extends OwnChange {
  /** The commit's place in the range. */
  readonly index: number;
  /** The states that take the change back, by `entryKey`. */
  readonly restoring: ReadonlySet<string>;
  /** Whether a later commit answers for itself when it writes the agent's entry anew. */
  readonly isOwnAct: (index: number) => boolean;
}

/** Whether what the agent wrote may still be there at a commit, and if not, who took it back. */
export type State = { readonly standing: true } | { readonly standing: false; readonly by: CommitSha };

const STANDING: State = { standing: true };

export const entryKey = (entry: TreeEntry | null): string =>
  entry === null ? '' : `${entry.mode} ${entry.oid}`;

/** Follows the change along every line of history from its commit to the head. */
export function stateAtHead(change: Offence, lineage: Lineage): State {
  const offence = { ...change, carriers: new Set<string>() };
  noteCarrier(offence, change.after);
  return lineage.isLinear ? alongOneLine(offence, lineage) : alongAllLines(offence, lineage);
}

/** The states of the path that may hold what the agent wrote: its own, and what was built on it while it stood. */
interface Followed extends Offence {
  readonly carriers: Set<string>;
}

function noteCarrier(offence: Followed, entry: TreeEntry | null): void {
  if (!offence.restoring.has(entryKey(entry))) offence.carriers.add(contentKey(offence, entry));
}

const carries = (offence: Followed, entry: TreeEntry | null): boolean =>
  !offence.restoring.has(entryKey(entry)) && offence.carriers.has(contentKey(offence, entry));

/** The same content under another mode is the same content, unless the mode is all that the agent changed. */
const contentKey = ({ before, after }: Offence, entry: TreeEntry | null): string =>
  entry === null || before?.oid === after?.oid ? entryKey(entry) : entry.oid;

function alongOneLine(offence: Followed, lineage: Lineage): State {
  return lineage
    .changesOf(offence.path)
    .filter(({ index }) => index > offence.index)
    .reduce<State>(
      (state, { index, change }) =>
        afterWrite(offence, change.after, state, lineage.history.commits[index]?.sha, index),
      STANDING,
    );
}

function alongAllLines(offence: Followed, lineage: Lineage): State {
  const { commits, head } = lineage.history;
  const written = new Map(lineage.changesOf(offence.path).map(({ index, change }) => [index, change.after]));
  const states = new Map<number, State>([[offence.index, STANDING]]);
  for (let index = offence.index + 1; index < commits.length; index += 1) {
    const commit = commits[index];
    if (commit === undefined) continue;
    const inherited = commit.parents.flatMap((parent) => states.get(lineage.indexOf(parent) ?? -1) ?? []);
    const [first] = inherited;
    if (first === undefined) continue;
    if (commit.parents.length > 1) {
      states.set(index, afterMerge(offence, commit, index, inherited, states, lineage));
    } else {
      const after = written.get(index);
      states.set(index, after === undefined ? first : afterWrite(offence, after, first, commit.sha, index));
    }
  }
  return states.get(lineage.indexOf(head) ?? -1) ?? STANDING;
}

function afterWrite(
  offence: Followed,
  after: TreeEntry | null,
  earlier: State,
  sha: CommitSha | undefined,
  index: number,
): State {
  if (!earlier.standing) return carries(offence, after) && !offence.isOwnAct(index) ? STANDING : earlier;
  if (sha !== undefined && offence.restoring.has(entryKey(after))) return { standing: false, by: sha };
  noteCarrier(offence, after);
  return earlier;
}

/**
 * A merge takes back on the lines that still carry the change where it sets the path to an earlier state, or takes the entry
 * of a parent whose line does not carry it.
 */
function afterMerge(
  offence: Followed,
  { sha, parents }: Commit,
  index: number,
  inherited: readonly State[],
  states: ReadonlyMap<number, State>,
  lineage: Lineage,
): State {
  const entry = lineage.entryAt(sha, offence.path);
  const stillStands = (parent: CommitSha): boolean =>
    states.get(lineage.indexOf(parent) ?? -1)?.standing ?? false;
  const holds = (parent: CommitSha): boolean => sameEntry(lineage.entryAt(parent, offence.path), entry);
  const [clean] = inherited.flatMap((state) => (state.standing ? [] : [state]));
  if (!inherited.some(({ standing }) => standing) && clean !== undefined) {
    const isBack = carries(offence, entry) && !parents.some(holds) && !offence.isOwnAct(index);
    return isBack ? STANDING : clean;
  }
  const takesCleanSide = parents.some((parent) => !stillStands(parent) && holds(parent));
  if (!carries(offence, entry) && (takesCleanSide || offence.restoring.has(entryKey(entry)))) {
    return { standing: false, by: sha };
  }
  noteCarrier(offence, entry);
  return STANDING;
}
