import { OperationalError } from '../../operational-error.js';
import { branchOfRef, isRef, isText, readDefaultBranch, readField, readSha } from './payload.js';
import type { MergeGroupTarget } from './target.js';

/** Pure: the payload of `merge_group`; of its activities only `checks_requested` asks for a verdict. */
export function parseMergeGroup(payload: unknown): MergeGroupTarget {
  const action = readField(payload, 'action', isText);
  if (action !== 'checks_requested')
    throw new OperationalError('unsupported-event', `merge_group (${action})`);
  const branch = branchOfRef(readField(payload, 'merge_group.base_ref', isRef));
  if (branch === null) throw new OperationalError('unreadable-event', 'merge_group.base_ref');
  return {
    kind: 'merge-group',
    branch,
    baseSha: readSha(payload, 'merge_group.base_sha'),
    headSha: readSha(payload, 'merge_group.head_sha'),
    headRef: readField(payload, 'merge_group.head_ref', isRef),
    defaultBranch: readDefaultBranch(payload),
  };
}

const QUEUES = 'refs/heads/gh-readonly-queue/';

/** Whether a full name is that of a branch that a merge queue makes and tests ("Managing a merge queue"). */
export const isQueueBranch = (ref: string): boolean => ref.startsWith(QUEUES);

/**
 * The pull request that a queue's branch is named after: `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. GitHub
 * documents the beginning only ("Managing a merge queue"), so this is a hint that the trees must confirm.
 */
export function numberInRef({
  branch,
  headRef,
}: Pick<MergeGroupTarget, 'branch' | 'headRef'>): number | null {
  const start = `${QUEUES}${branch}/`;
  if (!headRef.startsWith(start)) return null;
  const [, digits] = /^pr-([1-9]\d{0,14})-[0-9a-f]{40,64}$/.exec(headRef.slice(start.length)) ?? [];
  return digits === undefined ? null : Number(digits);
}
