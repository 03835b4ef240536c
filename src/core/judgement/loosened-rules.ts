import { levelOf, type Policy } from '../policy/policy.js';
import type { RuleChange } from '../policy/rule-changes.js';
import type { Violation } from '../violation.js';

/** What the branch loosens, as findings; what it tightens is none. */
export const loosenedRules = (
  changes: readonly RuleChange[],
  policy: Pick<Policy, 'severity' | 'agents'>,
): readonly Violation[] =>
  changes.flatMap((change): readonly Violation[] => {
    const severity = levelOf(policy, 'rule-loosened', change.agent);
    return change.effect === 'tightened' || severity === 'off'
      ? []
      : [{ code: 'rule-loosened', severity, change, waivedBy: null }];
  });
