import { byPlace } from '../definitions/assemble-roster.js';
import { DEFAULT_POLICY, type Policy } from '../policy/policy.js';
import { weighProblems } from '../policy/weigh-problems.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import { SCHEMA_VERSION, type LintReport } from '../report.js';
import type { RepoPath } from '../vocabulary.js';
import { lintRoster, type LintTarget } from './lint-roster.js';

/** Definitions to be linted: with the tree that they speak of, or by themselves. */
export interface LintSubject extends Pick<LintTarget, 'roster' | 'contract'> {
  /** As in `LintTarget`; `null` where no tree was read. */
  readonly tracked: Iterable<RepoPath> | null;
  /** What is wrong with the config. */
  readonly config?: readonly DefinitionProblem[];
}

/**
 * What was understood, and every problem in the order of the places: those of reading, those between definitions and, where
 * there is a tree, those of the tree. Without one nothing is said that only a tree can tell. They weigh as the policy says.
 */
export function toLintReport(
  subject: LintSubject,
  lookedFor: readonly string[],
  policy: Pick<Policy, 'severity' | 'agents'> = DEFAULT_POLICY,
): LintReport {
  const { roster, contract, config = [] } = subject;
  const tracked = subject.tracked === null ? null : new Set(subject.tracked);
  const found = lintRoster({ roster, contract, lookedFor, tracked: tracked ?? [] });
  return {
    schemaVersion: SCHEMA_VERSION,
    lookedFor,
    tracked: tracked?.size ?? null,
    definitions: roster.agents.flatMap(({ definitions }) => definitions),
    problems: weighProblems([...config, ...roster.problems, ...found], policy).toSorted(byPlace),
  };
}
