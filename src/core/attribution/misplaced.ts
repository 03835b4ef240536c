import type { Rewriting } from './rewriting.js';

/** Why git does not take a line of a message for a trailer, although it reads like one. */
export type MisplacedWhere =
  | 'above-last-paragraph'
  | 'below-subject'
  | 'in-subject'
  | 'among-prose'
  | 'indented'
  | 'squashed'
  | 'other-separator'
  | 'misspelt-key';

/** What the command that mends a message depends on. */
export interface UnmendedMessage extends Rewriting {
  /** The trailers of all its misplaced claims: it is mended at once. */
  readonly trailers: readonly string[];
  /** It has a line `---`, behind which `git commit --trailer` takes nothing for the message. */
  readonly hasDivider: boolean;
}
