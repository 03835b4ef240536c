import { combineReports } from '../core/judgement/combine-reports.js';
import type { Squash } from '../core/judgement/squashes.js';
import type { PolicyInForce } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readCommitsBeyond } from '../sources/git/first-parents.js';
import { readHistory } from '../sources/git/history.js';
import { accountForGroup, type MergeGroup } from './account-for-group.js';
import type { Approve } from './approve.js';
import { NO_BRANCHES, readTrustedCommits, type Branches, type Ends } from './branches.js';
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
  { shallow, squashes = [] }: Pick<Range, 'shallow' | 'squashes'>,
  law: PolicyInForce,
  branches: Branches = NO_BRANCHES,
  approve: Approve = (report) => Promise.resolve(report),
): Promise<Verdict> {
  const chain = await accountForGroup(repository, group);
  const pullRequests: JudgedPullRequest[] = [];
  const changed = new Map<CommitSha, readonly RepoPath[]>();
  const trusted = new Set<CommitSha>();
  for (const { number, headSha: head } of chain) {
    const ends = { base: group.base, head };
    const own = squashes.length === 0 ? [] : await selectWithin(repository, ends, squashes);
    const further = own.map((squash) => squash.head);
    const [judged, { commits }, held] = await Promise.all([
      checkRange(repository, { ...ends, shallow, squashes: own }, law, branches),
      readHistory(repository, { ...ends, further, shallow, trailerKeys: law.policy.trailers }),
      readTrustedCommits(law.policy, branches, ends),
    ]);
    const report = await approve(judged, { number, head, labelling: null });
    pullRequests.push({ number, head, report });
    for (const { sha, changes } of commits) {
      if (held.has(sha)) trusted.add(sha);
      changed.set(
        sha,
        changes.map(({ path }) => path),
      );
    }
  }
  const report = combineReports(
    pullRequests.map(({ report: own }) => own),
    { base: group.base, head: group.head },
    changed,
  );
  if (report === null) throw new OperationalError('unaccounted-commit', group.head);
  const coverage = { ...report.coverage, trusted: trusted.size };
  return { report: { ...report, coverage }, pullRequests };
}

/** The squashed commits that stand in a range of its own. */
async function selectWithin(
  { git }: Repository,
  { base, head }: Ends,
  squashes: readonly Squash[],
): Promise<readonly Squash[]> {
  const commits = new Set(await readCommitsBeyond(git, head, [base]));
  return squashes.filter(({ commit }) => commits.has(commit));
}
