import { createToolkit } from './create-toolkit.js';
import { createLateOctokit } from './late-octokit.js';
import { main } from './main.js';

// The runner cancels a job with the one, then the other: a fetch ends at the first, and its directory goes with it.
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    cancelled.abort();
  });

await main({
  toolkit: createToolkit({
    print: (text) => process.stdout.write(text),
    fail: () => {
      process.exitCode = 1;
    },
    environment: process.env,
  }),
  environment: process.env,
  signal: cancelled.signal,
  now: () => new Date(),
  createOctokit: (token) =>
    createLateOctokit(async () => (await import('@actions/github')).getOctokit(token)),
});
