import type { Labelling } from '../../core/approval/evidence.js';
import type { SquashMessage } from '../../core/violation.js';
import type { CommitSha } from '../../core/vocabulary.js';

/** A commit that is named outright, or the tip of a ref at the time of this run (a full name below `refs/`). */
export type Revision =
  { readonly kind: 'commit'; readonly sha: CommitSha } | { readonly kind: 'tip'; readonly ref: string };

/** The commits of one pull request against the tip of its base branch. */
export interface PullRequestTarget {
  readonly kind: 'pull-request';
  readonly number: number;
  /** The branch that the pull request is for, as a full name. */
  readonly baseRef: string;
  /** A snapshot: GitHub leaves it unchanged while the base branch moves on. Serves only where the tip cannot be asked. */
  readonly baseSha: CommitSha;
  readonly headSha: CommitSha;
  /** Where the base repository keeps the head, also that of a fork. */
  readonly headRef: string;
  /** How many commits GitHub counts, where the payload says it. */
  readonly commits: number | null;
  /** Where this run was started by applying a label. */
  readonly labelling: Labelling | null;
  /** Without `refs/heads/`, where the payload says it. */
  readonly defaultBranch: string | null;
  /** What a squash would write in place of the commits' messages; `null` where it keeps them, or where nobody says it. */
  readonly squashMessage: SquashMessage | null;
}

/** What a merge queue is about to put on a branch: the work of one or several pull requests. */
export interface MergeGroupTarget {
  readonly kind: 'merge-group';
  /** The branch that the queue is for, without `refs/heads/`. */
  readonly branch: string;
  readonly baseSha: CommitSha;
  readonly headSha: CommitSha;
  readonly headRef: string;
  /** Without `refs/heads/`, where the payload says it. */
  readonly defaultBranch: string | null;
}

/** The commits that `head` has and `base` has not. */
export interface RangeTarget {
  readonly kind: 'range';
  readonly base: Revision;
  readonly head: Revision;
  /** Where someone typed the base in: then it must lie on a branch, and a range without commits is a mistake. */
  readonly requested: boolean;
  /** The branch that was pushed, without `refs/heads/`: that it holds the commits says nothing yet. `null` where none was. */
  readonly pushed: string | null;
  /** Without `refs/heads/`, where the payload says it. */
  readonly defaultBranch: string | null;
}

/** What the event of a workflow asks to judge. */
export type Target = PullRequestTarget | MergeGroupTarget | RangeTarget;

/** What the runner's variables say about the run; validated where it is used. */
export interface RunFacts {
  /** `GITHUB_SHA`: for `workflow_dispatch` and `schedule` the tip of the branch that the workflow runs on. */
  readonly sha: string | null;
}

/** The inputs `base` and `head` of the action; empty where the workflow says nothing. */
export interface RangeInputs {
  readonly base: string;
  readonly head: string;
}
