import type { OwnPolicy } from '../check/read-policy.js';
import type { Agent } from '../core/definitions/definition.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { Roster } from '../core/definitions/roster.js';
import type { RepoPath } from '../core/vocabulary.js';
import type { Environment } from '../sources/git/environment.js';
import type { Git } from '../sources/git/run.js';

/** A working tree and where its repository keeps things; all absolute. */
export interface Place {
  readonly topLevel: string;
  /** The working tree's own directory: `.git`, or `.git/worktrees/<name>` for a linked one. */
  readonly gitDir: string;
  /** The directory that all working trees of the repository have in common. */
  readonly commonDir: string;
}

/** The agent whose rules hold for who acts. */
export interface BoundAgent {
  readonly agent: Agent;
  /** What is wrong with its definitions. */
  readonly problems: readonly DefinitionProblem[];
  /** The type of the subagent without rules that acts in its stead; `null` where the agent acts itself. */
  readonly actingAs: string | null;
}

/** Where an event happens and by whose rules: each part is read when it is asked for, once. */
export interface Bearings {
  readonly place: Place;
  /** `null` for a person's thread and for an agent without rules. */
  agent(): Promise<BoundAgent | null>;
  /** The policy of the config on the disk. */
  policy(): Promise<OwnPolicy>;
  /** All definitions on the disk. */
  roster(): Promise<Roster>;
  /** The paths that definitions are read through: who changes one of these changes a definition. */
  linked(): Promise<ReadonlySet<RepoPath>>;
  /** A git for the working tree. */
  readonly git: Git;
  readonly environment: Environment;
  readonly now: Date;
}
