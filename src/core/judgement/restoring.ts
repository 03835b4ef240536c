import type { Course, State } from './path-course.js';
import { isCharged, type Excuses } from './taking-back.js';

/** Tells which states take a change back; `place` is the change's in the course. */
export interface Restoring {
  /** `isLater` says which other steps are descendants of the change. */
  restores(place: number, state: State, isLater: (place: number) => boolean): boolean;
  /** A number that the states share which hold what the change wrote, whatever their modes if it wrote more than a mode. */
  contentFor(place: number, state: State): number;
}

/**
 * A change is taken back by what the path was before it, and by what the path was in the range without it, earlier or on
 * another line of history; but not by what the change itself or another forbidden change wrote.
 */
export function createRestoring(course: Course, excuses: Excuses): Restoring {
  const { steps } = course;
  const seen = new Map<State, number[]>();
  const tainted = new Map<State, number[]>();
  const note = (places: Map<State, number[]>, state: State, place: number): void => {
    const earlier = places.get(state);
    if (earlier === undefined) places.set(state, [place]);
    else if (earlier.at(-1) !== place) earlier.push(place);
  };
  for (const [place, step] of steps.entries()) {
    note(seen, step.before, place);
    note(seen, step.after, place);
    if (isCharged(step, place, 'forbidden', excuses)) note(tainted, step.after, place);
  }

  const contentFor = (place: number, state: State): number => {
    const step = steps[place];
    const wroteOnlyMode =
      step !== undefined && course.contentOf(step.before) === course.contentOf(step.after);
    return wroteOnlyMode ? state : course.contentOf(state);
  };

  return {
    contentFor,
    restores(place, state, isLater) {
      const step = steps[place];
      if (step === undefined) return false;
      if (state === step.before) return true;
      if (contentFor(place, state) === contentFor(place, step.after)) return false;
      const isElsewhere = (other: number): boolean => other !== place && (other < place || !isLater(other));
      return (seen.get(state) ?? []).some(isElsewhere) && !(tainted.get(state) ?? []).some(isElsewhere);
    },
  };
}
