import type { DefinitionProblem } from '../core/definitions/problem.js';
import { DEFAULT_CONFIG_PATH, DEFAULT_POLICY, type Policy } from '../core/policy/policy.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { readConfigOnDisk, readConfigs, type ConfigSource } from '../sources/config.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import type { Settings } from './settings.js';

/** The policy of one tree, as far as no base and no head come into it. */
export interface OwnPolicy {
  readonly policy: Policy;
  /** What is wrong with the config; then the policy is the default one. */
  readonly problems: readonly DefinitionProblem[];
}

type Named = Pick<Settings, 'config' | 'today'>;

/** The policy of a commit's config. Rejects with `missing-config` where a file is named that is not there. */
export async function readPolicyAt(
  repository: Repository,
  commit: CommitSha,
  named: Named,
): Promise<OwnPolicy> {
  const [source = null] = await readConfigs(repository, [commit], fileOf(named));
  return toOwnPolicy(source, named);
}

/** The policy of the config on the disk; as `readPolicyAt`. */
export const readPolicyOnDisk = async (topLevel: string, named: Named): Promise<OwnPolicy> =>
  toOwnPolicy(await readConfigOnDisk(topLevel, fileOf(named)), named);

/** For what makes no sense without the policy. Throws `unusable-config`. */
export async function requirePolicy({ policy, problems }: OwnPolicy): Promise<Policy> {
  if (problems.length === 0) return policy;
  const { unusableConfig } = await import('./settle-policy.js');
  throw unusableConfig(problems);
}

const fileOf = ({ config }: Named) => config ?? DEFAULT_CONFIG_PATH;

async function toOwnPolicy(source: ConfigSource | null, named: Named): Promise<OwnPolicy> {
  if (source === null) {
    if (named.config !== null) throw new OperationalError('missing-config', named.config);
    return { policy: DEFAULT_POLICY, problems: [] };
  }
  const { readOwnPolicy } = await import('./settle-policy.js');
  return readOwnPolicy(source, fileOf(named), named.today);
}
