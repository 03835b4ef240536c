import { commitSha, type CommitSha } from '../../core/vocabulary.js';

/** One ref that a push updates. */
export interface PushedRef {
  /** The full name at the remote. */
  readonly remoteRef: string;
  /** What it is to point at; `null` where it is to go. */
  readonly localSha: CommitSha | null;
}

/** `<local ref> SP <local object> SP <remote ref> SP <remote object> LF` (githooks(5), "pre-push"); a local name may be any expression. */
const LINE = /^.* ([0-9a-f]{40,64}) (\S+) [0-9a-f]{40,64}$/;

/** The refs that git tells a `pre-push` hook of; `null` where a line is not of that form. */
export function parsePushLines(input: string): readonly PushedRef[] | null {
  const refs: PushedRef[] = [];
  for (const line of input.split('\n').filter((text) => text !== '')) {
    const [, object, remoteRef] = LINE.exec(line) ?? [];
    if (object === undefined || remoteRef === undefined) return null;
    refs.push({ remoteRef, localSha: /^0+$/.test(object) ? null : commitSha(object) });
  }
  return refs;
}
