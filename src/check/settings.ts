import { byDefault, type PolicyInForce } from '../core/policy/policy.js';
import type { CommitSha, Day, RepoPath } from '../core/vocabulary.js';
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

/** The policy at the base, and what the head makes of it. */
export function readPolicyInForce(
  _repository: Repository,
  _range: { readonly base: CommitSha; readonly head: CommitSha },
  { today }: Settings,
): Promise<PolicyInForce> {
  return Promise.resolve(byDefault(today));
}

/** The day of a moment, in UTC. */
export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10);
