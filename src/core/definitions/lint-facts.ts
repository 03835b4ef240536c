import type { AgentName, RepoPath, SectionKind } from '../vocabulary.js';

/** What a section, a contract or nobody says of an agent and a path. */
export type Standing = SectionKind | 'none';

/** Some of the tracked paths that a problem concerns, and how many there are. A directory stands with a slash at its end. */
export interface PathSample {
  readonly examples: readonly RepoPath[];
  readonly count: number;
}

/** An entry that a problem speaks of besides the one that it stands at. */
export interface EntryReference {
  readonly agent: AgentName;
  readonly section: SectionKind;
  readonly pattern: string;
  readonly file: RepoPath;
  readonly line: number;
}

/** An exception to write at the end of a section: the section that `entry` stands in. */
export interface ExceptionLine {
  readonly line: string;
  readonly entry: EntryReference;
}

/** A cell of a contract's matrix, and what the agent's own definition says of the same pattern. */
export interface ContractCell {
  readonly agent: AgentName;
  readonly contract: Standing;
  readonly definition: Standing;
  /** Tracked paths of the pattern on which the two differ; none where the pattern matches no tracked path. */
  readonly paths: PathSample;
}
