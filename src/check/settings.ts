import { byDefault, DEFAULT_CONFIG_PATH, type PolicyInForce } from '../core/policy/policy.js';
import type { CommitSha, Day, RepoPath } from '../core/vocabulary.js';
import { readConfigs } from '../sources/config.js';
import type { Repository } from '../sources/git/borrowed-repository.js';

/** What a workflow or a command line says about how to judge. */
export interface Settings {
  /** The file of the config; `null` for the usual one, which need not be there. */
  readonly config: RepoPath | null;
  /** A policy in the config's own form that no config goes below; empty for none. */
  readonly floor: string;
  /** The label by which a person approves what is found; `null` for none. */
  readonly approvalLabel: string | null;
  readonly today: Day;
}

/** The usual config, no floor and no label. */
export const usualSettings = (today: Day): Settings => ({
  config: null,
  floor: '',
  approvalLabel: null,
  today,
});

/**
 * The policy at the base, and what the head makes of it. Rejects with `missing-config` where a config is named and the base
 * has none, `unusable-config` where the base's cannot be used and the head does not mend it, `invalid-floor`, and with
 * `incomplete-history` where a commit or its config is not there.
 */
export async function readPolicyInForce(
  repository: Repository,
  { base, head }: { readonly base: CommitSha; readonly head: CommitSha },
  settings: Settings,
): Promise<PolicyInForce> {
  const file = settings.config ?? DEFAULT_CONFIG_PATH;
  const [atBase = null, atHead = null] = await readConfigs(repository, [base, head], file);
  const isUsual = settings.config === null && settings.floor.trim() === '';
  if (isUsual && atBase === null && atHead === null) return byDefault(settings.today);
  // Most repositories have no config: spares them the loading.
  const { settlePolicy } = await import('./settle-policy.js');
  return settlePolicy(settings, { base: atBase, head: atHead });
}
