import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import { isCovered } from '../patterns/narrower.js';
import { haveCommon, hasPosition, isWithin } from '../patterns/path-set.js';
import type { AgentName, SectionKind } from '../vocabulary.js';
import { rulesOf, type MeasuredAgent, type MeasuredSection, type MeasuredRule } from './measured-agent.js';
import { toEntry } from './references.js';
import { costOf, isRemovable, type Effort } from './removable.js';

const CODE = 'shadowed-pattern';
const KINDS: readonly SectionKind[] = ['owns', 'reads', 'cannot-touch'];

/** Beyond so many entries of one kind, an entry is held against its nearest neighbours only: the work grows with the square. */
const MOST_NEIGHBOURS = 200;

/** An exception below more entries than this is not looked into. */
const MOST_ABOVE = 1_000;

/** What the proofs for one definition may cost. */
const MOST_EFFORT = 100_000;

/** The effect of an entry that has none, and the entry that is the reason. */
interface Shadow {
  readonly effect: Extract<DefinitionProblem, { readonly code: 'shadowed-pattern' }>['effect'];
  readonly by: MeasuredRule | null;
}

/**
 * The entries that change nothing: covered by another one of their section kind, taken back by exceptions below them, or an
 * exception to nothing. Those that match no tracked file are dead, and not reported again.
 */
export const findShadowedPatterns = (
  { agent, definitions }: MeasuredAgent,
  hasFiles: boolean,
): readonly DefinitionProblem[] =>
  definitions.flatMap(({ sections }) => {
    const effort = { left: MOST_EFFORT };
    return KINDS.flatMap((kind) => {
      const placed = rulesOf(sections, kind);
      return placed.flatMap((rule, at): readonly DefinitionProblem[] => {
        if (hasFiles && rule.matched.count === 0) return [];
        // Below first: an entry below that covers this one is always reason enough.
        const neighbours = [
          ...placed.slice(at + 1, at + MOST_NEIGHBOURS),
          ...placed.slice(Math.max(0, at - MOST_NEIGHBOURS), at).toReversed(),
        ];
        const shadow = lostOnTheTree(rule) ?? coveredByOne(rule, neighbours, sections, effort);
        return shadow === null ? [] : [toProblem(rule, shadow, agent.name)];
      });
    });
  });

function lostOnTheTree(rule: MeasuredRule): Shadow | null {
  const { matched, section, at } = rule;
  if (matched.count === 0) return null;
  if (rule.rule.compiled.negated) {
    if (at > MOST_ABOVE) return null;
    const above = section.rules.slice(0, at).filter((other) => !other.rule.compiled.negated);
    return above.some((other) => haveCommon(other.matched, matched))
      ? null
      : { effect: 'takes-nothing-out', by: null };
  }
  const hasExceptions = section.rules.some((other) => other.rule.compiled.negated);
  if (!hasExceptions || haveCommon(matched, section.covered())) return null;
  const exceptions = section.rules.slice(at + 1).filter((other) => other.rule.compiled.negated);
  const by =
    exceptions.find((exception) => isWithin(matched, exception.matched)) ??
    exceptions.find((exception) => haveCommon(matched, exception.matched));
  return { effect: 'taken-back', by: by ?? null };
}

function coveredByOne(
  rule: MeasuredRule,
  others: readonly MeasuredRule[],
  sections: readonly MeasuredSection[],
  effort: Effort,
): Shadow | null {
  const isWithout = (one: MeasuredRule, other: MeasuredRule): boolean =>
    covers(other, one, effort) && isRemovable(one, other, sections, effort);
  const by = others.find(
    (other) =>
      other !== rule && isWithout(rule, other) && !(isLater(other, rule, sections) && isWithout(other, rule)),
  );
  return by === undefined ? null : { effect: 'covered', by };
}

/** Proved by the patterns; the tracked paths only spare the effort where they already say no. */
function covers(wide: MeasuredRule, narrow: MeasuredRule, effort: Effort): boolean {
  const [outer, inner] = [wide.rule.compiled, narrow.rule.compiled];
  const mayCover =
    outer.negated === inner.negated &&
    wide.matched.count >= narrow.matched.count &&
    (narrow.matched.count === 0 || hasPosition(wide.matched, narrow.matched.bounds[0] ?? 0));
  if (!mayCover) return false;
  effort.left -= costOf(wide.rule, narrow.rule);
  return effort.left >= 0 && isCovered(inner, outer);
}

/** Of two equal entries the later one is reported, where it can go. */
const isLater = (one: MeasuredRule, other: MeasuredRule, sections: readonly MeasuredSection[]): boolean =>
  one.section === other.section
    ? one.at > other.at
    : sections.indexOf(one.section) > sections.indexOf(other.section);

function toProblem({ rule }: MeasuredRule, { effect, by }: Shadow, agent: AgentName): DefinitionProblem {
  const { section, pattern, location } = rule;
  const place = { ...location, severity: severityOf(CODE), agent };
  return { code: CODE, ...place, section, pattern, effect, by: by && toEntry(agent, by.rule) };
}
