import { OperationalError } from '../../operational-error.js';
import { isQueueBranch } from './merge-group-event.js';
import { branchOfRef, isBranchName, isNoCommit, isRef, readField, readSha, refOfBranch } from './payload.js';
import type { RangeTarget } from './target.js';

/**
 * Pure: the payload of `push`. On the default branch the new commits are judged, also after a forced push: what the tip has
 * and the tip before had not. Any other branch is judged whole, as a pull request for the default branch would be, so that
 * neither a second push nor an old starting point hides a commit. A deleted branch brings nothing: its run stands on the
 * default branch's tip, and so does its empty range. Throws `unsupported-event` for a tag, which has no branch to be held to,
 * for the push that creates the default branch, before which there were no rules, and for a merge queue's own branch, which is
 * for `merge_group`: its squashes may have lost the trailers, and a pass here would stand beside that verdict on one commit.
 */
export function parsePush(payload: unknown): RangeTarget {
  const ref = readField(payload, 'ref', isRef);
  const branch = branchOfRef(ref);
  if (branch === null) throw new OperationalError('unsupported-event', `push (${ref})`);
  const before = readSha(payload, 'before');
  const after = readSha(payload, 'after');
  const defaultBranch = readField(payload, 'repository.default_branch', isBranchName);
  const tip = { kind: 'tip', ref: refOfBranch(defaultBranch) } as const;
  const range = { kind: 'range', requested: false, pushed: branch, defaultBranch } as const;
  if (isNoCommit(after)) return { ...range, base: tip, head: tip };
  if (isQueueBranch(ref)) throw new OperationalError('unsupported-event', `push (${ref})`);
  const head = { kind: 'commit', sha: after } as const;
  if (branch !== defaultBranch) return { ...range, base: tip, head };
  if (isNoCommit(before)) throw new OperationalError('unsupported-event', `push (new ${ref})`);
  return { ...range, base: { kind: 'commit', sha: before }, head };
}
