import type { AgentDefinition } from './definitions/definition.js';
import type { DefinitionProblem } from './definitions/problem.js';
import type { ChangeStatus, UnreadableMessage } from './history.js';
import type { AgentName, CommitSha, RepoPath, SectionKind, Severity } from './vocabulary.js';

export const SCHEMA_VERSION = 1;

/** `unknown` is "could not check"; only an operational error leads to it. */
export type Conclusion = 'success' | 'failure';

/** A rule as a report shows it: plain data, without the matcher. */
export interface RuleReference {
  readonly section: SectionKind;
  readonly pattern: string;
  readonly remark: string | null;
  readonly condition: string | null;
  readonly file: RepoPath;
  readonly line: number;
}

/** How a finding can be taken back in the judged branch; reporters word it and write the commands. */
export type Restoration =
  /** The path did not exist before: remove it. */
  | { readonly kind: 'remove' }
  /** The state before stands in this parent (1 is the first) of the commit. */
  | { readonly kind: 'parent'; readonly parent: number }
  /** The state before is git's own merge of the two parents. */
  | { readonly kind: 'automatic-merge' };

interface PathFinding {
  readonly severity: Severity;
  readonly agent: AgentName;
  readonly path: RepoPath;
  readonly status: ChangeStatus;
  readonly commit: CommitSha;
  /** The rule that decided; `null` where no pattern of a definition did (`definition-edit`). */
  readonly rule: RuleReference | null;
  /** The agents that OWN the path, in the order of their names. */
  readonly owners: readonly AgentName[];
  readonly restoration: Restoration;
  /** The last commit after it that changed the path and was not found against: taking back drops its work too. */
  readonly laterWork: CommitSha | null;
  /** The commit after which nothing of this change is left; `null` while it stands. */
  readonly undoneBy: CommitSha | null;
}

/** A rule of the boundary that was broken, or what must be known of the judging. Facts only; reporters word them. */
export type Violation =
  | (PathFinding & { readonly code: 'forbidden-path' | 'read-only-path' | 'definition-edit' })
  | {
      readonly code: 'unknown-agent';
      readonly severity: Severity;
      readonly commit: CommitSha;
      /** The trailer's value, as claimed. */
      readonly claim: string;
      /** Known names that come near, nearest first. */
      readonly suggestions: readonly AgentName[];
    }
  | {
      readonly code: 'unreadable-commit';
      readonly severity: Severity;
      readonly commit: CommitSha;
      readonly reason: UnreadableMessage;
    }
  | {
      readonly code: 'provisional-agent';
      readonly severity: Severity;
      readonly agent: AgentName;
      /** The first commit of the range that claims it. */
      readonly commit: CommitSha;
      readonly file: RepoPath;
    }
  | {
      readonly code: 'joint-attribution';
      readonly severity: Severity;
      readonly commit: CommitSha;
      readonly path: RepoPath;
      readonly status: ChangeStatus;
      /** The agent whose rule would have been broken had it been alone. */
      readonly agent: AgentName;
      readonly rule: RuleReference;
      /** The agents of the same commit that OWN the path. */
      readonly owners: readonly AgentName[];
    }
  | {
      readonly code: 'no-definitions';
      readonly severity: Severity;
      /** The patterns of the places that were searched. */
      readonly lookedFor: readonly string[];
    };

export type ViolationCode = Violation['code'];

/** A finding on what one commit did. */
export type CommitViolation = Extract<Violation, { readonly commit: CommitSha }>;

/** A finding on one path, which a later commit can undo. */
export type PathViolation = Extract<Violation, { readonly undoneBy: CommitSha | null }>;

/** Whose a commit is. */
export interface Attribution {
  readonly commit: CommitSha;
  readonly subject: string;
  readonly kind: 'agent' | 'joint' | 'unknown' | 'anonymous' | 'person';
  readonly agents: readonly AgentName[];
  /** Whether one of the agents is defined by the head only. */
  readonly provisional: boolean;
}

/** A definition problem in a pull request, and whether it fails this one. */
export interface ReportedProblem {
  readonly problem: DefinitionProblem;
  /** The head has it and the base has not. */
  readonly introduced: boolean;
  /** It concerns this pull request: an error fails it, a warning is shown with the findings. */
  readonly counts: boolean;
}

/** What one agent did in the range, and what it is held to. */
export interface AgentActivity {
  readonly agent: AgentName;
  readonly files: readonly RepoPath[];
  readonly rules: { readonly owns: number; readonly reads: number; readonly cannotTouch: number };
  readonly commits: number;
  /** Distinct paths that its commits changed. */
  readonly changedPaths: number;
  /** Distinct paths with a `forbidden-path` or `definition-edit` that stands. */
  readonly forbiddenPaths: number;
}

/** The whole verdict: plain data, equal to itself after a JSON round trip, in a defined order. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly conclusion: Conclusion;
  readonly mode: 'enforce';
  readonly range: { readonly base: CommitSha; readonly head: CommitSha };
  readonly violations: readonly Violation[];
  readonly problems: readonly ReportedProblem[];
  readonly attributions: readonly Attribution[];
  /** Every agent in force at the base, and provisional ones that the range claims. */
  readonly agents: readonly AgentActivity[];
  readonly coverage: {
    readonly definitions: number;
    readonly rules: number;
    readonly commits: number;
    /** Distinct paths that the range's commits changed themselves. */
    readonly files: number;
  };
}

/** What `lint` understood and what it found. */
export interface LintReport {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** The patterns of the places that were searched; none where files were named. */
  readonly lookedFor: readonly string[];
  /** How many files of the tree the definitions were held against; `null` where no tree was read. */
  readonly tracked: number | null;
  readonly definitions: readonly AgentDefinition[];
  readonly problems: readonly DefinitionProblem[];
}

/** What `explain` answers for one path. */
export interface Explanation {
  readonly path: RepoPath;
  /** An agent's change fails as `definition-edit`, whatever the verdict, unless its OWNS names the place. */
  readonly protected: boolean;
  readonly agents: readonly {
    readonly agent: AgentName;
    readonly verdict: 'owns' | 'reads' | 'cannot-touch' | 'none';
    readonly rule: RuleReference | null;
  }[];
}

/** True for what still stands: an undone finding is shown and does not count. */
export const stands = (violation: Violation): boolean =>
  !('undoneBy' in violation) || violation.undoneBy === null;
