import * as core from '@actions/core';
import { main } from './main.js';

// The runner cancels a job with the one, then the other: a fetch ends at the first, and its directory goes with it.
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    cancelled.abort();
  });

await main({
  toolkit: core,
  environment: process.env,
  signal: cancelled.signal,
  now: () => new Date(),
  // Imported late: the toolkit reads the event file while it loads, and a broken file must end in a sentence.
  loadContext: async () => (await import('@actions/github')).context,
  createOctokit: async (token) => (await import('@actions/github')).getOctokit(token),
});
