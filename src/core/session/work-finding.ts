import type { UnmendedMessage } from '../attribution/misplaced.js';
import type { Uncommitted } from '../report.js';
import type { PathViolation } from '../violation.js';
import type { AgentName, CommitSha } from '../vocabulary.js';

/** How a commit that is about to be made comes by a path. */
export interface Intake {
  /** Whether it is staged by now: what the same command would stage has not happened when the command is refused. */
  readonly isStaged: boolean;
  /** What the command takes beside what is staged by now; `named` where it says which. */
  readonly gathers: 'everything' | 'tracked' | 'named';
}

/** A path on which an agent's work breaks a rule. */
export interface BoundaryFinding {
  readonly kind: 'boundary';
  /** `next-commit` where the commit is about to be made. */
  readonly where: 'working-tree' | 'next-commit' | 'commit';
  readonly violation: PathViolation;
  /** What the commands that take it back depend on; `null` for a commit. */
  readonly uncommitted: Uncommitted | null;
  /** For `next-commit` only. */
  readonly intake: Intake | null;
  /** Names what was written: the object, or the commit. */
  readonly state: string;
  /** Who made the change by the journal. A joint commit answers with all its names for what it holds: it may be somebody else. */
  readonly madeBy: readonly AgentName[];
}

/** What is told to an agent about work that is done. Facts only; reporters word them. */
export type WorkFinding =
  | BoundaryFinding
  | (UnmendedMessage & {
      readonly kind: 'unstamped-commit';
      readonly commit: CommitSha;
      readonly subject: string;
      readonly agents: readonly AgentName[];
      /** The commit at which HEAD is: an earlier one is mended in another way. */
      readonly head: CommitSha | null;
      /** A branch that holds the commit; `HEAD` for what is checked out. */
      readonly branch: string;
    })
  | {
      /** An agent amended a commit that is not its own, and put its work under somebody else's name. */
      readonly kind: 'amended-commit';
      readonly commit: CommitSha;
      readonly subject: string;
      readonly agent: AgentName;
      /** What HEAD was before. */
      readonly before: CommitSha;
      readonly head: CommitSha | null;
      readonly branch: string;
    }
  | JournalFailureFinding;

export interface JournalFailureFinding {
  readonly kind: 'journal-failure';
  readonly failure: JournalFailure;
  readonly subject: string;
}

/** What the journal could not do: then a commit may lack a name, and the check cannot know whose it is. */
export type JournalFailure =
  /** Nothing was noted of a call. */
  | 'not-noted'
  /** Notes are there that cannot be read. */
  | 'unreadable-notes'
  /** There was no time to read all that a call wrote. */
  | 'out-of-time'
  /** New commits were not looked at. */
  | 'not-verified'
  /** A commit was neither judged nor stamped before it was made. */
  | 'not-stamped';
