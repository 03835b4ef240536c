import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { fetchRange, readRemoteTip, type FetchOptions } from '../sources/fetch/fetch-range.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { findRevisions, resolvePullRequestBase } from '../sources/git/revisions.js';
import type { PullRequestEvent } from '../sources/github/event.js';
import type { Range } from './check-range.js';
import { withRepository, type OpenOptions, type OpenRepository } from './open-repository.js';

export interface RangeSource extends OpenOptions {
  /** Where to fetch from; `null` where nobody says which repository this is. */
  readonly fetching: Omit<FetchOptions, 'environment' | 'parent'> | null;
}

type Use<Result> = (repository: Repository, range: Range) => Promise<Result>;

/** What a repository in the workspace may fail of although the remote has all that is needed. */
const CURED_BY_FETCHING = new Set(['not-a-repository', 'incomplete-history', 'git-failed']);

/**
 * Gives `use` the range of a pull request: from the objects of the workspace where they hold all of it, else from the remote.
 * The base is the base branch's tip of this run. Rejects with the workspace's own error where there is nothing to fetch from.
 */
export async function withPullRequestRange<Result>(
  source: RangeSource,
  event: PullRequestEvent,
  use: Use<Result>,
): Promise<Result> {
  const { environment, temporaryDirectory, fetching } = source;
  const options = fetching === null ? null : { ...fetching, environment, parent: temporaryDirectory };
  try {
    return await withRepository(source, async (opened) => {
      const { shallow } = opened.workspace;
      if (shallow && options !== null) throw new OperationalError('incomplete-history', event.headSha);
      const base = await resolveBase(opened, event, options);
      return use(opened.borrowed, { base, head: event.headSha, shallow });
    });
  } catch (error) {
    const isCured = error instanceof OperationalError && CURED_BY_FETCHING.has(error.code);
    if (options === null || !isCured) throw error;
    return withFetchedRange(options, event, use);
  }
}

async function withFetchedRange<Result>(
  options: FetchOptions,
  { baseRef, headSha, commits }: PullRequestEvent,
  use: Use<Result>,
): Promise<Result> {
  const wanted = { base: { ref: `refs/heads/${baseRef}` }, head: { sha: headSha }, statedCommits: commits };
  const { repository, base, head } = await fetchRange(options, wanted);
  try {
    // What is cut off lies outside of what was proved: the range needs no other proof.
    return await use(repository, { base, head, shallow: false });
  } finally {
    await repository.dispose();
  }
}

/** The tip that the base branch has at the remote now; else the one that the workspace fetched in this run. */
async function resolveBase(
  { workspaceGit, directory, borrowed }: OpenRepository,
  event: PullRequestEvent,
  options: FetchOptions | null,
): Promise<CommitSha> {
  const tip = await askForTip(options, event.baseRef);
  if (tip === null) return resolvePullRequestBase(workspaceGit, directory, borrowed.git, event);
  const [base] = await findRevisions(workspaceGit, directory, [tip]);
  if (!base) throw new OperationalError('incomplete-history', tip);
  return base;
}

/** One short attempt, and only with a token: where the workspace holds everything, no network is needed. */
async function askForTip(options: FetchOptions | null, branch: string): Promise<string | null> {
  if (!options?.remote.token) return null;
  const patience = { whole: 20_000, command: 20_000, stalledSeconds: 10, pauses: [] };
  try {
    return await readRemoteTip({ ...options, patience }, branch);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    options.log(
      `The tip of ${branch} could not be asked (${error.message}); the one that was checked out counts.`,
    );
    return null;
  }
}
