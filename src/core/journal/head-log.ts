import { isNumber, isRecord } from './json.js';
import { commitSha, type CommitSha } from '../vocabulary.js';

/**
 * How HEAD came to a commit: made by `commit`, `amend`, `merge` (the end of one that stopped) or `revert`; `elsewhere` for
 * one that was made before, or replays what somebody else did: checked out, pulled, merged, rebased, picked, reset to.
 */
export type MoveKind = 'commit' | 'amend' | 'merge' | 'revert' | 'elsewhere';

/** One line of HEAD's log. */
export interface HeadEntry {
  /** `null` before the first commit. */
  readonly from: CommitSha | null;
  readonly to: CommitSha;
  /** In seconds since 1970. */
  readonly at: number;
  readonly kind: MoveKind;
}

/** How far HEAD's log has been read. */
export interface LogMark {
  readonly size: number;
  /** In seconds since 1970. */
  readonly at: number;
}

export const isLogMark = (value: unknown): value is LogMark =>
  isRecord(value) && isNumber(value['size']) && isNumber(value['at']);

const LINE = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .*> (\d+) [+-]\d{4}(?:\t(.*))?$/;

/** Reads `<old> <new> <who> <time> <zone> TAB <what>` (git-reflog(1)); passes over what is no such line. */
export function parseHeadLog(text: string): readonly HeadEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, from, to, at, what = ''] = LINE.exec(line) ?? [];
    if (from === undefined || to === undefined) return [];
    const isFirst = /^0+$/.test(from);
    return { from: isFirst ? null : commitSha(from), to: commitSha(to), at: Number(at), kind: kindOf(what) };
  });
}

/** The words are those of git's own builtin/commit.c and sequencer.c. */
function kindOf(what: string): MoveKind {
  const [, action, detail] = /^([\w-]+)(?: \(([\w-]+)\))?:/.exec(what) ?? [];
  if (action === 'revert') return 'revert';
  if (action !== 'commit' || detail === 'cherry-pick') return 'elsewhere';
  return detail === 'amend' || detail === 'merge' ? detail : 'commit';
}
