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
  /**
   * By stop: whether what it holds is somebody's who answers for it, on a line that does not have the change which is
   * followed: the base branch's, or a commit's that names itself.
   */
  readonly isAnswered: readonly boolean[];
  /** By stop: whether it writes what the path has nowhere else, so that it neither takes back nor brings back. */
  readonly isUnique: readonly boolean[];
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
  return {
    stops,
    stopAtHead: lastStop[lineage.indexOf(head) ?? -1] ?? -1,
    isAnswered: findAnswered(stops),
    isUnique: findUnique(stops, course),
  };
}

function findAnswered(stops: readonly Stop[]): readonly boolean[] {
  const answered: boolean[] = [];
  for (const { place, answersForItself, sides, after } of stops) {
    const isKept = (): boolean =>
      sides.some(({ stop, state }) => state === after && (stop === -1 || answered[stop] === true));
    answered.push(place === -1 ? isKept() : answersForItself);
  }
  return answered;
}

function findUnique(stops: readonly Stop[], { steps, contentOf }: Course): readonly boolean[] {
  const counts = new Map<number, number>();
  const count = (state: State): void => {
    counts.set(contentOf(state), (counts.get(contentOf(state)) ?? 0) + 1);
  };
  for (const { after, sides } of stops) {
    count(after);
    for (const { stop, state } of sides) if (stop === -1) count(state);
  }
  // What a root commit or a merge changed may be a state that no commit holds: nothing, or git's own mixture.
  for (const { sides, place } of stops) {
    if (sides.length !== 1 && place !== -1) count(steps[place]?.before ?? 0);
  }
  return stops.map(({ isMerge, after }) => !isMerge && counts.get(contentOf(after)) === 1);
}

/** The changes of the path that build on one of them, all by their places in the course. */
export function laterPlaces(place: number, { stops }: Routes): (other: number) => boolean {
  const reached = new Uint8Array(stops.length);
  const later = new Uint8Array(stops.length);
  for (const [number, stop] of stops.entries()) {
    if (stop.place === place) reached[number] = 1;
    else if (stop.sides.some((side) => reached[side.stop] === 1)) {
      reached[number] = 1;
      if (stop.place !== -1) later[stop.place] = 1;
    }
  }
  return (other) => later[other] === 1;
}

/** What became of the change at each stop: not there yet, standing, or else taken back by the stop of that number. */
type Fates = Int32Array;

const ABSENT = -2;
const STANDS = -1;

/**
 * Follows a change along every line at once. A state that one line shows to carry the change may stand on another one too:
 * so it begins anew until no line adds a carrier, and the order in which git lists the lines has no say.
 */
export function alongAllLines(followed: Followed, routes: Routes): Outcome {
  const { stops, stopAtHead } = routes;
  const first = stops.findIndex(({ place }) => place === followed.place);
  const fates = new Int32Array(stops.length);
  for (;;) {
    const carriers = followed.countCarriers();
    fates.fill(ABSENT);
    fates[first] = STANDS;
    for (let number = first + 1; number < stops.length; number += 1) {
      fates[number] = fateAt(number, followed, fates, routes);
    }
    if (followed.countCarriers() === carriers) break;
  }
  const by = stops[fates[stopAtHead] ?? ABSENT];
  return by === undefined ? STANDING : { standing: false, by: by.index };
}

function fateAt(number: number, followed: Followed, fates: Fates, routes: Routes): number {
  const stop = routes.stops[number];
  if (stop === undefined) return ABSENT;
  const { after, sides, isMerge } = stop;
  let inherited = ABSENT;
  for (const side of sides) {
    const fate = fates[side.stop] ?? ABSENT;
    if (inherited === ABSENT || fate === STANDS) inherited = fate;
  }
  if (inherited === ABSENT || routes.isUnique[number] === true) return inherited;
  if (inherited !== STANDS) {
    const isAnswered = (): boolean =>
      stop.answersForItself ||
      (isMerge && sides.some((side) => side.state === after && isAnsweredOn(side, fates, routes)));
    return followed.carries(after) && !isAnswered() ? STANDS : inherited;
  }
  if (!followed.carries(after)) {
    // A merge also takes back where it takes the side of a parent whose line does not carry the change.
    const isCleanSide = ({ stop: last, state }: Side): boolean => state === after && fates[last] !== STANDS;
    if (followed.restores(after) || (isMerge && sides.some(isCleanSide))) return number;
  }
  followed.noteCarrier(after);
  return STANDS;
}

/** Whether what a side of a merge holds is not the change come back. */
function isAnsweredOn({ stop }: Side, fates: Fates, { isAnswered }: Routes): boolean {
  const fate = fates[stop] ?? ABSENT;
  return fate === ABSENT ? stop === -1 || isAnswered[stop] === true : fate !== STANDS;
}
