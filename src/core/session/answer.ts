import type { DefinitionProblem } from '../definitions/problem.js';
import type { PathViolation } from '../violation.js';
import type { AgentName } from '../vocabulary.js';
import type { BoundaryFinding, WorkFinding } from './work-finding.js';

/** What a path finding is, less what only a commit has. */
export type PathFinding = Omit<PathViolation, 'commit' | 'inHead' | 'undoneBy' | 'laterWork' | 'restoration'>;

/** Why a call does not happen. Facts only; reporters word them. */
export type Refusal = {
  /** The agent whose rules decide. */
  readonly agent: AgentName;
  /** The subagent without rules of its own that the agent started; `null` where the agent acts itself. */
  readonly actingAs: string | null;
} & (
  | {
      readonly kind: 'path';
      readonly finding: PathFinding;
      /** What is wrong with the config, so that the built-in defaults decided. */
      readonly config: readonly DefinitionProblem[];
    }
  /** Parts of the agent's own definition cannot be read, so that what it forbids is not known. */
  | { readonly kind: 'unreadable-rules'; readonly problems: readonly DefinitionProblem[] }
  /** A commit that is about to be made would hold it. */
  | { readonly kind: 'commit'; readonly finding: BoundaryFinding }
  /** A commit that could not be judged: what it would break is not known. */
  | { readonly kind: 'unjudged-commit'; readonly subject: string }
  /** A file of git's own directory that steers git or this tool. */
  | { readonly kind: 'git-directory'; readonly file: string }
);

/** What a hook answers: it denies or stays silent, and never allows. */
export type Answer =
  | { readonly kind: 'abstain' }
  /** Before a tool only. */
  | { readonly kind: 'deny'; readonly refusals: readonly Refusal[] }
  /** Before a tool only; the whole input, without a permission decision. */
  | { readonly kind: 'rewrite'; readonly input: Readonly<Record<string, unknown>> }
  /** Reported to the agent, after a tool and at a stop with the mending command; nothing is kept from happening. */
  | { readonly kind: 'tell'; readonly findings: readonly WorkFinding[] };

export const ABSTAIN: Answer = { kind: 'abstain' };
