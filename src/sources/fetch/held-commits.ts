import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { depthsFor, FETCH, readCut } from './fetch-commits.js';
import { begin, type FetchOptions } from './fetch-range.js';
import { persist } from './patience.js';
import { heldIn } from './range-proof.js';

export interface HeldQuestion {
  readonly base: CommitSha;
  readonly head: CommitSha;
  readonly tips: readonly CommitSha[];
}

/**
 * The commits of `base..head` that the tips hold. Fetches commits without trees into a repository for this question alone,
 * deeper and deeper until the answer is proved to be that of the whole commit graph, and at last all of it. Rejects with
 * `fetch-failed`, `not-allowed`, `unsafe-server` or `incomplete-history`.
 */
export async function fetchHeldCommits(
  options: FetchOptions,
  { base, head, tips }: HeldQuestion,
): Promise<ReadonlySet<CommitSha>> {
  const { side, attempts } = await begin(options, base.length);
  const commits = [...new Set([base, head, ...tips])];
  const refspecs = commits.map((commit, index) => `+${commit}:refs/fetched/${index}`);
  try {
    for (const depth of depthsFor(0)) {
      await persist(attempts, (timeout) =>
        side
          .networkGit(timeout)
          .run([...FETCH, `--depth=${depth}`, '--filter=tree:0', 'origin', ...refspecs]),
      );
      const cut = await readCut(side.git, await side.readBoundary(), commits);
      const held = heldIn(cut, { base, head }, tips);
      if (held !== null) return new Set([...held].map(commitSha));
    }
    throw new OperationalError('incomplete-history', options.remote.repository);
  } finally {
    await side.dispose();
  }
}
