import type { AgentName, Day, RepoPath } from './vocabulary.js';

/** Who or what lets a finding pass. */
export interface Lift {
  readonly kind: 'waiver' | 'approval';
  /** The waiver's own reason, or the name of the label. */
  readonly reason: string;
  /** The login of the person who approved; `null` for a waiver. */
  readonly by: string | null;
  /** The last day of a waiver; `null` for an approval, which ends with the next push. */
  readonly until: Day | null;
}

/** A waiver as a report shows it. */
export interface WaiverReference {
  readonly agent: AgentName;
  readonly path: string;
  readonly reason: string;
  readonly until: Day;
  readonly file: RepoPath;
  readonly line: number;
}
