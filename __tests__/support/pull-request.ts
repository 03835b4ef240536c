import type { StepResult } from '../../src/cli/demo/run-action.js';
import type { CommitSha } from '../../src/core/vocabulary.js';
import { runOnPullRequest } from './action-runner.js';
import { aPullRequestEvent } from './pull-request-event.js';
import { createRepository, type TestRepository } from './repository.js';

/** The text of a definition whose sections hold the given patterns, one a line in a fence. */
export function definitionText(name: string, sections: Readonly<Record<string, readonly string[]>>): string {
  const body = Object.entries(sections).map(
    ([heading, patterns]) => `### ${heading}\n\`\`\`\n${patterns.join('\n')}\n\`\`\`\n`,
  );
  return `---\nname: ${name}\ndescription: Works on ${name}.\n---\n\n## File Ownership\n\n${body.join('\n')}`;
}

/** Two agents in the seed’s style: `backend-django` may not touch what `database` owns. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  '.claude/agents/backend-django.md': definitionText('backend-django', {
    OWNS: ['apps/**/views.py   # DRF views', 'config/**/*'],
    READS: ['requirements.txt'],
    'CANNOT TOUCH': ['apps/**/models.py   # Models (database agent)', 'tests/**/*'],
  }),
  '.claude/agents/database.md': definitionText('database', {
    OWNS: ['apps/**/models.py', 'apps/**/migrations/**/*'],
    'CANNOT TOUCH': ['frontend/**/*'],
  }),
};

export interface PullRequest {
  readonly repository: TestRepository;
  readonly base: CommitSha;
}

/**
 * A repository as `actions/checkout` leaves it with `fetch-depth: 0`: the base branch at `origin/main`, and a branch `topic`
 * checked out at the same commit, ready for the commits of a pull request.
 */
export function aPullRequest(files: Readonly<Record<string, string | Buffer>> = DEFINITIONS): PullRequest {
  const repository = createRepository();
  for (const [path, content] of Object.entries({ 'README.md': 'Blog\n', ...files }))
    repository.write(path, content);
  const base = repository.commit('Begin');
  repository.git('update-ref', 'refs/remotes/origin/main', base);
  repository.checkout('topic', 'main');
  return { repository, base };
}

/** Writes the files and commits them with an `Agent` trailer for each agent. */
export function commitAs(
  { repository }: PullRequest,
  agents: readonly string[],
  files: Readonly<Record<string, string | null>>,
  subject = 'Change the blog',
): CommitSha {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) repository.remove(path);
    else repository.write(path, content);
  }
  return repository.commit({ subject, trailers: agents.map((agent) => ['Agent', agent] as const) });
}

/** Runs the built action on the pull request as GitHub’s runner does. */
export function runAction(
  { repository, base }: PullRequest,
  step: Partial<Parameters<typeof runOnPullRequest>[2]> = {},
): Promise<StepResult> {
  const head = repository.sha();
  const event = aPullRequestEvent({ base: { ref: 'main', sha: base }, head: { ref: 'topic', sha: head } });
  return runOnPullRequest(event, head, { workspace: repository.directory, ...step });
}
