import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import { isCovered, isStrictlyNarrower } from '../patterns/narrower.js';
import type { PathIndex } from '../patterns/path-index.js';
import {
  haveCommon,
  intersect,
  isWithin,
  NO_PATHS,
  subtract,
  unite,
  type PathSet,
} from '../patterns/path-set.js';
import { liftingExceptions, NOTHING } from './exceptions.js';
import { decidedBy, positiveRules, type MeasuredAgent, type MeasuredRule } from './measured-agent.js';
import { pathsOf, sampleOf, toEntry } from './references.js';

const CODE = 'contested-paths';

/** An OWNS entry and the paths that it decides and the agent's CANNOT TOUCH denies all the same. */
export interface Contest {
  readonly owning: MeasuredRule;
  readonly contested: PathSet;
}

/**
 * The tracked paths that an OWNS entry decides and the agent's CANNOT TOUCH denies all the same, one problem for each OWNS
 * entry.
 */
export const findContestedPaths = (measured: MeasuredAgent, index: PathIndex): readonly DefinitionProblem[] =>
  contestsOf(measured).flatMap(({ owning, contested }) => toProblem(owning, contested, measured, index));

/** A denial inside the ownership, by an entry that is strictly narrower, is no contest: docs/decisions/0005. */
export function contestsOf(measured: MeasuredAgent): readonly Contest[] {
  const { definitions } = measured;
  return positiveRules(
    definitions.flatMap(({ sections }) => sections),
    'owns',
  ).flatMap((owning) => {
    if (!haveCommon(owning.matched, measured.denied)) return [];
    const denied = intersect(decidedBy(owning), measured.denied);
    const contested = subtract(denied, deniedInside(owning, denied, measured));
    return contested.count === 0 ? [] : [{ owning, contested }];
  });
}

/** Which of the denied paths a CANNOT TOUCH entry matches that is strictly narrower than the OWNS entry. */
function deniedInside({ rule }: MeasuredRule, denied: PathSet, { definitions }: MeasuredAgent): PathSet {
  let inside = NO_PATHS;
  for (const { sections } of definitions) {
    for (const denial of positiveRules(sections, 'cannot-touch')) {
      const met = intersect(intersect(denied, denial.matched), denial.section.covered());
      if (isWithin(met, inside) || !isStrictlyNarrower(denial.rule.compiled, rule.compiled)) continue;
      inside = unite(inside, met);
    }
  }
  return inside;
}

function toProblem(
  { rule, matched }: MeasuredRule,
  contested: PathSet,
  measured: MeasuredAgent,
  index: PathIndex,
): readonly DefinitionProblem[] {
  const { agent } = measured;
  const [most] = decidingDenials(contested, measured).toSorted(
    (one, other) => other.paths.count - one.paths.count,
  );
  if (most === undefined) return [];
  const [example] = pathsOf(most.paths, index, 1);
  if (example === undefined) return [];
  // An exception would leave nothing of an equal denial: one of the two has to go.
  const { lines, sections } = isCovered(most.denial.rule.compiled, rule.compiled)
    ? NOTHING
    : liftingExceptions(agent, rule, example);
  const keepBelow = sections.flatMap((section) =>
    section.rules.filter(
      ({ compiled }) =>
        !compiled.negated &&
        haveCommon(index.matching(compiled), matched) &&
        isStrictlyNarrower(compiled, rule.compiled),
    ),
  );
  return [
    {
      code: CODE,
      severity: severityOf(CODE),
      ...rule.location,
      agent: agent.name,
      pattern: rule.pattern,
      denial: toEntry(agent.name, most.denial.rule),
      paths: sampleOf(most.paths, index),
      otherwiseDenied: contested.count - most.paths.count,
      exceptions: lines,
      keepBelow: [...new Set(keepBelow.map(({ pattern }) => pattern))],
    },
  ];
}

/** The entries that the ruling can name on the paths, and on which of them, if any, it does: the last section of the last definition that denies. */
function decidingDenials(
  contested: PathSet,
  { definitions }: MeasuredAgent,
): readonly { readonly denial: MeasuredRule; readonly paths: PathSet }[] {
  let left = contested;
  return definitions.toReversed().flatMap(({ sections, denied }) => {
    const here = intersect(left, denied);
    left = subtract(left, here);
    let undecided = here;
    return sections.toReversed().flatMap((section) => {
      if (section.section.kind !== 'cannot-touch' || !haveCommon(undecided, section.covered())) return [];
      const decidedHere = undecided;
      undecided = subtract(undecided, section.covered());
      return positiveRules([section], 'cannot-touch').map((denial) => ({
        denial,
        paths: intersect(decidedHere, decidedBy(denial)),
      }));
    });
  });
}
