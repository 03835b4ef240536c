import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { readRemoteTips, type FetchOptions } from '../sources/fetch/fetch-range.js';

export type Tips = ReadonlyMap<string, CommitSha>;

/** What refs (full names) point at, as the server says it now; or why it does not say it. */
export type Answer =
  | { readonly kind: 'told'; readonly tips: Tips }
  | { readonly kind: 'untold'; readonly reason: 'no token' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One short attempt, and only with a token: where the workspace holds everything, no network is needed. */
export async function askForTips(options: FetchOptions | null, refs: readonly string[]): Promise<Answer> {
  if (!options?.remote.token) return { kind: 'untold', reason: 'no token' };
  const patience = { whole: 20_000, command: 20_000, stalledSeconds: 10, pauses: [] };
  try {
    return { kind: 'told', tips: await readRemoteTips({ ...options, patience }, [...new Set(refs)]) };
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return { kind: 'failed', reason: error.message };
  }
}
