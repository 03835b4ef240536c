import { noteSquashSetting } from '../core/judgement/squash-setting.js';
import type { Policy, PolicyInForce } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import { OperationalError } from '../operational-error.js';
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
import { withoutPushed } from './branches.js';
import { checkMergeGroup, type Verdict } from './check-merge-group.js';
import { checkRange } from './check-range.js';
import { checkWithSquashes } from './check-with-squashes.js';
import { locateFindings } from './locate-findings.js';
import type { Open, Opened, Wanted } from './opened.js';
import { readPolicyInForce, type Settings } from './settings.js';

export type { Open, Opened, Wanted } from './opened.js';

export interface TargetWorld {
  readonly open: Open;
  /** `null` where the action was given no token. */
  readonly api: Api | null;
  readonly settings: Settings;
  /** Gets what could not be asked and what was done without it, a line at a time; holds text of the server's. */
  readonly log: (line: string) => void;
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
  const { number, baseRef, baseSha, headSha, headRef, commits, defaultBranch, labelling } = target;
  const bringsSomething = headSha !== baseSha;
  const wanted: Wanted = {
    base: { kind: 'tip', ref: baseRef },
    baseFallback: baseSha,
    head: { kind: 'commit', sha: headSha },
    headRef,
    others: [],
    pairs: null,
    commits,
    defaultBranch,
  };
  return open(wanted, async (opened) => {
    const { repository, headTip, ...range } = opened;
    if (headTip !== null && headTip !== headSha) throw new OperationalError('superseded', headTip);
    const law = await readPolicyInForce(repository, range, settings);
    const checked = await checkOpened(world, wanted, opened, law);
    const judged = noteSquashSetting(checked, target.squashMessage, law.policy);
    if (bringsSomething) requireCommits(judged);
    const approve = approveBy(law.policy, world);
    const approved = await approve(judged, { number, head: headSha, labelling });
    const report = await locateFindings(repository, approved, world.log);
    return { report, pullRequests: [{ number, head: headSha, report }] };
  });
}

async function checkGroup(target: MergeGroupTarget, world: TargetWorld): Promise<Verdict> {
  const { open, api, settings } = world;
  const { branch, baseSha, headSha, headRef, defaultBranch } = target;
  const entries = await readQueueEntries(requireApi(api, 'pull-requests: read'), target);
  const wanted: Wanted = {
    base: { kind: 'commit', sha: baseSha },
    baseFallback: null,
    head: { kind: 'commit', sha: headSha },
    headRef,
    others: entries.map((entry) => ({ sha: entry.headSha, ref: entry.headRef })),
    pairs: null,
    commits: null,
    defaultBranch,
  };
  return open(wanted, async (opened) => {
    const { repository, base, head } = opened;
    const law = await readPolicyInForce(repository, { base, head }, settings);
    const approve = approveBy(law.policy, world);
    const group = { base, head, branch, entries };
    const { report, pullRequests } = await checkWithSquashes(world, wanted, opened, law.policy, {
      run: ({ repository: at, shallow, branches }, squashes) =>
        checkMergeGroup(at, group, { shallow, squashes }, law, branches, approve),
      reportOf: (verdict) => verdict.report,
    });
    return { report: await locateFindings(repository, report, world.log), pullRequests };
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
    pairs: null,
    commits: null,
    defaultBranch: target.defaultBranch,
  };
  return open(wanted, async (opened) => {
    const { repository, base, head } = opened;
    if (target.requested && !isBranch(target.base)) {
      await requireOnBranch(requireApi(api, 'contents: read'), base, target.defaultBranch);
    }
    const law = await readPolicyInForce(repository, { base, head }, settings);
    const branches = withoutPushed(opened.branches, target.pushed);
    const judged = await checkOpened(world, wanted, { ...opened, branches }, law);
    if (target.requested) requireCommits(judged);
    const approved = await approveBy(law.policy, world)(judged, null);
    return { report: await locateFindings(repository, approved, world.log), pullRequests: [] };
  });
}

const checkOpened = (
  world: TargetWorld,
  wanted: Wanted,
  opened: Opened,
  law: PolicyInForce,
): Promise<Report> =>
  checkWithSquashes(world, wanted, opened, law.policy, {
    run: ({ repository, base, head, shallow, branches }, squashes) =>
      checkRange(repository, { base, head, shallow, squashes }, law, branches),
    reportOf: (report) => report,
  });

const approveBy = ({ allowSelf }: Policy, { api, settings }: TargetWorld): Approve =>
  createApprove({ label: settings.approvalLabel, allowSelf, api });

/** A pull request that no longer has commits was merged meanwhile: a pass would stand in the place of what was found before. */
function requireCommits({ coverage, range }: Report): void {
  if (coverage.commits + coverage.trusted === 0)
    throw new OperationalError('empty-range', `${range.base}..${range.head}`);
}

const isBranch = (revision: Revision): boolean =>
  revision.kind === 'tip' && branchOfRef(revision.ref) !== null;

function requireApi(api: Api | null, permission: string): Api {
  if (api === null) throw new OperationalError('api-denied', permission);
  return api;
}
