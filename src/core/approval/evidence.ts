import type { CommitSha } from '../vocabulary.js';

/** An account on GitHub. The id stays when the login changes. */
export interface Account {
  readonly id: number;
  readonly login: string;
}

/** What somebody did on a pull request, as far as an approval depends on it. */
export interface PullRequestEvent {
  readonly kind: 'labeled' | 'unlabeled' | 'head-moved' | 'base-changed';
  /** The label; empty for what is not about one. */
  readonly label: string;
  /** `null` where the account is gone. `isPerson`: a user, who acted through no App. */
  readonly actor: (Account & { readonly isPerson: boolean }) | null;
  /** ISO 8601, by the server's clock. */
  readonly at: string;
}

/** A pull request as the server has it now. */
export interface PullRequest {
  readonly author: Account | null;
  readonly head: CommitSha;
  readonly labels: readonly string[];
  /** The repository (`owner/name`) and branch of the head; `null` where the repository is gone. */
  readonly source: { readonly repository: string; readonly branch: string } | null;
}

/** One move of a branch, by the server's own log. */
export interface Push {
  readonly by: Account | null;
  /** The tip after it; zeros where the branch was deleted. */
  readonly after: CommitSha;
  readonly at: string;
}

export interface PushLog {
  /** Newest first. */
  readonly pushes: readonly Push[];
  /** Whether it goes back to the beginning of the branch. */
  readonly isWhole: boolean;
}

/** The author, the co-authors and the committer of a commit. */
export interface CommitPeople {
  readonly commit: CommitSha;
  readonly accounts: readonly Account[];
  /** False where one of them has an e-mail address of no account. */
  readonly areAllKnown: boolean;
}

/** That this run was started by applying a label. */
export interface Labelling {
  readonly label: string;
  readonly actorId: number;
  readonly head: CommitSha;
  /** When the pull request was last changed, as of the event: not before the label was applied. */
  readonly at: string;
}

/** What the server answered, or why it gave no answer. */
export type Answer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  /** `denied`: the token may not see it, or it is not there. */
  | { readonly kind: 'missing'; readonly denied: boolean; readonly detail: string };
