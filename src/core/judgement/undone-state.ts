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
  if (lineage.isLinear && !hasMerges) return (place) => alongOneLine(course, restoring, place);
  let routes: Routes | null = null;
  return (place) => {
    routes ??= createRoutes(course, lineage);
    const later = laterPlaces(place, routes);
    return alongAllLines(
      follow(course, restoring, place, (other) => later.has(other)),
      routes,
    );
  };
}

/** Where nothing merges, whatever comes later in the course is a descendant. */
function alongOneLine(course: Course, restoring: Restoring, place: number): Outcome {
  const { steps } = course;
  const always = (): boolean => true;
  let next = place + 1;
  while (next < steps.length && !restoring.restores(place, steps[next]?.after ?? 0, always)) next += 1;
  if (next >= steps.length) return STANDING;
  let outcome: Outcome = { standing: false, by: steps[next]?.index ?? 0 };
  if (next + 1 === steps.length) return outcome;
  const followed = follow(course, restoring, place, always);
  for (let built = place + 1; built < next; built += 1) followed.noteCarrier(steps[built]?.after ?? 0);
  for (const { index, after, answersForItself } of steps.slice(next + 1)) {
    if (!outcome.standing) {
      if (followed.carries(after) && !answersForItself) outcome = STANDING;
    } else if (followed.restores(after)) outcome = { standing: false, by: index };
    else followed.noteCarrier(after);
  }
  return outcome;
}
