import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';

/** What the event of a pull request says about the range to judge. */
export interface PullRequestEvent {
  readonly number: number;
  readonly baseRef: string;
  /** A snapshot: GitHub leaves it unchanged while the base branch moves on. */
  readonly baseSha: CommitSha;
  readonly headSha: CommitSha;
  /** How many commits GitHub counts, where the payload says it. */
  readonly commits: number | null;
}

/**
 * Pure: the name and the payload of a workflow's event (docs.github.com, "Webhook events and payloads") → the pull request.
 * Throws `unsupported-event` with the name, or `unreadable-event` with the field that is missing or garbled.
 */
export function parsePullRequestEvent(name: string, payload: unknown): PullRequestEvent {
  if (name !== 'pull_request') throw new OperationalError('unsupported-event', name);
  return {
    number: read(payload, 'pull_request.number', isCount),
    baseRef: read(payload, 'pull_request.base.ref', isBranchName),
    baseSha: commitSha(read(payload, 'pull_request.base.sha', isObjectName)),
    headSha: commitSha(read(payload, 'pull_request.head.sha', isObjectName)),
    commits: read(payload, 'pull_request.commits', isCountOrAbsent) ?? null,
  };
}

function read<Value>(payload: unknown, field: string, fits: (value: unknown) => value is Value): Value {
  const value = lookUp(payload, field);
  if (!fits(value)) throw new OperationalError('unreadable-event', field);
  return value;
}

function lookUp(payload: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), payload);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isCountOrAbsent = (value: unknown): value is number | null | undefined =>
  value === undefined || value === null || isCount(value);

const isObjectName = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

/** What no branch name may hold (git-check-ref-format(1)), and a leading `-`, which no branch may have either. */
const UNFIT_REF = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|(?:^|\/)\.|\.lock(?:\/|$)|^@$/;

const isBranchName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !UNFIT_REF.test(value);
