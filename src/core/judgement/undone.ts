import type { AttributedCommit } from '../attribution/attribute.js';
import type { OwnChange } from '../history.js';
import type { PathViolation } from '../report.js';
import type { CommitSha } from '../vocabulary.js';
import { bringsNothing, type Lineage } from './lineage.js';
import { collectOffences, type Offences } from './offences.js';
import { entryKey, stateAtHead, type Offence } from './undone-state.js';

/**
 * Marks the findings whose change is gone: the pull request brings nothing to the path, or on every line of history from
 * the commit to the head a descendant took it back and nothing brought the agent's entry back. Leaves out the changes that
 * take an earlier finding back: they are no offence. Expects parents before children.
 */
export function settleUndone(
  violations: readonly PathViolation[],
  attributed: readonly AttributedCommit[],
  lineage: Lineage,
): readonly PathViolation[] {
  const offences = collectOffences(violations);
  const named = new Set(attributed.filter(isNamed).map(({ commit }) => commit.sha));
  return violations.flatMap((violation) => {
    const index = lineage.indexOf(violation.commit);
    const own = lineage.changesOf(violation.path).find((candidate) => candidate.index === index);
    if (index === null || own === undefined) return [violation];
    if (takesBack(own.change, index, violation, offences, lineage)) {
      offences.pardon(violation);
      return [];
    }
    const offence: Offence = {
      ...own.change,
      index,
      restoring: statesBefore(own.change, index, offences, lineage),
      isOwnAct: (later) => {
        const sha = lineage.history.commits[later]?.sha;
        return sha !== undefined && named.has(sha) && !offences.isFound(sha, own.change.path);
      },
    };
    const laterWork = laterWorkOn(offence, offences, lineage);
    return [{ ...violation, laterWork, undoneBy: undoneBy(offence, lineage) }];
  });
}

/** A commit that answers for itself: agents that the base defines, and none that nobody knows. */
const isNamed = ({ agents, unknown }: AttributedCommit): boolean =>
  agents.length > 0 && unknown.length === 0 && agents.every(({ provisional }) => !provisional);

function undoneBy(offence: Offence, lineage: Lineage): CommitSha | null {
  const state = stateAtHead(offence, lineage);
  if (!state.standing) return state.by;
  if (!bringsNothing(lineage, offence.path)) return null;
  const last = lineage.changesOf(offence.path).at(-1)?.index ?? offence.index;
  return last === offence.index
    ? lineage.history.base
    : (lineage.history.commits[last]?.sha ?? lineage.history.base);
}

function laterWorkOn(
  { path, index: start }: Offence,
  offences: Offences,
  lineage: Lineage,
): CommitSha | null {
  const shas = lineage.changesOf(path).flatMap(({ index }) => {
    const sha = lineage.isAncestor(start, index) ? lineage.history.commits[index]?.sha : undefined;
    return sha === undefined || offences.isFound(sha, path) ? [] : [sha];
  });
  return shas.at(-1) ?? null;
}

/**
 * The states that take a change back: what it was before, and what the path was in the range without it, earlier or on
 * another line of history, but for what forbidden changes wrote.
 */
function statesBefore(
  change: OwnChange,
  index: number,
  offences: Offences,
  lineage: Lineage,
): ReadonlySet<string> {
  const states = new Set<string>();
  const tainted = new Set<string>();
  for (const other of lineage.changesOf(change.path)) {
    const sha = lineage.history.commits[other.index]?.sha;
    if (sha === undefined || other.index === index || lineage.isAncestor(index, other.index)) continue;
    states.add(entryKey(other.change.before)).add(entryKey(other.change.after));
    if (offences.isForbidden(sha, change.path) && !offences.isPardoned(sha, change.path)) {
      tainted.add(entryKey(other.change.after));
    }
  }
  for (const state of tainted) states.delete(state);
  return states.add(entryKey(change.before));
}

/**
 * Whether a change sets the path to its state before an earlier offence, with nothing but offences of that path in between;
 * what it replaces is what one of them wrote, so that it drops nobody's work that a merge brought in. A change that takes
 * back is itself no offence, so taking it back in turn is one. Only what is forbidden excuses what is forbidden.
 */
function takesBack(
  { path, before, after }: OwnChange,
  index: number,
  { code }: PathViolation,
  offences: Offences,
  lineage: Lineage,
): boolean {
  const commitAt = (at: number): CommitSha => lineage.history.commits[at]?.sha ?? lineage.history.head;
  const offends = (at: number): boolean =>
    code === 'read-only-path'
      ? offences.isFound(commitAt(at), path)
      : offences.isForbidden(commitAt(at), path);
  const earlier = lineage.changesOf(path).filter((own) => lineage.isAncestor(own.index, index));
  const wanted = entryKey(after);
  return earlier.some((offence) => {
    if (entryKey(offence.change.before) !== wanted || !offends(offence.index)) return false;
    if (offences.isPardoned(commitAt(offence.index), path)) return false;
    const since = earlier.filter(
      ({ index: between }) => between === offence.index || lineage.isAncestor(offence.index, between),
    );
    return (
      since.every((between) => offends(between.index)) &&
      since.some((between) => entryKey(between.change.after) === entryKey(before))
    );
  });
}
