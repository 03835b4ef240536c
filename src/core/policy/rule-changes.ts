import type { EntryReference, PathSample } from '../definitions/lint-facts.js';
import type { AgentName, CommitSha, RepoPath } from '../vocabulary.js';

/** One way in which the head's definitions or config differ from those in force. */
export interface RuleChange {
  readonly effect: 'loosened' | 'tightened';
  /** The agent whose rules change; `null` for a setting that concerns all. */
  readonly agent: AgentName | null;
  /** Where it stands: at the base for what is gone, at the head for what is new. */
  readonly file: RepoPath;
  readonly line: number | null;
  readonly subject: RuleChangeSubject;
  /** Tracked files on which the ruling differs. */
  readonly paths: PathSample;
  /** The last commit of the range that changed the file; `null` where none did. */
  readonly commit: CommitSha | null;
  /** The agents that this commit is charged to; none for a person's. */
  readonly by: readonly AgentName[];
}

export type RuleChangeSubject =
  /** An entry of CANNOT TOUCH that the other side has not, nor one that covers it. */
  | { readonly kind: 'denial'; readonly pattern: string }
  /** An exception (`!`) or an OWNS entry that takes paths out of a denial which is still there, or no longer does. */
  | { readonly kind: 'carve-out'; readonly pattern: string; readonly denial: EntryReference }
  /** The agent as a whole. */
  | { readonly kind: 'agent' }
  /** A key of the config, with the values as they stand there. */
  | { readonly kind: 'setting'; readonly key: string; readonly before: string; readonly after: string };
