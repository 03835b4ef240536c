/** What became of a comment or a check run that was to be written; data, worded by reporters/publication-words.ts. */
export type Publication =
  | { readonly kind: 'written' }
  /** The comment that is there says the same. */
  | { readonly kind: 'unchanged' }
  /** Nothing is wrong, and nothing that was written before says otherwise. */
  | { readonly kind: 'not-needed' }
  /** A later run wrote it already, or is about to. */
  | { readonly kind: 'left-to-later-run' }
  /** Another step of this run, such as another leg of a matrix, wrote it and found worse. */
  | { readonly kind: 'left-to-graver-step' }
  /** The event has no pull request whose conversation it could stand in. */
  | { readonly kind: 'no-pull-request' }
  /** Nobody says which commit was to be judged. */
  | { readonly kind: 'no-commit' }
  | { readonly kind: 'no-token' }
  | { readonly kind: 'cancelled' }
  | PublicationFailure
  /** It is concluded, but some annotations are not on it. */
  | { readonly kind: 'incomplete'; readonly missing: number; readonly cause: PublicationFailure | null }
  /** It was begun and could not be concluded. */
  | { readonly kind: 'open'; readonly cause: PublicationFailure };

/** `detail` is what the server says, or what went wrong on the way: untrusted. */
export interface PublicationFailure {
  readonly kind: 'failed';
  readonly reason: 'denied' | 'no-answer';
  readonly detail: string;
}
