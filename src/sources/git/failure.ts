import { OperationalError } from '../../operational-error.js';

/** How git 2.38 and later say, in the C locale, that an object it needs is not there. */
const MISSING =
  /bad (?:object|tree object|revision)|could not read|unable to read|missing (?:object|blob|tree|commit)|unable to find|not a (?:tree object|valid (?:object|commit))|could not (?:parse object|get object info)|not something we can merge|failed to (?:traverse|load)|promisor/i;
const OBJECT_NAME = /\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b/;

/** `incomplete-history` with the absent object (else `subject`), where that is what git complains about; else `null`. */
export function toIncompleteHistory(stderr: string, subject = ''): OperationalError | null {
  if (!MISSING.test(stderr)) return null;
  return new OperationalError('incomplete-history', OBJECT_NAME.exec(stderr)?.[0] ?? subject, {
    cause: new Error(stderr),
  });
}

/** For `RunOptions.toError`, where git looks for a repository. */
export const toNotARepository =
  (directory: string) =>
  (stderr: string): OperationalError | null =>
    /not a git repository/i.test(stderr)
      ? new OperationalError('not-a-repository', directory, { cause: new Error(stderr) })
      : null;
