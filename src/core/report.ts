import type { AgentDefinition } from './definitions/definition.js';
import type { DefinitionProblem } from './definitions/problem.js';
import type { PolicyOrigin } from './policy/policy.js';
import type { RuleChange } from './policy/rule-changes.js';
import type { Silenced } from './policy/silenced.js';
import { stands, type RuleReference, type Violation } from './violation.js';
import type { AgentName, CommitSha, RepoPath } from './vocabulary.js';

export const SCHEMA_VERSION = 1;

/** `unknown` is "could not check"; only an operational error leads to it. */
export type Conclusion = 'success' | 'failure';

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

/** Why an approval label lifts nothing. */
export type ApprovalRefusal =
  /** The event has no pull request. */
  | 'no-pull-request'
  | 'no-token'
  /** The API did not answer, or not with what is needed. */
  | 'no-answer'
  | 'not-labelled'
  /** The label is there, and no event says who applied it: it was renamed, or the account is gone. */
  | 'unknown-labeller'
  | 'by-bot'
  | 'no-write-access'
  | 'by-author'
  /** An author has no account on GitHub, and the person who applied the label pushed to the branch. */
  | 'unknown-author'
  /** The head that is judged is not the one that it was applied for. */
  | 'other-head'
  /** The base branch was changed after it was applied. */
  | 'other-base'
  /** For which head it was applied cannot be shown. */
  | 'unproved-head';

/** What became of the approval label on one pull request. */
export interface ApprovalOutcome {
  /** `null` where the event has none. */
  readonly pullRequest: number | null;
  readonly state: 'granted' | 'refused' | 'not-needed';
  /** The login of who applied it, where that is known. */
  readonly by: string | null;
  /** When, as the API says it (ISO 8601). */
  readonly at: string | null;
  readonly head: CommitSha | null;
  readonly refusal: ApprovalRefusal | null;
  /** What stood in the way, for people: an HTTP status and a permission, a time. */
  readonly detail: string;
  /** The commits whose findings it leaves in place although it is granted. */
  readonly exceptions: readonly ApprovalException[];
}

export interface ApprovalException {
  readonly commit: CommitSha;
  readonly refusal: Extract<ApprovalRefusal, 'by-author' | 'unknown-author'>;
}

/** The label that was asked for, and what became of it: one outcome for each pull request that was judged. */
export interface Approval {
  readonly label: string;
  readonly outcomes: readonly ApprovalOutcome[];
}

/** What one agent did in the range, and what it is held to. */
export interface AgentActivity {
  readonly agent: AgentName;
  readonly files: readonly RepoPath[];
  readonly rules: { readonly owns: number; readonly reads: number; readonly cannotTouch: number };
  readonly commits: number;
  /** Distinct paths that its commits changed. */
  readonly changedPaths: number;
  /** Of these, those that no finding against it stands on, and none is lifted on. */
  readonly allowedPaths: number;
  /** Distinct paths with a `forbidden-path` or `definition-edit` that stands. */
  readonly forbiddenPaths: number;
  /** Distinct paths with a finding that is lifted and none that stands. */
  readonly liftedPaths: number;
}

/** How many paths a commit of agents changed that this pattern opens to all of them. */
export interface SharedUse {
  readonly pattern: string;
  readonly commit: CommitSha;
  readonly changes: number;
}

/** Work that was judged before it is a commit: its findings have `UNCOMMITTED` for a commit. */
export interface Uncommitted {
  readonly kind: 'staged' | 'working-tree';
  /** The parents that its commit would have: HEAD, then what is being merged. */
  readonly parents: readonly CommitSha[];
  /** Paths that a commit would leave out, so that they were not judged. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly path: RepoPath;
  /** `intent-to-add`: only marked by `git add -N`. `no-commit`: a repository of its own without a commit. */
  readonly reason: 'intent-to-add' | 'no-commit';
}

/** The whole verdict: plain data, equal to itself after a JSON round trip, in a defined order. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly conclusion: Conclusion;
  readonly mode: 'enforce' | 'report-only';
  readonly policy: PolicyOrigin;
  /** What that policy switches off although it would weigh by default. */
  readonly silenced: readonly Silenced[];
  readonly range: { readonly base: CommitSha; readonly head: CommitSha };
  readonly violations: readonly Violation[];
  readonly problems: readonly ReportedProblem[];
  readonly attributions: readonly Attribution[];
  /** Every agent in force at the base, and provisional ones that the range claims. */
  readonly agents: readonly AgentActivity[];
  /** What the head's definitions and config would loosen or tighten. */
  readonly ruleChanges: readonly RuleChange[];
  /** Each use of a path that is open to all agents, by commit. */
  readonly shared: readonly SharedUse[];
  /** `null` where no label is asked for. */
  readonly approval: Approval | null;
  /** `null` where commits were judged. */
  readonly uncommitted: Uncommitted | null;
  readonly coverage: {
    readonly definitions: number;
    readonly rules: number;
    readonly commits: number;
    /** Distinct paths that the range's commits changed themselves. */
    readonly files: number;
    /** Commits of the range that a trusted branch holds; they are in no other figure. */
    readonly trusted: number;
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
  /** The pattern that opens the path to every agent, whatever the verdict; `null` for none. */
  readonly shared: string | null;
  readonly agents: readonly {
    readonly agent: AgentName;
    readonly verdict: 'owns' | 'reads' | 'cannot-touch' | 'none';
    readonly rule: RuleReference | null;
  }[];
}

/** What fails a check: an error that stands, or one in a definition that concerns the range. */
export function concludeOn({
  mode,
  violations,
  problems,
}: Pick<Report, 'mode' | 'violations' | 'problems'>): Conclusion {
  const failed =
    violations.some((violation) => violation.severity === 'error' && stands(violation)) ||
    problems.some(({ problem, counts }) => counts && problem.severity === 'error');
  return failed && mode === 'enforce' ? 'failure' : 'success';
}
