import type { OwnPolicy } from '../check/read-policy.js';
import type { Agent } from '../core/definitions/definition.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { Roster } from '../core/definitions/roster.js';
import type { ProtectedPaths } from '../core/judgement/protected-paths.js';
import type { Environment } from '../sources/git/environment.js';
import type { Git } from '../sources/git/run.js';
import type { Place } from '../sources/session/places.js';

/** The agent whose rules hold for who acts. */
export interface BoundAgent {
  readonly agent: Agent;
  /** What is wrong with its definitions, as the policy has it weigh; those that cannot be read at all are named by their file. */
  readonly problems: readonly DefinitionProblem[];
  /** The type of the subagent without rules that acts in its stead; `null` where the agent acts itself. */
  readonly actingAs: string | null;
}

/** The world as a session's events meet it. */
export interface Surroundings {
  readonly environment: Environment;
  readonly now: Date;
  /** The folder of the running program, by which what it worked out before is known; `null` keeps nothing. */
  readonly program: string | null;
}

/** The rules of a working tree for who acts: each part is read when it is asked for, once. */
export interface RulesInForce {
  readonly place: Place;
  /** `null` for a person's thread and for an agent without rules. */
  agent(): Promise<BoundAgent | null>;
  /** The policy of the config on the disk. */
  policy(): Promise<OwnPolicy>;
  /** All definitions on the disk. */
  roster(): Promise<Roster>;
  /** What only an OWNS entry that names the place opens to an agent. */
  protectedPaths(): Promise<ProtectedPaths>;
  readonly now: Date;
}

/** Where an event happens, and by whose rules. */
export interface Bearings extends RulesInForce {
  /** A git for the working tree. */
  readonly git: Git;
  readonly environment: Environment;
}

/** Gives the bearings of a directory; `null` where there is no working tree. */
export type BearingsAt = (directory: string) => Bearings | null;
