import { afterAll } from '@jest/globals';
import type { CommitSha } from '../../../src/core/vocabulary.js';
import { fetchRange, type FetchedRange, type FetchOptions } from '../../../src/sources/fetch/fetch-range.js';
import { SERVED_NAME, shaIn, type Served } from '../../support/served-repository.js';
import { environment, temporaryDirectory } from '../../support/repository.js';

export const loopback = { ...environment, AGENT_OWNERSHIP_TEST_HTTP: 'loopback' };

const fetched: FetchedRange[] = [];

afterAll(async () => {
  await Promise.all(fetched.splice(0).map(({ repository }) => repository.dispose()));
});

export const QUICK = { whole: 20_000, command: 10_000, stalledSeconds: 5, pauses: [1, 1] };

export interface Fetching extends Partial<Omit<FetchOptions, 'remote'>> {
  readonly token?: string | null;
  readonly base?: string;
  readonly head?: CommitSha;
  readonly headRef?: string | null;
  readonly others?: readonly CommitSha[];
  readonly stated?: number | null;
}

/** Fetches the pull request of a served repository. */
export async function fetchServed(
  { server, directory }: Served,
  {
    token = null,
    base = 'refs/heads/main',
    head,
    headRef = null,
    others = [],
    stated = null,
    ...options
  }: Fetching = {},
): Promise<FetchedRange> {
  const range = await fetchRange(
    {
      environment: loopback,
      parent: temporaryDirectory(),
      remote: { serverUrl: server.url, repository: SERVED_NAME, token },
      patience: QUICK,
      log: () => undefined,
      ...options,
    },
    {
      base: { ref: base },
      head: { sha: head ?? shaIn(directory, 'refs/pull/1/head') },
      headRef,
      others,
      statedCommits: stated,
    },
  );
  fetched.push(range);
  return range;
}
