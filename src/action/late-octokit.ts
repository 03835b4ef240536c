import type { Octokit } from '../sources/github/api.js';

/** A client that `load` makes when it is first asked something: most runs ask GitHub's API nothing, and are spared the loading. */
export function createLateOctokit(load: () => Promise<Octokit>): Octokit {
  let loading: Promise<Octokit> | null = null;
  const client = (): Promise<Octokit> => (loading ??= load());
  return {
    request: async (route, parameters) => (await client()).request(route, parameters),
    graphql: async (query, variables) => (await client()).graphql(query, variables),
  };
}
