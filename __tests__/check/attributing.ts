import { execFileSync } from 'node:child_process';
import { checkRange } from '../../src/check/check-range.js';
import type { Policy } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import type { CommitSha } from '../../src/core/vocabulary.js';
import { borrow } from '../sources/git/reading.js';
import { inForce } from '../support/policies.js';
import { environment, type TestRepository } from '../support/repository.js';

/** Judges what the branch that is checked out has beyond a commit. */
export async function judge(
  repository: TestRepository,
  base: CommitSha,
  overrides: Partial<Policy> = {},
): Promise<Report> {
  const range = { base, head: repository.sha(), shallow: false };
  return checkRange(await borrow(repository.directory), range, inForce(overrides));
}

/** Puts a commit with each message, as it stands, on top of a commit, and moves the branch there. */
export function commitMessages(
  repository: TestRepository,
  branch: string,
  from: CommitSha,
  messages: readonly string[],
): void {
  const commits = messages.map((message, index) => {
    const start = index === 0 ? `from ${from}\n` : '';
    const data = Buffer.from(message);
    return Buffer.concat([
      Buffer.from(
        `commit refs/heads/${branch}\ncommitter A <a@example.com> ${1_767_225_600 + index} +0000\ndata ${data.length}\n`,
      ),
      data,
      Buffer.from(`\n${start}`),
    ]);
  });
  repository.gitWithInput(Buffer.concat(commits), 'fast-import', '--quiet', '--force');
}

/** Runs a printed command as somebody would in a shell. */
export function runPrinted(
  directory: string,
  command: string,
  variables: Readonly<Record<string, string>> = {},
): void {
  const identity = { NAME: 'Author', EMAIL: 'author@example.com' };
  execFileSync('bash', ['-c', command], {
    cwd: directory,
    stdio: 'pipe',
    env: {
      ...environment,
      ...variables,
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      // An editor that fails: no command may need one.
      GIT_EDITOR: 'false',
      GIT_SEQUENCE_EDITOR: 'false',
      ...Object.fromEntries(
        Object.entries(identity).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    },
  });
}
