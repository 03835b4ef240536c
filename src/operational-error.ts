import type { DefinitionProblem } from './core/definitions/problem.js';

/** Why the check could not be made. Every code has a sentence and a remedy in reporters/error-info.ts. */
export type OperationalErrorCode =
  | 'git-missing'
  | 'git-too-old'
  | 'git-failed'
  | 'git-timeout'
  | 'not-a-repository'
  | 'unknown-revision'
  | 'no-default-base'
  | 'no-merge-base'
  | 'incomplete-history'
  | 'fetch-failed'
  | 'not-allowed'
  | 'unsafe-server'
  | 'unsupported-event'
  | 'unreadable-event'
  | 'missing-input'
  | 'invalid-input'
  | 'superseded'
  | 'empty-range'
  | 'foreign-base'
  | 'unaccounted-commit'
  | 'api-denied'
  | 'api-failed'
  | 'unreadable-file'
  | 'unwritable-file'
  | 'changed-meanwhile'
  | 'invalid-uses'
  | 'path-outside'
  | 'no-such-agent'
  | 'no-such-path'
  | 'no-working-tree'
  | 'no-commit-yet'
  | 'unmerged-paths'
  | 'unusable-config'
  | 'missing-config'
  | 'invalid-floor'
  | 'usage'
  | 'internal';

interface Options {
  readonly cause?: unknown;
  readonly problems?: readonly DefinitionProblem[];
  readonly suggestions?: readonly string[];
}

/**
 * "We could not check": thrown by sources, caught once per entry, never turned into "nothing wrong".
 * `subject` is what it is about (a revision, a file, a version): untrusted text, to be made visible before it is printed.
 */
export class OperationalError extends Error {
  override readonly name = 'OperationalError';
  readonly code: OperationalErrorCode;
  readonly subject: string;
  /** What is wrong with a file that the check depends on, line by line. */
  readonly problems: readonly DefinitionProblem[];
  /** What the subject may be meant for, nearest first. */
  readonly suggestions: readonly string[];

  constructor(code: OperationalErrorCode, subject = '', options: Options = {}) {
    super(subject === '' ? code : `${code}: ${subject}`, options);
    this.code = code;
    this.subject = subject;
    this.problems = options.problems ?? [];
    this.suggestions = options.suggestions ?? [];
  }
}

/** What a reporter tells of it. */
export type Failure = Pick<OperationalError, 'code' | 'subject'> &
  Partial<Pick<OperationalError, 'problems' | 'suggestions'>>;

/** Whatever was thrown, as "could not check": an unexpected error keeps its message and its cause. */
export function toOperationalError(thrown: unknown): OperationalError {
  if (thrown instanceof OperationalError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new OperationalError('internal', message, { cause: thrown });
}
