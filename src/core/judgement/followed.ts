import type { Course, State } from './path-course.js';
import type { Restoring } from './restoring.js';

/** What became of a change by the head: it may still be there, or a commit (its place in the range) took it back. */
export type Outcome = { readonly standing: true } | { readonly standing: false; readonly by: number };

export const STANDING: Outcome = { standing: true };

/** A change whose traces are followed: the states that take it back, and those that carry it. */
export interface Followed {
  readonly place: number;
  restores(state: State): boolean;
  carries(state: State): boolean;
  /** Notes a state that was reached while the change stood, so that it may hold what the change wrote. */
  noteCarrier(state: State): void;
  countCarriers(): number;
}

/** `isLater` says which other steps of the course are descendants of the change. */
export function follow(
  { steps }: Course,
  restoring: Restoring,
  place: number,
  isLater: (place: number) => boolean,
): Followed {
  const carriers = new Set<number>();
  const known = new Map<State, boolean>();
  const restores = (state: State): boolean => {
    const earlier = known.get(state);
    if (earlier !== undefined) return earlier;
    const answer = restoring.restores(place, state, isLater);
    known.set(state, answer);
    return answer;
  };
  const noteCarrier = (state: State): void => {
    if (!restores(state)) carriers.add(restoring.contentFor(place, state));
  };
  noteCarrier(steps[place]?.after ?? 0);
  return {
    place,
    restores,
    noteCarrier,
    carries: (state) => !restores(state) && carriers.has(restoring.contentFor(place, state)),
    countCarriers: () => carriers.size,
  };
}
