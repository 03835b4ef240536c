declare const brand: unique symbol;

type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * A path relative to the repository's root, separated by `/`, exactly as git stores it. A byte that is no UTF-8 stands as
 * the lone surrogate U+DC00 + byte, so that every path of git has one spelling and none is lost.
 */
export type RepoPath = Branded<'RepoPath'>;

/** A full object name of a commit, in lower-case hexadecimal digits. */
export type CommitSha = Branded<'CommitSha'>;

/** The name of an agent, as its definition writes it. */
export type AgentName = Branded<'AgentName'>;

export const repoPath = (path: string): RepoPath => path as RepoPath;
export const commitSha = (sha: string): CommitSha => sha as CommitSha;
export const agentName = (name: string): AgentName => name as AgentName;

/** Stands for work that is no commit yet, as git-blame(1) shows it ("Not Committed Yet"): no object has this name. */
export const UNCOMMITTED = commitSha('0'.repeat(40));

/** A place in a file of the repository. Lines count from 1. */
export interface SourceLocation {
  readonly file: RepoPath;
  readonly line: number;
}

/** The three sections of a definition that hold rules. */
export type SectionKind = 'owns' | 'reads' | 'cannot-touch';

export type Severity = 'error' | 'warning' | 'notice';

/** A calendar day in UTC, as `YYYY-MM-DD`: days compare as their texts do. */
export type Day = string;
