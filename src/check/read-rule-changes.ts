import type { PolicyInForce } from '../core/policy/policy.js';
import type { RuleChange } from '../core/policy/rule-changes.js';
import { whatIsBrought } from '../core/rule-changes/after-merge.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import type { JudgedRange } from './judged-range.js';
import { areSameSources } from './read-conflicts.js';

/**
 * What the range would loosen and tighten once it is merged: its definitions and its config against those in force. What the
 * base has gained since the branch began is no change of the branch. Rejects with `incomplete-history` where a definition
 * that both sides changed cannot be merged for want of an object.
 */
export async function readRuleChanges(
  repository: Repository,
  range: JudgedRange,
): Promise<readonly RuleChange[]> {
  const after = await policyOfBranch(repository, range);
  if (after === range.law.policy && areSameSources(range.base.sources, range.head.sources)) return [];
  // Most branches leave the rules alone: spares them the loading.
  const { compareEnds } = await import('./compare-ends.js');
  return compareEnds(repository, range, after);
}

/** The policy in force, unless the branch itself changes the config and what it makes of it can be read. */
async function policyOfBranch(
  repository: Repository,
  { history, law, base }: JudgedRange,
): Promise<PolicyInForce['policy']> {
  const { policy, atHead, places } = law;
  const brought = whatIsBrought(history, base.tree);
  if (atHead === null || !places.some((place) => brought.has(place))) return policy;
  const [mergeBase] = history.mergeBases;
  if (mergeBase === undefined || !places.some((place) => brought.isContested(place))) return atHead;
  const { readPolicyAfterMerge } = await import('./read-policy-after-merge.js');
  return readPolicyAfterMerge(repository, mergeBase, law, atHead);
}
