import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import type { AgentName, RepoPath, SectionKind, SourceLocation } from '../vocabulary.js';

/** One path pattern of a definition. A rule that exists has compiled; one that did not is a problem with a line. */
export interface Rule {
  readonly section: SectionKind;
  /** As written, less marks, back-ticks and remark. A leading `!` is part of it. */
  readonly pattern: string;
  readonly remark: string | null;
  /** What would lift the rule, in the definition's own words ("Without orchestrator approval"); enforced all the same. */
  readonly condition: string | null;
  readonly location: SourceLocation;
  readonly compiled: CompiledPattern;
}

/**
 * The rules below one heading, label or front matter key, in the order in which they are written: the last one that
 * matches a path decides whether this section covers it.
 */
export interface RuleSection {
  readonly kind: SectionKind;
  /** As written; for a front matter key, the key. */
  readonly heading: string;
  readonly line: number;
  readonly rules: readonly Rule[];
}

/** One definition file that was read. */
export interface AgentDefinition {
  readonly name: AgentName;
  readonly file: RepoPath;
  /** The directory that its patterns are relative to; empty for the repository's root. */
  readonly root: RepoPath;
  /** What `color` in the front matter says, as written; Claude Code shows the agent in it. */
  readonly colour?: string;
  readonly sections: readonly RuleSection[];
}

/** All definitions of one name: one agent. */
export interface Agent {
  readonly name: AgentName;
  readonly definitions: readonly AgentDefinition[];
}
