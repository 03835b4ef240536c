import { isStrictlyNarrower, mayMeet } from '../patterns/narrower.js';
import type { Rule } from '../definitions/definition.js';
import { positiveRules, type MeasuredSection, type MeasuredRule } from './measured-agent.js';

/** What proofs may still cost in one definition, about in pairs of patterns compared: beyond, nothing more is proved. */
export interface Effort {
  left: number;
}

/** A proof that a pattern is strictly narrower, beside one that it is covered. */
const COST_OF_NARROWER = 10;

/**
 * Whether a definition would say the same of every path without `rule`, of which is known that `cover`, a rule of the same
 * section kind and also (not) an exception, matches all that it matches. A no can be for want of proof.
 */
export function isRemovable(
  rule: MeasuredRule,
  cover: MeasuredRule,
  sections: readonly MeasuredSection[],
  effort: Effort,
): boolean {
  const { compiled, section: kind } = rule.rule;
  const isLast = isSame(rule, cover) && cover.at > rule.at;
  effort.left -= isSame(rule, cover) ? Math.abs(rule.at - cover.at) : rule.at + cover.section.rules.length;
  if (effort.left < 0 || (!isLast && !staysCovered(rule, cover))) return false;
  if (compiled.negated) return isSame(rule, cover);
  if (kind === 'reads' || (kind === 'owns' && isLast)) return true;
  effort.left -= sections.reduce((sum, { rules }) => sum + rules.length, 0);
  const narrower = (inner: Rule, outer: Rule): boolean => {
    effort.left -= COST_OF_NARROWER * costOf(inner, outer);
    return effort.left >= 0 && isStrictlyNarrower(inner.compiled, outer.compiled);
  };
  const isProved =
    kind === 'owns'
      ? carvesNothing(rule, sections, narrower)
      : blocksNothing(rule, cover, sections, narrower);
  return isProved && effort.left >= 0;
}

const isSame = (one: MeasuredRule, other: MeasuredRule): boolean => one.section === other.section;

/** Pairs of alternatives that a comparison may have to look at. */
export const costOf = (one: Rule, other: Rule): number =>
  one.compiled.alternatives.length * other.compiled.alternatives.length;

type IsNarrower = (inner: Rule, outer: Rule) => boolean;

/** No rule that says the opposite comes between, where one of the two could lose what the other one has. */
function staysCovered(rule: MeasuredRule, cover: MeasuredRule): boolean {
  const { compiled } = rule.rule;
  const opposes = ({ rule: other }: MeasuredRule): boolean =>
    other.compiled.negated !== compiled.negated && mayMeet(other.compiled, compiled);
  if (isSame(rule, cover)) return !rule.section.rules.slice(cover.at + 1, rule.at).some(opposes);
  return (
    !cover.section.rules.slice(cover.at + 1).some(opposes) &&
    !rule.section.rules.slice(0, rule.at).some(opposes)
  );
}

/** Neither the OWNS rule nor one that would decide in its place is strictly narrower than what it may meet in CANNOT TOUCH. */
function carvesNothing(
  { rule, section, at }: MeasuredRule,
  sections: readonly MeasuredSection[],
  narrower: IsNarrower,
): boolean {
  const deciders = section.rules
    .slice(0, at + 1)
    .filter((other) => !other.rule.compiled.negated && mayMeet(other.rule.compiled, rule.compiled));
  return rulesMeeting(rule, sections, 'cannot-touch').every((denial) =>
    deciders.every((decider) => !narrower(decider.rule, denial)),
  );
}

/**
 * Each OWNS rule that the CANNOT TOUCH rule keeps from being a carve-out is kept from it by the cover as well, and each one that
 * it is a denial inside of is not contested by the cover: docs/decisions/0005.
 */
const blocksNothing = (
  { rule }: MeasuredRule,
  cover: MeasuredRule,
  sections: readonly MeasuredSection[],
  narrower: IsNarrower,
): boolean =>
  rulesMeeting(rule, sections, 'owns').every(
    (owning) =>
      (!narrower(owning, cover.rule) || narrower(owning, rule)) &&
      (!narrower(rule, owning) || narrower(cover.rule, owning)),
  );

const rulesMeeting = (
  { compiled }: Rule,
  sections: readonly MeasuredSection[],
  kind: Rule['section'],
): readonly Rule[] =>
  positiveRules(sections, kind).flatMap(({ rule }) => (mayMeet(rule.compiled, compiled) ? [rule] : []));
