import { isStrictlyNarrower, mayMeet } from '../patterns/narrower.js';
import type { Rule } from '../definitions/definition.js';
import { positiveRules, type MeasuredSection, type MeasuredRule } from './measured-agent.js';

/**
 * Whether a definition would say the same of every path without `rule`, of which is known that `cover`, a rule of the same
 * section kind and also (not) an exception, matches all that it matches. A no can be for want of proof.
 */
export function isRemovable(
  rule: MeasuredRule,
  cover: MeasuredRule,
  sections: readonly MeasuredSection[],
): boolean {
  const { compiled, section: kind } = rule.rule;
  const isLast = cover.section === rule.section && cover.at > rule.at;
  if (!isLast && !staysCovered(rule, cover)) return false;
  if (compiled.negated) return cover.section === rule.section;
  switch (kind) {
    case 'reads':
      return true;
    case 'owns':
      return isLast || carvesNothing(rule, sections);
    case 'cannot-touch':
      return blocksNothing(rule, cover, sections);
  }
}

/** No rule that says the opposite comes between, where one of the two could lose what the other one has. */
function staysCovered(rule: MeasuredRule, cover: MeasuredRule): boolean {
  const { compiled } = rule.rule;
  const opposes = ({ rule: other }: MeasuredRule): boolean =>
    other.compiled.negated !== compiled.negated && mayMeet(other.compiled, compiled);
  if (cover.section === rule.section) return !rule.section.rules.slice(cover.at + 1, rule.at).some(opposes);
  return (
    !cover.section.rules.slice(cover.at + 1).some(opposes) &&
    !rule.section.rules.slice(0, rule.at).some(opposes)
  );
}

/** Neither the OWNS rule nor one that would decide in its place is strictly narrower than what it may meet in CANNOT TOUCH. */
function carvesNothing(rule: MeasuredRule, sections: readonly MeasuredSection[]): boolean {
  const { compiled } = rule.rule;
  const deciders = rule.section.rules
    .slice(0, rule.at + 1)
    .filter((other) => !other.rule.compiled.negated && mayMeet(other.rule.compiled, compiled));
  return rulesMeeting(rule.rule, sections, 'cannot-touch').every((denial) =>
    deciders.every((decider) => !isStrictlyNarrower(decider.rule.compiled, denial.compiled)),
  );
}

/** Each OWNS rule that the CANNOT TOUCH rule keeps from being a carve-out is kept from it by the cover as well. */
const blocksNothing = (
  rule: MeasuredRule,
  cover: MeasuredRule,
  sections: readonly MeasuredSection[],
): boolean =>
  rulesMeeting(rule.rule, sections, 'owns').every(
    ({ compiled }) =>
      !isStrictlyNarrower(compiled, cover.rule.compiled) || isStrictlyNarrower(compiled, rule.rule.compiled),
  );

const rulesMeeting = (
  { compiled }: Rule,
  sections: readonly MeasuredSection[],
  kind: Rule['section'],
): readonly Rule[] =>
  positiveRules(sections, kind).flatMap(({ rule }) => (mayMeet(rule.compiled, compiled) ? [rule] : []));
