import { follow, STANDING, type Outcome } from './followed.js';
import type { Lineage } from './lineage.js';
import type { Course } from './path-course.js';
import type { Restoring } from './restoring.js';
import { alongAllLines, createRoutes, laterPlaces, type Routes } from './routes.js';

/** Follows each change of the path, by its place in the course, along every line of history to the head. */
export function createFollower(
  course: Course,
  restoring: Restoring,
  lineage: Lineage,
): (place: number) => Outcome {
  const hasMerges = lineage.history.commits.some(({ parents }) => parents.length > 1);
  if (lineage.isLinear && !hasMerges) {
    const repeats = findRepeats(course);
    return (place) => alongOneLine(course, restoring, repeats, place);
  }
  let routes: Routes | null = null;
  return (place) => {
    routes ??= createRoutes(course, lineage);
    return alongAllLines(follow(course, restoring, place, laterPlaces(place, routes)), routes);
  };
}

/** Where nothing merges, whatever comes later in the course is a descendant. */
function alongOneLine(
  course: Course,
  restoring: Restoring,
  repeats: readonly number[],
  place: number,
): Outcome {
  const { steps } = course;
  const followed = follow(course, restoring, place, () => true);
  let outcome: Outcome = STANDING;
  for (let next = firstAfter(repeats, place); next < repeats.length; next += 1) {
    const step = steps[repeats[next] ?? 0];
    if (step === undefined) continue;
    if (!outcome.standing) {
      if (followed.carries(step.after) && !step.answersForItself) outcome = STANDING;
    } else if (followed.restores(step.after)) outcome = { standing: false, by: step.index };
    else followed.noteCarrier(step.after);
  }
  return outcome;
}

/** The steps that write a content which the path has more than once: no other one can restore a state, or be brought back. */
function findRepeats({ steps, contentOf }: Course): readonly number[] {
  const counts = new Map<number, number>();
  const count = (state: number): void => {
    counts.set(contentOf(state), (counts.get(contentOf(state)) ?? 0) + 1);
  };
  for (const [place, { before, after }] of steps.entries()) {
    if (place === 0) count(before);
    count(after);
  }
  return [...steps.keys()].filter((place) => (counts.get(contentOf(steps[place]?.after ?? 0)) ?? 0) > 1);
}

/** Where the numbers, which ascend, exceed the limit. */
function firstAfter(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
