import type { Approval, Report, Uncommitted } from '../core/report.js';
import { stands, type PathViolation } from '../core/violation.js';
import { repoPath, type CommitSha, type RepoPath } from '../core/vocabulary.js';
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
   * severe. Restoring the state before a later one would leave the first in place. For a file in place of a directory it is one
   * below the path: what restores that one takes the file away, and `git rm` would then meet a directory.
   */
  readonly restoreFor: (violation: PathViolation) => PathViolation;
  /** Whether another finding’s command may have removed the path by then, because it is on it or on a directory of it. */
  readonly mayBeGone: (violation: PathViolation) => boolean;
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
  const below = new Map<RepoPath, PathViolation>();
  for (const violation of violations) {
    if (!('undoneBy' in violation) || !stands(violation)) continue;
    const onPath = standing.get(violation.path);
    if (onPath === undefined) standing.set(violation.path, [violation]);
    else onPath.push(violation);
    if (violation.restoration.kind === 'remove') continue;
    for (const directory of directoriesOf(violation.path))
      if (!below.has(directory)) below.set(directory, violation);
  }
  const restoreFor = (violation: PathViolation): PathViolation => {
    const onPath = standing.get(violation.path) ?? [];
    const first = onPath.find(({ severity }) => isAtLeast(severity, violation.severity)) ?? violation;
    return first.restoration.kind === 'remove' ? (below.get(first.path) ?? first) : first;
  };
  return {
    voice,
    base: range.base,
    head: range.head,
    policyFile: policy.file,
    approval,
    uncommitted,
    restoreFor,
    mayBeGone: (violation) =>
      restoreFor(violation).restoration.kind === 'remove' &&
      ((standing.get(violation.path)?.length ?? 0) > 1 ||
        directoriesOf(violation.path).some((directory) => standing.has(directory))),
  };
}

/** `a` and `a/b` for `a/b/c`. */
function directoriesOf(path: RepoPath): readonly RepoPath[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => repoPath(names.slice(0, index + 1).join('/')));
}
