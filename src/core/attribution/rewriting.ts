import type { Commit } from '../history.js';

/** What the command that writes a commit's message anew depends on. */
export interface Rewriting {
  /** The commit has no parent. */
  readonly isRoot: boolean;
  /** The commit, or a later one of the range, is a merge. */
  readonly hasMerges: boolean;
}

/** What it depends on for each of these commits, which stand parents before children. */
export function rewritingOf(
  commits: readonly Pick<Commit, 'sha' | 'parents'>[],
): (commit: Pick<Commit, 'sha' | 'parents'>) => Rewriting {
  const lastMerge = commits.findLastIndex(({ parents }) => parents.length > 1);
  const before = new Set(commits.slice(0, lastMerge + 1).map(({ sha }) => sha));
  return ({ sha, parents }) => ({ isRoot: parents.length === 0, hasMerges: before.has(sha) });
}

/** Three dashes and a blank or the end of the line (git-interpret-trailers(1)). */
const DIVIDER = /^---(?:\s|$)/m;

/** Whether git takes a line of the message for its end when it adds a trailer. */
export const hasDivider = ({ message }: Pick<Commit, 'message'>): boolean => DIVIDER.test(message);

const LINE = /^[A-Za-z0-9-]+[ \t]*:(.*)$/;
const REPLACED = '\ufffd';

/** The last line of the message whose trailer claims the value; `null` where it goes over several lines or is no UTF-8. */
export function lineOfClaim(
  { message, trailers }: Pick<Commit, 'message' | 'trailers'>,
  value: string,
): string | null {
  const keys = new Set(trailers.map(({ key }) => key.trim().toLowerCase()));
  const line = message
    .split('\n')
    .findLast(
      (one) =>
        LINE.exec(one)?.[1]?.trim() === value && keys.has((one.split(':')[0] ?? '').trim().toLowerCase()),
    );
  return line === undefined || line.includes(REPLACED) ? null : line;
}
