import { commitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { isBranchName, isNoCommit, isObjectName, isRef, readDefaultBranch, refOfBranch } from './payload.js';
import type { RangeInputs, RangeTarget, Revision, RunFacts } from './target.js';

/**
 * Pure: what a `workflow_dispatch` or `schedule` asks for by the action's inputs. Without `head` it is the commit that the
 * workflow runs on. Throws `missing-input` without `base`, for nothing in these events says what to compare with, and
 * `unknown-revision` for a value that can be no commit, branch or tag.
 */
export function parseRequestedRange(payload: unknown, { sha }: RunFacts, inputs: RangeInputs): RangeTarget {
  if (inputs.base === '') throw new OperationalError('missing-input', 'base');
  const head = inputs.head === '' ? sha : inputs.head;
  if (head === null || head === '') throw new OperationalError('missing-input', 'head');
  return {
    kind: 'range',
    base: parseRevision(inputs.base),
    head: parseRevision(head),
    requested: true,
    pushed: null,
    defaultBranch: readDefaultBranch(payload),
  };
}

/** A whole object name, a full ref, or else the name of a branch. No expression of gitrevisions(7), and nothing like an option. */
function parseRevision(text: string): Revision {
  if (isObjectName(text) && !isNoCommit(text)) return { kind: 'commit', sha: commitSha(text) };
  if (isRef(text)) return { kind: 'tip', ref: text };
  if (isNoCommit(text) || !isBranchName(text)) throw new OperationalError('unknown-revision', text);
  return { kind: 'tip', ref: refOfBranch(text) };
}
