import type { CommitCall } from './commit-call.js';

/** What a walk through a text gathers. */
export interface Findings {
  readonly commits: CommitCall[];
  isDoubtful: boolean;
  /** A name that means something here has been given another meaning, or the text is too long to be followed. */
  isLost: boolean;
  /** Names of functions that the text defines. */
  readonly functions: Set<string>;
  commands: number;
}

/** More commands in a text are not followed, so that no text takes long. */
export const MOST_COMMANDS = 1_000;

export interface Walk {
  readonly found: Findings;
  /** The text of this part is quoted as it would be anywhere, and runs where it stands: an option can be added. */
  readonly isPlain: boolean;
}
