import type { Rule } from '../definitions/definition.js';
import type { Alternative } from '../patterns/compiled-pattern.js';
import { includes } from '../patterns/inclusion.js';

/** What proofs may still cost in one comparison, about in segments compared: beyond, nothing more is proved. */
export interface Effort {
  left: number;
}

export const MOST_EFFORT = 1_000_000;

/**
 * Tells whether the rules together match all that a rule matches: each of its alternatives lies within one of theirs. A no
 * can be for want of proof.
 */
export function createCoverage(rules: readonly Rule[], effort: Effort): (rule: Rule) => boolean {
  const alternatives = new Map(
    rules.flatMap(({ compiled }) => compiled.alternatives.map((one) => [JSON.stringify(one), one] as const)),
  );
  const isWithinOne = (narrow: Alternative): boolean => {
    for (const wide of alternatives.values()) {
      effort.left -= 1 + wide.length * narrow.length;
      if (effort.left < 0) return false;
      if (includes(wide, narrow)) return true;
    }
    return false;
  };
  return ({ compiled }) =>
    compiled.alternatives.every((one) => alternatives.has(JSON.stringify(one)) || isWithinOne(one));
}
