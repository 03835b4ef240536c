import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';

/** One field of an event's payload, which anybody may have written. Throws `unreadable-event` with the field's name. */
export function readField<Value>(
  payload: unknown,
  field: string,
  fits: (value: unknown) => value is Value,
): Value {
  const value = lookUp(payload, field);
  if (!fits(value)) throw new OperationalError('unreadable-event', field);
  return value;
}

export const readSha = (payload: unknown, field: string): CommitSha =>
  commitSha(readField(payload, field, isObjectName));

/** The value at a dotted path of own keys; `undefined` where there is none. */
export function lookUp(value: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (part, key) => (isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined),
      value,
    );
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const isNumberOfPullRequest = (value: unknown): value is number => isCount(value) && value > 0;

export const isObjectName = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

/** What a push event has in place of a commit that is not there. */
export const isNoCommit = (sha: string): boolean => /^0+$/.test(sha);

/** What no branch name may hold (git-check-ref-format(1)), and a leading `-`, which no branch may have either. */
const UNFIT_REF = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|(?:^|\/)\.|\.lock(?:\/|$)|^@$/;

/** Longer than any ref that a file system or GitHub takes. */
const LONGEST_REF = 1024;

export const isBranchName = (value: unknown): value is string =>
  isText(value) && value.length <= LONGEST_REF && !UNFIT_REF.test(value);

/** A full name below `refs/`. */
export const isRef = (value: unknown): value is string =>
  isBranchName(value) && /^refs\/[^/]+\/./.test(value);

const HEADS = 'refs/heads/';

/** The full name of a branch. */
export const refOfBranch = (branch: string): string => `${HEADS}${branch}`;

/** The branch that a full name means; `null` for a tag and whatever else there is. */
export const branchOfRef = (ref: string): string | null =>
  ref.startsWith(HEADS) && ref.length > HEADS.length ? ref.slice(HEADS.length) : null;

/** The default branch, where the payload says it. */
export function readDefaultBranch(payload: unknown): string | null {
  const branch = lookUp(payload, 'repository.default_branch');
  return isBranchName(branch) ? branch : null;
}
