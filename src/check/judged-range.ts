import type { AttributedCommit } from '../core/attribution/attribute.js';
import type { History } from '../core/history.js';
import type { ProtectedPaths } from '../core/judgement/protected-paths.js';
import type { PolicyInForce } from '../core/policy/policy.js';
import type { End } from './read-ends.js';

/** A range, the rules at both of its ends, and whose its commits are. */
export interface JudgedRange {
  readonly history: History;
  readonly base: End;
  readonly head: End;
  readonly law: PolicyInForce;
  readonly protectedPaths: ProtectedPaths;
  readonly attributed: readonly AttributedCommit[];
}
