import type { Commit } from '../history.js';
import { STANDING, type Followed, type Outcome } from './followed.js';
import type { Lineage } from './lineage.js';
import type { Course, State } from './path-course.js';

/** A commit that may matter to the path: one that changed it, or a merge. */
interface Stop {
  /** The commit's place in the range. */
  readonly index: number;
  readonly after: State;
  /** Its own change of the path, by its place in the course; -1 for a merge without one. */
  readonly place: number;
  readonly answersForItself: boolean;
  readonly isMerge: boolean;
  readonly sides: readonly Side[];
}

/** A parent: what it has there, and the last stop on its line; -1 where nobody in the range had a hand in it. */
interface Side {
  readonly stop: number;
  readonly state: State;
}

/** The lines of history of one path, without the commits in which nothing happens to it. */
export interface Routes {
  /** Parents before children. */
  readonly stops: readonly Stop[];
  readonly stopAtHead: number;
}

export function createRoutes(course: Course, lineage: Lineage): Routes {
  const { commits, head } = lineage.history;
  const places = new Map(course.steps.map(({ index }, place) => [index, place]));
  const lastStop = new Int32Array(commits.length).fill(-1);
  const stops: Stop[] = [];
  for (const [index, commit] of commits.entries()) {
    const place = places.get(index) ?? -1;
    const isMerge = commit.parents.length > 1;
    const lastOf = (parent: Commit['sha']): number => lastStop[lineage.indexOf(parent) ?? -1] ?? -1;
    if (place === -1 && !isMerge) {
      const [parent] = commit.parents;
      lastStop[index] = parent === undefined ? -1 : lastOf(parent);
      continue;
    }
    const step = course.steps[place];
    const stateIn = (sha: Commit['sha']): State => course.stateOf(lineage.entryAt(sha, course.path));
    lastStop[index] = stops.length;
    stops.push({
      index,
      place,
      isMerge,
      after: isMerge || step === undefined ? stateIn(commit.sha) : step.after,
      answersForItself: step?.answersForItself ?? false,
      sides: commit.parents.map((parent) => ({
        stop: lastOf(parent),
        state: isMerge ? stateIn(parent) : (step?.before ?? 0),
      })),
    });
  }
  return { stops, stopAtHead: lastStop[lineage.indexOf(head) ?? -1] ?? -1 };
}

/** The changes of the path that build on one of them, all by their places in the course. */
export function laterPlaces(place: number, { stops }: Routes): ReadonlySet<number> {
  const reached = new Set<number>();
  const later = new Set<number>();
  for (const [number, stop] of stops.entries()) {
    if (stop.place === place) reached.add(number);
    else if (stop.sides.some((side) => reached.has(side.stop))) {
      reached.add(number);
      if (stop.place !== -1) later.add(stop.place);
    }
  }
  return later;
}

/**
 * Follows a change along every line at once. A state that one line shows to carry the change may stand on another one too:
 * so it begins anew until no line adds a carrier, and the order in which git lists the lines has no say.
 */
export function alongAllLines(followed: Followed, { stops, stopAtHead }: Routes): Outcome {
  const first = stops.findIndex(({ place }) => place === followed.place);
  for (;;) {
    const carriers = followed.countCarriers();
    const outcomes = new Map<number, Outcome>([[first, STANDING]]);
    for (let number = first + 1; number < stops.length; number += 1) {
      const stop = stops[number];
      const outcome = stop === undefined ? null : outcomeAt(stop, followed, outcomes, stops);
      if (outcome !== null) outcomes.set(number, outcome);
    }
    if (followed.countCarriers() === carriers) return outcomes.get(stopAtHead) ?? STANDING;
  }
}

type Outcomes = ReadonlyMap<number, Outcome>;

function outcomeAt(
  stop: Stop,
  followed: Followed,
  outcomes: Outcomes,
  stops: readonly Stop[],
): Outcome | null {
  const { index, after, sides, isMerge } = stop;
  const inherited = sides.flatMap((side) => outcomes.get(side.stop) ?? []);
  const [first] = inherited;
  if (first === undefined) return null;
  if (!inherited.some(({ standing }) => standing)) {
    const isAnswered =
      stop.answersForItself ||
      (isMerge && sides.some((side) => side.state === after && isAnsweredOn(side, outcomes, stops)));
    return followed.carries(after) && !isAnswered ? STANDING : first;
  }
  // A merge also takes back where it takes the side of a parent whose line does not carry the change.
  const takesCleanSide =
    isMerge &&
    sides.some(({ stop: last, state }) => state === after && outcomes.get(last)?.standing !== true);
  if (!followed.carries(after) && (takesCleanSide || followed.restores(after))) {
    return { standing: false, by: index };
  }
  followed.noteCarrier(after);
  return STANDING;
}

/** Whether what a side of a merge holds is somebody else's: the base branch's, or of a commit that answers for it. */
function isAnsweredOn({ stop: last, state }: Side, outcomes: Outcomes, stops: readonly Stop[]): boolean {
  const outcome = outcomes.get(last);
  if (outcome !== undefined) return !outcome.standing;
  const stop = stops[last];
  if (stop === undefined) return true;
  if (stop.place !== -1) return stop.answersForItself;
  return stop.sides.some((side) => side.state === state && isAnsweredOn(side, outcomes, stops));
}
