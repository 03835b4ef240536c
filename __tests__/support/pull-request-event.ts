import {
  toPullRequestEvent,
  type PullRequestEvent,
  type PullRequestFacts,
} from '../../src/cli/demo/pull-request-event.js';

/** A pull request of a branch of the same repository, one commit long. */
export const aPullRequestEvent = (overrides: Partial<PullRequestFacts> = {}): PullRequestEvent =>
  toPullRequestEvent({
    action: 'synchronize',
    number: 1,
    title: 'Change something',
    base: { ref: 'main', sha: '1'.repeat(40) },
    head: { ref: 'topic', sha: '2'.repeat(40) },
    repository: 'octo-org/octo-repo',
    headRepository: overrides.repository ?? 'octo-org/octo-repo',
    commits: 1,
    changedFiles: 1,
    labels: [],
    ...overrides,
  });
