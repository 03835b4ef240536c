import type { Lineage } from './lineage.js';
import type { Course, State, Step, Weight } from './path-course.js';

/** Which steps of a course take an earlier finding back, so that they are no offence themselves; by their place in it. */
export interface Excuses {
  /** Excused from what is forbidden. */
  readonly forbidden: readonly boolean[];
  /** Excused from a mere warning. */
  readonly readOnly: readonly boolean[];
  /** Excused from work in a place that no rule gives away. */
  readonly minor: readonly boolean[];
}

/**
 * A step takes back where it sets the path to its state before an earlier offence, with nothing but offences in between, and
 * what it replaces is what one of them wrote, so that it drops nobody's work that a merge brought in. What takes back is
 * itself no offence, so taking it back in turn is one. Nothing excuses what weighs more than itself.
 */
export function findExcuses(course: Course, lineage: Lineage): Excuses {
  const excuses: Record<Weight, boolean[]> = { forbidden: [], readOnly: [], minor: [] };
  const startsFrom = new Map<State, number[]>();
  for (const [place, step] of course.steps.entries()) {
    const starts = startsFrom.get(step.after) ?? [];
    for (const kind of ['forbidden', 'readOnly', 'minor'] as const) {
      const isFound = isFoundAt(step, kind);
      excuses[kind].push(isFound && takesBack(place, starts, kind, course.steps, excuses, lineage));
    }
    if (!isOffence(step, 'minor')) continue;
    const others = startsFrom.get(step.before);
    if (others === undefined) startsFrom.set(step.before, [place]);
    else others.push(place);
  }
  return excuses;
}

/** The weights that count where one of this weight is taken back. */
const AT_LEAST: Readonly<Record<Weight, readonly Weight[]>> = {
  forbidden: ['forbidden'],
  readOnly: ['forbidden', 'readOnly'],
  minor: ['forbidden', 'readOnly', 'minor'],
};

function isFoundAt({ isForbidden, isReadOnly, isMinor }: Step, kind: Weight): boolean {
  switch (kind) {
    case 'forbidden':
      return isForbidden;
    case 'readOnly':
      return isReadOnly;
    case 'minor':
      return isMinor;
  }
}

const isOffence = (step: Step, kind: Weight): boolean => AT_LEAST[kind].some((one) => isFoundAt(step, one));

/** Whether a step is an offence that was not excused. */
export const isCharged = (step: Step, place: number, kind: Weight, excuses: Excuses): boolean =>
  AT_LEAST[kind].some((one) => isFoundAt(step, one) && excuses[one][place] !== true);

function takesBack(
  place: number,
  starts: readonly number[],
  kind: Weight,
  steps: readonly Step[],
  excuses: Excuses,
  lineage: Lineage,
): boolean {
  const step = steps[place];
  const interrupted: number[] = [];
  for (let next = starts.length - 1; step !== undefined && next >= 0; next -= 1) {
    const from = starts[next] ?? 0;
    const start = steps[from];
    if (start === undefined || !isCharged(start, from, kind, excuses)) continue;
    if (!lineage.isAncestor(start.index, step.index)) continue;
    // Whatever came between lies between an earlier start and this step too.
    if (interrupted.some((later) => lineage.isAncestor(start.index, later))) continue;
    const between = steps
      .slice(from, place)
      .filter(
        ({ index }) =>
          index === start.index ||
          (lineage.isAncestor(start.index, index) && lineage.isAncestor(index, step.index)),
      );
    if (!between.every((other) => isOffence(other, kind))) interrupted.push(start.index);
    else if (between.some(({ after }) => after === step.before)) return true;
    if (lineage.isLinear && interrupted.length > 0) return false;
  }
  return false;
}
