import { policyAfterMerge } from '../core/policy/policy-after-merge.js';
import type { Policy, PolicyInForce } from '../core/policy/policy.js';
import type { CommitSha } from '../core/vocabulary.js';
import { readConfigs } from '../sources/config.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readOwnPolicy } from './settle-policy.js';

/**
 * What a branch makes of the config where the base has changed it as well: told by the config as the branch found it. Where
 * that cannot be used, all that the head says counts as the branch's. Rejects with `incomplete-history`.
 */
export async function readPolicyAfterMerge(
  repository: Repository,
  mergeBase: CommitSha,
  { policy, origin, today }: PolicyInForce,
  head: Policy,
): Promise<Policy> {
  const [source = null] = await readConfigs(repository, [mergeBase], origin.file);
  const began = readOwnPolicy(source, origin.file, today);
  return began.problems.length > 0 ? head : policyAfterMerge(began.policy, policy, head);
}
