import type { AttributedCommit } from '../attribution/attribute.js';
import type { PathViolation } from '../violation.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import { bringsNothing, type Lineage } from './lineage.js';
import { traceCourses, weightOf, type Course } from './path-course.js';
import { createRestoring } from './restoring.js';
import { findExcuses } from './taking-back.js';
import { createFollower } from './undone-state.js';

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
  const settlements = new Map<RepoPath, Settlement>();
  for (const [path, course] of traceCourses(violations, attributed, lineage)) {
    settlements.set(path, settle(course, lineage));
  }
  return violations.flatMap((violation) => {
    const index = lineage.indexOf(violation.commit);
    const settlement = settlements.get(violation.path);
    const place = index === null ? undefined : settlement?.places.get(index);
    if (settlement === undefined || place === undefined) return [violation];
    if (settlement.isExcused(place, violation.code)) return [];
    return [{ ...violation, ...settlement.fateOf(place) }];
  });
}

type Fate = Pick<PathViolation, 'laterWork' | 'undoneBy'>;

interface Settlement {
  /** Place in the course by place in the range. */
  readonly places: ReadonlyMap<number, number>;
  isExcused(place: number, code: PathViolation['code']): boolean;
  fateOf(place: number): Fate;
}

function settle(course: Course, lineage: Lineage): Settlement {
  const { steps } = course;
  const excuses = findExcuses(course, lineage);
  const outcomeOf = createFollower(course, createRestoring(course, excuses), lineage);
  const gone = bringsNothing(lineage, course.path);
  const shaAt = (index: number): CommitSha | null => lineage.history.commits[index]?.sha ?? null;
  const lawful = steps.filter(({ isForbidden, isReadOnly }) => !isForbidden && !isReadOnly);
  const innocent = lawful.filter(({ isMinor }) => !isMinor);
  const fates = new Map<number, Fate>();

  const undoneBy = (place: number): CommitSha | null => {
    const outcome = outcomeOf(place);
    if (!outcome.standing) return shaAt(outcome.by);
    if (!gone) return null;
    const last = steps.at(-1)?.index ?? -1;
    return last === steps[place]?.index ? lineage.history.base : (shaAt(last) ?? lineage.history.base);
  };

  return {
    places: new Map(steps.map(({ index }, place) => [index, place])),
    isExcused: (place, code) => excuses[weightOf(code)][place] === true,
    fateOf(place) {
      const known = fates.get(place);
      if (known !== undefined) return known;
      const step = steps[place];
      const start = step?.index ?? 0;
      const others = step !== undefined && lawful.includes(step) ? innocent : lawful;
      const later = others.findLast(({ index }) => lineage.isAncestor(start, index));
      const fate = {
        laterWork: later === undefined ? null : shaAt(later.index),
        undoneBy: undoneBy(place),
      };
      fates.set(place, fate);
      return fate;
    },
  };
}
