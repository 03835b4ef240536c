import type { EntryReference, PathSample } from '../definitions/lint-facts.js';
import type { AgentName, CommitSha, RepoPath } from '../vocabulary.js';

/** One way in which the definitions or the config that a branch leaves behind differ from those in force. */
export interface RuleChange {
  readonly effect: 'loosened' | 'tightened';
  /** The agent whose rules change; `null` for a setting that concerns all. */
  readonly agent: AgentName | null;
  /** Where it stands: at the base for what is gone, at the head for what is new ({@link standsAtHead}). */
  readonly file: RepoPath;
  readonly line: number | null;
  readonly subject: RuleChangeSubject;
  /** Tracked files, of the base and the head together, on which the ruling differs. */
  readonly paths: PathSample;
  /** The last commit of the range that changed the file; `null` where none did. */
  readonly commit: CommitSha | null;
  /** The agents that this commit is charged to; none for a person's. */
  readonly by: readonly AgentName[];
}

/** Patterns stand as they mean from the root of the repository, so that a definition that moves shows what changes. */
export type RuleChangeSubject =
  /** An entry of CANNOT TOUCH that the other side has not, nor one that covers it. */
  | { readonly kind: 'denial'; readonly pattern: string }
  /** An exception (`!`) or an OWNS entry that takes paths out of a denial which is still there, or no longer does. */
  | { readonly kind: 'carve-out'; readonly pattern: string; readonly denial: EntryReference }
  /** An OWNS entry that lets the agent change a protected path, or no longer does. */
  | { readonly kind: 'protected-path'; readonly pattern: string }
  /** Further changes of the same agent that are too many to list: how many, and the first patterns. */
  | { readonly kind: 'further-entries'; readonly count: number; readonly patterns: readonly string[] }
  /** The agent as a whole; with the name that its file gives to another agent on the other side. */
  | { readonly kind: 'agent'; readonly renamed: AgentName | null }
  /** A key of the config, with the values as they stand there; empty for what is not there. */
  | { readonly kind: 'setting'; readonly key: string; readonly before: string; readonly after: string };

/** Whether `file` and `line` are a place of the head; else they are one of the base. */
export function standsAtHead({ effect, subject }: Pick<RuleChange, 'effect' | 'subject'>): boolean {
  switch (subject.kind) {
    case 'denial':
    case 'agent':
    case 'further-entries':
      return effect === 'tightened';
    case 'carve-out':
    case 'protected-path':
      return effect === 'loosened';
    case 'setting':
      return true;
  }
}
