import { sameEntry, type OwnChange, type TreeEntry } from '../history.js';
import type { PathViolation } from '../report.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import { bringsNothing, type Lineage } from './lineage.js';

/** Whether what the agent wrote may still be there at a commit, and if not, who took it back. */
type State = { readonly standing: true } | { readonly standing: false; readonly by: CommitSha };

const STANDING: State = { standing: true };

/**
 * Marks the findings whose change is gone: the pull request brings nothing to the path, or on every line of history from
 * the commit to the head a descendant set the path to what it was before and nothing brought the agent's entry back. Leaves
 * out the changes that take an earlier finding back: they are no offence. Expects parents before children.
 */
export function settleUndone(
  violations: readonly PathViolation[],
  lineage: Lineage,
): readonly PathViolation[] {
  const offending = new Set(violations.map(keyOf));
  const pardoned = new Set<string>();
  const isOffence: OffenceTest = (index, path) => {
    const commit = lineage.history.commits[index]?.sha;
    const key = commit === undefined ? '' : keyOf({ commit, path });
    return { changed: offending.has(key), charged: offending.has(key) && !pardoned.has(key) };
  };
  return violations.flatMap((violation) => {
    const index = lineage.indexOf(violation.commit);
    const own = lineage.changesOf(violation.path).find((candidate) => candidate.index === index);
    if (index === null || own === undefined) return [violation];
    if (takesBack(own.change, index, lineage, isOffence)) {
      pardoned.add(keyOf(violation));
      return [];
    }
    const before = [own.change, ...offencesBefore(violation.path, index, lineage, isOffence)].map(
      (change) => change.before,
    );
    return [{ ...violation, undoneBy: undoneBy({ ...own.change, restoring: before }, index, lineage) }];
  });
}

/** A forbidden change with the states that take it back: what it was before, or before the offences that it builds on. */
interface Offence extends OwnChange {
  readonly restoring: readonly (TreeEntry | null)[];
}

const restores = ({ restoring }: Offence, entry: TreeEntry | null): boolean =>
  restoring.some((before) => sameEntry(before, entry));

/** Whether a commit's change of a path was found against it, and whether it is still charged for it. */
type OffenceTest = (
  index: number,
  path: RepoPath,
) => { readonly changed: boolean; readonly charged: boolean };

const keyOf = ({ commit, path }: Pick<PathViolation, 'commit' | 'path'>): string => `${commit}:${path}`;

function undoneBy(change: Offence, index: number, lineage: Lineage): CommitSha | null {
  const state = stateAtHead(change, index, lineage);
  if (!state.standing) return state.by;
  if (!bringsNothing(lineage, change.path)) return null;
  const last = lineage.changesOf(change.path).at(-1);
  const lastCommit = lineage.history.commits[last?.index ?? index];
  return last === undefined || last.index === index || lastCommit === undefined
    ? lineage.history.base
    : lastCommit.sha;
}

function stateAtHead(change: Offence, start: number, lineage: Lineage): State {
  const { commits, head } = lineage.history;
  const written = new Map(lineage.changesOf(change.path).map((own) => [own.index, own.change.after]));
  const states = new Map<number, State>([[start, STANDING]]);
  for (let index = start + 1; index < commits.length; index += 1) {
    const commit = commits[index];
    if (commit === undefined) continue;
    const inherited = commit.parents.flatMap((parent) => states.get(lineage.indexOf(parent) ?? -1) ?? []);
    const [first] = inherited;
    if (first === undefined) continue;
    if (commit.parents.length > 1) {
      states.set(index, stateAfterMerge(change, commit, inherited, states, lineage));
    } else {
      const after = written.get(index);
      states.set(index, after === undefined ? first : stateAfterWrite(change, after, first, commit.sha));
    }
  }
  return states.get(lineage.indexOf(head) ?? -1) ?? STANDING;
}

function stateAfterWrite(change: Offence, after: TreeEntry | null, earlier: State, sha: CommitSha): State {
  if (earlier.standing) return restores(change, after) ? { standing: false, by: sha } : earlier;
  return sameEntry(after, change.after) ? STANDING : earlier;
}

/**
 * A merge takes back on the lines that still carry the change where it sets the path to what it was, or takes the entry of a
 * parent whose line does not carry it.
 */
function stateAfterMerge(
  offence: Offence,
  { sha, parents }: { readonly sha: CommitSha; readonly parents: readonly CommitSha[] },
  inherited: readonly State[],
  states: ReadonlyMap<number, State>,
  lineage: Lineage,
): State {
  const entry = lineage.entryAt(sha, offence.path);
  if (sameEntry(entry, offence.after)) return STANDING;
  const clean = inherited.find((state) => !state.standing);
  if (clean !== undefined && inherited.every((state) => !state.standing)) return clean;
  const takesCleanSide = parents.some((parent) => {
    const carries = states.get(lineage.indexOf(parent) ?? -1)?.standing ?? false;
    return !carries && sameEntry(lineage.entryAt(parent, offence.path), entry);
  });
  return takesCleanSide || restores(offence, entry) ? { standing: false, by: sha } : STANDING;
}

/**
 * Whether a change sets the path to its state before an earlier offence, with nothing but forbidden changes of that path in
 * between. A change that takes back is itself no offence, so taking it back in turn is one.
 */
const takesBack = (change: OwnChange, index: number, lineage: Lineage, isOffence: OffenceTest): boolean =>
  offencesBefore(change.path, index, lineage, isOffence).some(({ before }) =>
    sameEntry(before, change.after),
  );

/** The charged offences on a path that lead to a commit with nothing but forbidden changes of it in between. */
function offencesBefore(
  path: RepoPath,
  index: number,
  lineage: Lineage,
  isOffence: OffenceTest,
): readonly OwnChange[] {
  const ancestors = lineage.ancestorsOf(index);
  const earlier = lineage.changesOf(path).filter((own) => ancestors.has(own.index));
  return earlier
    .filter(
      (offence) =>
        isOffence(offence.index, path).charged &&
        earlier.every(
          (between) =>
            !lineage.ancestorsOf(between.index).has(offence.index) || isOffence(between.index, path).changed,
        ),
    )
    .map(({ change }) => change);
}
