import type { ApprovalRefusal } from '../report.js';
import type { CommitSha } from '../vocabulary.js';
import type { Account, PullRequest, PullRequestEvent } from './evidence.js';

/** Why an approval does not count, with what is known of who gave it. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: ApprovalRefusal;
  readonly by: string | null;
  readonly at: string | null;
  readonly detail: string;
}

/** A label that stands, and the person who applied it last. */
export interface Labelled {
  readonly kind: 'labelled';
  readonly by: Account;
  readonly at: string;
}

export interface AskedApproval {
  readonly label: string;
  readonly head: CommitSha;
  /** Whether authors may approve their own work. */
  readonly allowSelf: boolean;
}

/** GitHub's names of labels differ by more than case, so case tells nothing apart. */
export const isSameLabel = (left: string, right: string): boolean => canonical(left) === canonical(right);

const canonical = (label: string): string => label.trim().normalize('NFC').toLowerCase();

/** Seconds since 1970: the server's times have no finer grain that could be compared. */
export const secondOf = (at: string): number => Math.floor(Date.parse(at) / 1000);

/**
 * Whether the label is on the pull request now, for the head that is judged, and by a person who may approve it as far as
 * these two answers tell. Events in the order of the server.
 */
export function findLabelling(
  pullRequest: PullRequest,
  events: readonly PullRequestEvent[],
  { label, head, allowSelf }: AskedApproval,
): Labelled | Refused {
  if (pullRequest.head !== head) return refuse('other-head');
  if (!pullRequest.labels.some((one) => isSameLabel(one, label))) return refuse('not-labelled');
  const last = inOrder(events).findLast(
    (event) => (event.kind === 'labeled' || event.kind === 'unlabeled') && isSameLabel(event.label, label),
  );
  if (last === undefined) return refuse('unknown-labeller');
  if (last.kind === 'unlabeled') return refuse('not-labelled');
  const { actor, at } = last;
  if (actor === null) return refuse('unknown-labeller', { at });
  const known = { by: actor.login, at };
  if (!actor.isPerson) return refuse('by-bot', known);
  if (!allowSelf && pullRequest.author?.id === actor.id) return refuse('by-author', known);
  const later = events.filter((event) => secondOf(event.at) >= secondOf(at));
  const moved = later.find(({ kind }) => kind === 'head-moved');
  if (moved !== undefined) return refuse('other-head', { ...known, detail: moved.at });
  const rebased = later.find(({ kind }) => kind === 'base-changed');
  if (rebased !== undefined) return refuse('other-base', { ...known, detail: rebased.at });
  return { kind: 'labelled', by: { id: actor.id, login: actor.login }, at };
}

const inOrder = (events: readonly PullRequestEvent[]): readonly PullRequestEvent[] =>
  events.toSorted((left, right) => secondOf(left.at) - secondOf(right.at));

export const refuse = (
  refusal: ApprovalRefusal,
  known: Partial<Pick<Refused, 'by' | 'at' | 'detail'>> = {},
): Refused => ({ kind: 'refused', refusal, by: null, at: null, detail: '', ...known });
