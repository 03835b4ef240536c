import type { OracleChanges } from './own-changes.js';

/** One path in one history, as the words of the reference see it. */
export interface PathStory {
  readonly path: string;
  /** Parents inside the range, and whether the commit has any outside. */
  readonly parents: ReadonlyMap<number, readonly number[]>;
  readonly head: number;
  /** The state of the path at a commit, inside the range or not. */
  readonly stateAt: (commit: number) => string;
  readonly changes: ReadonlyMap<number, OracleChanges>;
  /** Whether the commit answers for what it wrote: it names agents of the base alone, and is not found against on this path. */
  readonly answersForItself: (commit: number) => boolean;
  /** Whether it made a forbidden change of the path that takes nothing back. */
  readonly offends: (commit: number) => boolean;
  readonly isAncestor: (ancestor: number, descendant: number) => boolean;
}

/**
 * Whether on every line of history from the commit to the head something took its change back and nothing brought it back.
 * Walks every line from end to end, until no line adds a state to those that carry the change.
 */
export function isTakenBack(story: PathStory, offence: number): boolean {
  const change = story.changes.get(offence)?.get(story.path);
  if (change === undefined) throw new Error('no change to take back');
  const contentOf = (state: string): string =>
    objectOf(change.before) === objectOf(change.after) ? state : objectOf(state) || state;
  const restoring = statesWithout(story, offence, contentOf);
  const carriers = new Set([contentOf(change.after)]);
  for (;;) {
    const size = carriers.size;
    const walk = createWalk(story, offence, restoring, carriers, contentOf);
    const stands = walk.standsAt(story.head);
    if (carriers.size === size) return !stands;
  }
}

const objectOf = (state: string): string => state.split(' ')[1] ?? '';

/** What the path was before, and what it was in the range without the change, but for what forbidden changes wrote. */
function statesWithout(
  { path, changes, offends, isAncestor }: PathStory,
  offence: number,
  contentOf: (state: string) => string,
): ReadonlySet<string> {
  const own = changes.get(offence)?.get(path);
  const others = [...changes].filter(([commit]) => commit !== offence && !isAncestor(offence, commit));
  const states = new Set<string>();
  for (const [, all] of others) {
    const change = all.get(path);
    if (change !== undefined) states.add(change.before).add(change.after);
  }
  for (const [commit, all] of others) {
    const change = all.get(path);
    if (change !== undefined && offends(commit)) states.delete(change.after);
  }
  for (const state of states) if (contentOf(state) === contentOf(own?.after ?? '')) states.delete(state);
  return states.add(own?.before ?? '');
}

type Line = readonly number[];

function createWalk(
  story: PathStory,
  offence: number,
  restoring: ReadonlySet<string>,
  carriers: Set<string>,
  contentOf: (state: string) => string,
) {
  const { path, parents, stateAt, changes, answersForItself } = story;
  const known = new Map<number, boolean>();
  const carries = (state: string): boolean => !restoring.has(state) && carriers.has(contentOf(state));

  function linesTo(commit: number): readonly Line[] {
    if (commit === offence) return [[offence]];
    return (parents.get(commit) ?? []).flatMap((parent) => linesTo(parent).map((line) => [...line, commit]));
  }

  function standsAt(commit: number): boolean {
    const earlier = known.get(commit);
    if (earlier !== undefined) return earlier;
    const stands = linesTo(commit).some(standsAlong);
    known.set(commit, stands);
    return stands;
  }

  function standsAlong(line: Line): boolean {
    let stands = true;
    for (const commit of line.slice(1)) {
      const all = parents.get(commit) ?? [];
      const state = stateAt(commit);
      if (all.length < 2 && !changes.get(commit)?.has(path)) continue;
      if (stands) {
        const fromCleanSide =
          all.length > 1 && all.some((parent) => !standsAt(parent) && stateAt(parent) === state);
        stands = carries(state) || !(restoring.has(state) || fromCleanSide);
        if (stands && !restoring.has(state)) carriers.add(contentOf(state));
      } else {
        const answered =
          all.length > 1 && all.some((parent) => stateAt(parent) === state && isAnswered(parent, state));
        stands = carries(state) && !answersForItself(commit) && !answered;
      }
    }
    return stands;
  }

  /** Whether the state that a side of a merge holds is somebody else's: of the base branch, or of one who answers for it. */
  function isAnswered(commit: number, state: string): boolean {
    const all = parents.get(commit);
    if (all === undefined) return true;
    if (linesTo(commit).length > 0) return !standsAt(commit);
    if (changes.get(commit)?.has(path) === true) return answersForItself(commit);
    return all.length === 0 || all.some((parent) => stateAt(parent) === state && isAnswered(parent, state));
  }

  return { standsAt };
}
