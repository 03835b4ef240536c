import { combineReports } from '../core/judgement/combine-reports.js';
import type { PolicyInForce } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readHistory } from '../sources/git/history.js';
import { accountForGroup, type MergeGroup } from './account-for-group.js';
import type { Approve } from './approve.js';
import { NO_BRANCHES, type Branches } from './branches.js';
import { checkRange, type Range } from './check-range.js';

/** The verdict on the own commits of one pull request. */
export interface JudgedPullRequest {
  readonly number: number;
  readonly head: CommitSha;
  readonly report: Report;
}

export interface Verdict {
  readonly report: Report;
  /** In the order of the merge queue; empty where no pull request was judged. */
  readonly pullRequests: readonly JudgedPullRequest[];
}

/**
 * The verdict on a merge group: that on the own commits of each of its pull requests, by the definitions at the group's base.
 * The group's commits are no evidence of who did what, as squashing drops trailers; they are only held against the pull
 * requests. Each is approved by itself. Rejects with `unaccounted-commit`, or as `checkRange` does.
 */
export async function checkMergeGroup(
  repository: Repository,
  group: MergeGroup,
  { shallow }: Pick<Range, 'shallow'>,
  law: PolicyInForce,
  branches: Branches = NO_BRANCHES,
  approve: Approve = (report) => Promise.resolve(report),
): Promise<Verdict> {
  const chain = await accountForGroup(repository, group);
  const pullRequests: JudgedPullRequest[] = [];
  const changed = new Map<CommitSha, readonly RepoPath[]>();
  for (const { number, headSha: head } of chain) {
    const range = { base: group.base, head, shallow };
    const [judged, { commits }] = await Promise.all([
      checkRange(repository, range, law, branches),
      readHistory(repository, { ...range, trailerKeys: law.policy.trailers }),
    ]);
    const report = await approve(judged, { number, head, labelling: null });
    pullRequests.push({ number, head, report });
    for (const { sha, changes } of commits)
      changed.set(
        sha,
        changes.map(({ path }) => path),
      );
  }
  const report = combineReports(
    pullRequests.map(({ report: own }) => own),
    { base: group.base, head: group.head },
    changed,
  );
  if (report === null) throw new OperationalError('unaccounted-commit', group.head);
  return { report, pullRequests };
}
