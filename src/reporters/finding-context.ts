import type { Approval, Report, Uncommitted } from '../core/report.js';
import { stands, type PathViolation } from '../core/violation.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import type { Voice } from './phrase.js';
import { isAtLeast } from './severity.js';

/** What the words about one finding depend on besides the finding. */
export interface FindingContext {
  readonly voice: Voice;
  readonly base: CommitSha | null;
  readonly head: CommitSha | null;
  /** The config, where waivers stand. */
  readonly policyFile: RepoPath;
  /**
   * The finding whose state before is the one to restore: the first on the path, in the report's order, that is no less
   * severe. Restoring the state before a later one would leave the first in place.
   */
  readonly restoreFor: (violation: PathViolation) => PathViolation;
  /** What became of the approval label; `null` where none is asked for. */
  readonly approval: Approval | null;
  /** `null` where commits were judged. */
  readonly uncommitted: Uncommitted | null;
}

export function toFindingContext(
  { range, violations, policy, approval, uncommitted }: Report,
  voice: Voice,
): FindingContext {
  const standing = new Map<RepoPath, PathViolation[]>();
  for (const violation of violations) {
    if (!('undoneBy' in violation) || !stands(violation)) continue;
    const onPath = standing.get(violation.path);
    if (onPath === undefined) standing.set(violation.path, [violation]);
    else onPath.push(violation);
  }
  return {
    voice,
    base: range.base,
    head: range.head,
    policyFile: policy.file,
    approval,
    uncommitted,
    restoreFor: (violation) =>
      standing.get(violation.path)?.find(({ severity }) => isAtLeast(severity, violation.severity)) ??
      violation,
  };
}
