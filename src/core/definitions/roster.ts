import type { RepoPath } from '../vocabulary.js';
import type { Agent } from './definition.js';
import type { DefinitionProblem, UnreadableReason } from './problem.js';

/** A definition file as a source found it: its bytes, or why there are none. */
export interface DefinitionSource {
  readonly path: RepoPath;
  readonly content: Uint8Array | UnreadableReason;
  /** Where the content really stands, for a definition that is reached through a symbolic link. */
  readonly target?: RepoPath;
  /** The symbolic links on the way there. */
  readonly links?: readonly RepoPath[];
}

/** All definitions of one commit (or of the working tree). */
export interface Roster {
  /** In the order of their names by code unit. */
  readonly agents: readonly Agent[];
  readonly problems: readonly DefinitionProblem[];
}
