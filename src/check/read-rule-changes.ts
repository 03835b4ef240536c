import type { PolicyInForce } from '../core/policy/policy.js';
import type { RuleChange } from '../core/policy/rule-changes.js';
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
  const after = policyOfBranch(range);
  if (after === range.law.policy && areSameSources(range.base.sources, range.head.sources)) return [];
  // Most branches leave the rules alone: spares them the loading.
  const { compareEnds } = await import('./compare-ends.js');
  return compareEnds(repository, range, after);
}

/** The policy in force, unless the branch itself changes the config and what it makes of it can be read. */
function policyOfBranch({ history, law }: JudgedRange): PolicyInForce['policy'] {
  const { policy, atHead, origin } = law;
  const isChanged = history.netChanges.some((changes) => changes.some(({ path }) => path === origin.file));
  return isChanged && atHead !== null ? atHead : policy;
}
