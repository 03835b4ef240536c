import type { Policy } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import type { Api } from '../sources/github/api.js';
import { requireOnBranch } from '../sources/github/branches.js';
import { readQueueEntries } from '../sources/github/merge-queue.js';
import { branchOfRef } from '../sources/github/payload.js';
import type {
  MergeGroupTarget,
  PullRequestTarget,
  RangeTarget,
  Revision,
  Target,
} from '../sources/github/target.js';
import { createApprove, type Approve } from './approve.js';
import { NO_BRANCHES } from './branches.js';
import { checkMergeGroup, type Verdict } from './check-merge-group.js';
import { checkRange } from './check-range.js';
import { readPolicyInForce, type Settings } from './settings.js';

/** What must be at hand before a target can be judged: everything between the base and each of the heads. */
export interface Wanted {
  readonly base: Revision;
  /** Serves where the tip of the base cannot be asked in this run. */
  readonly baseFallback: CommitSha | null;
  readonly head: Revision;
  /** The ref by which a server gives out the head; to be asked for where it points now. */
  readonly headRef: string | null;
  /** Further heads, each with the ref by which a server gives it out. */
  readonly others: readonly { readonly sha: CommitSha; readonly ref: string }[];
  /** How many commits the range has, where the event says it. */
  readonly commits: number | null;
}

export interface Opened {
  readonly repository: Repository;
  readonly base: CommitSha;
  readonly head: CommitSha;
  readonly shallow: boolean;
  /** What `headRef` points at in this run; `null` where no server was asked, or where it shows no such ref. */
  readonly headTip: CommitSha | null;
}

/** Gets what is wanted, for the time of `use`. */
export type Open = <Result>(wanted: Wanted, use: (opened: Opened) => Promise<Result>) => Promise<Result>;

export interface TargetWorld {
  readonly open: Open;
  /** `null` where the action was given no token. */
  readonly api: Api | null;
  readonly settings: Settings;
}

/**
 * The verdict on what an event asks to judge. Rejects with `superseded`, `unaccounted-commit`, `foreign-base`, `empty-range`,
 * and with what the API, `open` and `checkRange` reject with: what cannot be judged never passes.
 */
export function checkTarget(target: Target, world: TargetWorld): Promise<Verdict> {
  switch (target.kind) {
    case 'pull-request':
      return checkPullRequest(target, world);
    case 'merge-group':
      return checkGroup(target, world);
    case 'range':
      return checkStatedRange(target, world);
  }
}

function checkPullRequest(target: PullRequestTarget, world: TargetWorld): Promise<Verdict> {
  const { open, settings } = world;
  const { number, baseRef, baseSha, headSha, headRef, commits, labelling } = target;
  const bringsSomething = headSha !== baseSha;
  const wanted: Wanted = {
    base: { kind: 'tip', ref: baseRef },
    baseFallback: baseSha,
    head: { kind: 'commit', sha: headSha },
    headRef,
    others: [],
    commits,
  };
  return open(wanted, async ({ repository, headTip, ...range }) => {
    if (headTip !== null && headTip !== headSha) throw new OperationalError('superseded', headTip);
    const law = await readPolicyInForce(repository, range, settings);
    const judged = await checkRange(repository, range, law);
    if (bringsSomething) requireCommits(judged);
    const approve = approveBy(law.policy, world);
    const report = await approve(judged, { number, head: headSha, labelling });
    return { report, pullRequests: [{ number, head: headSha, report }] };
  });
}

async function checkGroup(target: MergeGroupTarget, world: TargetWorld): Promise<Verdict> {
  const { open, api, settings } = world;
  const { branch, baseSha, headSha, headRef } = target;
  const entries = await readQueueEntries(requireApi(api, 'pull-requests: read'), target);
  const wanted: Wanted = {
    base: { kind: 'commit', sha: baseSha },
    baseFallback: null,
    head: { kind: 'commit', sha: headSha },
    headRef,
    others: entries.map((entry) => ({ sha: entry.headSha, ref: entry.headRef })),
    commits: null,
  };
  return open(wanted, async ({ repository, base, head, shallow }) => {
    const law = await readPolicyInForce(repository, { base, head }, settings);
    const approve = approveBy(law.policy, world);
    const group = { base, head, branch, entries };
    return checkMergeGroup(repository, group, { shallow }, law, NO_BRANCHES, approve);
  });
}

function checkStatedRange(target: RangeTarget, world: TargetWorld): Promise<Verdict> {
  const { open, api, settings } = world;
  const wanted: Wanted = {
    base: target.base,
    baseFallback: null,
    head: target.head,
    headRef: null,
    others: [],
    commits: null,
  };
  return open(wanted, async ({ repository, base, head, shallow }) => {
    if (target.requested && !isBranch(target.base)) {
      await requireOnBranch(requireApi(api, 'contents: read'), base, target.defaultBranch);
    }
    const law = await readPolicyInForce(repository, { base, head }, settings);
    const judged = await checkRange(repository, { base, head, shallow }, law);
    if (target.requested) requireCommits(judged);
    return { report: await approveBy(law.policy, world)(judged, null), pullRequests: [] };
  });
}

const approveBy = ({ allowSelf }: Policy, { api, settings }: TargetWorld): Approve =>
  createApprove({ label: settings.approvalLabel, allowSelf, api });

/** A pull request that no longer has commits was merged meanwhile: a pass would stand in the place of what was found before. */
function requireCommits({ coverage, range }: Report): void {
  if (coverage.commits === 0) throw new OperationalError('empty-range', `${range.base}..${range.head}`);
}

const isBranch = (revision: Revision): boolean =>
  revision.kind === 'tip' && branchOfRef(revision.ref) !== null;

function requireApi(api: Api | null, permission: string): Api {
  if (api === null) throw new OperationalError('api-denied', permission);
  return api;
}
