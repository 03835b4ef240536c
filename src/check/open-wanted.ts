import { OperationalError } from '../operational-error.js';
import type { Wanted as WantedCommit } from '../sources/fetch/fetch-commits.js';
import { fetchRange, type FetchOptions } from '../sources/fetch/fetch-range.js';
import { fetchHeldCommits } from '../sources/fetch/held-commits.js';
import type { Revision } from '../sources/github/target.js';
import { askForTips } from './ask-tips.js';
import type { Open, Opened, Wanted } from './opened.js';
import { createFetchedBranches } from './fetched-branches.js';
import { findWanted } from './find-wanted.js';
import { withRepository, type OpenOptions } from './open-repository.js';
import { createWorkspaceBranches, type BranchServer } from './workspace-branches.js';

export interface HistorySource extends OpenOptions {
  /** Where to fetch from; `null` where nobody says which repository this is. */
  readonly fetching: Omit<FetchOptions, 'environment' | 'parent'> | null;
}

/** What a repository in the workspace may fail of although the remote has all that is needed. */
const CURED_BY_FETCHING = new Set(['not-a-repository', 'incomplete-history', 'git-failed']);

/**
 * Gives what is wanted from the objects of the workspace where they hold all of it, else from the remote. Where the
 * workspace turns out to lack something only while it is used, `use` is called once more. Rejects with the workspace's own
 * error where there is nothing to fetch from, else as `fetchRange` does.
 */
export const createOpen =
  (source: HistorySource): Open =>
  async (wanted, use) => {
    const { environment, temporaryDirectory, fetching } = source;
    const options = fetching === null ? null : { ...fetching, environment, parent: temporaryDirectory };
    try {
      return await withRepository(source, async (opened) => {
        const { shallow } = opened.workspace;
        if (shallow && options !== null) throw new OperationalError('incomplete-history', opened.directory);
        const found = await findWanted(opened, wanted, options);
        const branches = createWorkspaceBranches(opened, wanted.defaultBranch, toServer(options));
        return use({ ...found, repository: opened.borrowed, shallow, branches });
      });
    } catch (error) {
      const isCured = error instanceof OperationalError && CURED_BY_FETCHING.has(error.code);
      if (options === null || !isCured) throw error;
      return withFetched(options, wanted, use);
    }
  };

async function withFetched<Result>(
  options: FetchOptions,
  { base, head, headRef, others, pairs, commits, defaultBranch }: Wanted,
  use: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const fetched = await fetchRange(options, {
    base: toCommit(base),
    head: toCommit(head),
    headRef,
    others: others.map(({ sha }) => sha),
    pairs,
    statedCommits: commits,
  });
  try {
    // What is cut off lies outside of what was proved: the range needs no other proof.
    const branches = createFetchedBranches(fetched, defaultBranch, options);
    return await use({ ...fetched, shallow: false, branches });
  } finally {
    await fetched.repository.dispose();
  }
}

const toServer = (options: FetchOptions | null): BranchServer | null =>
  options === null
    ? null
    : {
        remote: options.remote,
        ask: (refs) => askForTips(options, refs),
        fetchHeld: (ends, tips) => fetchHeldCommits(options, { ...ends, tips }),
        log: options.log,
      };

const toCommit = (revision: Revision): WantedCommit =>
  revision.kind === 'commit' ? { sha: revision.sha } : { ref: revision.ref };
