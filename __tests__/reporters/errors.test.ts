import { describe, expect, it } from '@jest/globals';
import type { OperationalErrorCode } from '../../src/operational-error.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { ERROR_INFO } from '../../src/reporters/error-info.js';
import { describeError } from '../../src/reporters/describe-error.js';
import { plainVoice } from '../../src/reporters/voices.js';

const SUBJECTS: Readonly<Partial<Record<OperationalErrorCode, string>>> = {
  'git-too-old': 'git version 2.30.2',
  'unknown-revision': 'origin/mian',
  'unsupported-event': 'workflow_run',
  internal: 'x is undefined',
};

describe('describeError', () => {
  it('takes a HEAD that is no commit for a repository without commits', () => {
    const { sentence } = describeError({ code: 'unknown-revision', subject: 'HEAD' }, plainVoice);
    expect(sentence).toBe('Nothing is committed here yet.');
  });

  it('says why the check could not be made, and the way out', () => {
    const codes = Object.keys(ERROR_INFO) as OperationalErrorCode[];
    const lines = codes.map((code) => {
      const { sentence, remedy } = describeError({ code, subject: SUBJECTS[code] ?? '' }, plainVoice);
      return `${code}: ${sentence} ${remedy}`;
    });

    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "git-missing: There is no git to run. Install git 2.38 or newer and put it on the PATH.
      git-too-old: This git is too old to merge two commits without a working tree: \`git version 2.30.2\`. Install git 2.38 or newer and put it on the PATH.
      git-failed: git failed. Run the git command by hand to see why; a damaged repository has to be cloned anew.
      git-timeout: git did not finish in time. Run the check again; if it stays slow, look for a network file system or a prompt that git waits for.
      not-a-repository: This directory is in no git repository. Run the command inside a clone; in a workflow, the runner says by \`GITHUB_REPOSITORY\` what to fetch.
      unknown-revision: There is no such commit here: \`origin/mian\`. Fetch it with \`git fetch\`, or name a branch, tag or commit that \`git rev-parse\` knows.
      no-default-base: There is no origin/HEAD, no origin/main or origin/master, and no main or master to compare with. Name the branch to compare with: \`--base REV\`.
      no-merge-base: The base and the head have no commit in common. Name the branch that the work started from: \`--base REV\`.
      incomplete-history: The history between the base and the head is not all there. In a clone, run \`git fetch --unshallow\`; in a workflow, run the job again, or use \`actions/checkout\` with \`fetch-depth: 0\`.
      fetch-failed: The history could not be fetched from the server. Run the job again; if it stays so, look at the proxy and at the certificates of the runner.
      not-allowed: The server does not let this token read the repository. Give the job \`permissions: contents: read\`, or the input \`token\` one that may read the repository.
      unsafe-server: The token is sent to https addresses only, and this is none. Check \`GITHUB_SERVER_URL\` and \`GITHUB_REPOSITORY\`, which the runner sets.
      unsupported-event: This event gives nothing that can be judged: \`workflow_run\`. Run the workflow on \`pull_request\`, \`merge_group\` or another event of docs/events.md.
      unreadable-event: The event of this workflow run cannot be read. Run the action inside GitHub Actions, which writes the event to \`GITHUB_EVENT_PATH\`.
      missing-input: This event does not say what to judge, and neither does the workflow. Give the action this input under \`with:\`.
      invalid-input: An input of the action cannot be used. Correct it under \`with:\` in the workflow; the inputs are listed in action.yml.
      superseded: Something newer was pushed since this run was started. Look at the run of the newest commit: it judges all of them.
      empty-range: There is no commit between the base and the head. Give other values for the inputs \`base\` and \`head\`; a pull request whose commits the base already holds is merged, and needs no verdict.
      foreign-base: The base lies on no branch of the repository, so anybody may have written its rules. Give the input \`base\` the name of a branch, or a commit that a branch contains.
      unaccounted-commit: No pull request of the merge queue accounts for what this commit brings. Take the pull requests out of the queue and add them again; the token needs \`pull-requests: read\`.
      api-denied: GitHub does not let this token read what the check needs. Add it to \`permissions:\` in the workflow.
      api-failed: GitHub’s API gave no usable answer. Run the workflow again; if it happens again, look at GitHub’s status page.
      unreadable-file: A file cannot be read. Check the path and its permissions, then run the command again.
      unwritable-file: A file cannot be written. Check the path and its permissions, then run the command again.
      changed-meanwhile: A file was changed while the question was open, so nothing was written. Run the command again and look at the new changes.
      invalid-uses: \`--uses\` does not name a copy of the action. Write \`OWNER/REPO@REF\` with a tag or branch, or a full commit SHA with its tag: \`OWNER/REPO@SHA#v1.2.3\`. Claude Code takes plugins at a tag or branch only.
      path-outside: The path is not inside the repository. Name a path inside it, relative to the working directory.
      no-such-agent: No definition names this agent. \`agent-ownership lint\` lists the agents.
      no-such-path: No file of the map lies at this path or below it. Check the spelling; \`agent-ownership explain\` answers for paths that do not exist.
      no-working-tree: The repository has no working tree here. Name the commit whose definitions count: \`--at REV\`.
      no-commit-yet: There is no commit here yet, so no rules are in force that the work could be held to. Commit the definitions first; a check of commits then judges what follows.
      unmerged-paths: The index holds conflicts, so there is no staged state to judge. Resolve them and \`git add\` the files; \`--working-tree\` judges the files as they are.
      unusable-config: The config cannot be used, so it is not known which rules hold. Mend it: docs/policy.md has every key with an example. A pull request that mends it is judged by the built-in defaults.
      missing-config: The config that was asked for is not there. Add the file to the base branch first, or leave the input \`config\` out.
      invalid-floor: The input \`floor\` is no valid policy. Mend it in the workflow: it has the form of the config, see docs/policy.md.
      usage: The command cannot be understood. See \`agent-ownership --help\`.
      internal: Agent Ownership made a mistake of its own: \`x is undefined\`. Please report it, with this message and what you ran."
    `);
  });
});

describe('describeError of what a file is the reason of', () => {
  it('tells the first problems with their places, and how many more there are', () => {
    const problem = {
      code: 'invalid-config',
      severity: 'error',
      file: repoPath('.github/agent-ownership.yml'),
      agent: null,
      fault: { kind: 'unknown-key', key: 'severty', nearest: 'severity' },
    } as const;
    const problems = [1, 2, 3, 4, 5].map((line) => ({ ...problem, line }));
    const { sentence } = describeError({ code: 'unusable-config', subject: '', problems }, plainVoice);

    expect(sentence).toContain(
      '`.github/agent-ownership.yml:1`: There is no setting `severty`. Did you mean `severity`?',
    );
    expect(sentence).not.toContain('agent-ownership.yml:4');
    expect(sentence).toMatch(/And 2 problems more\.$/);
  });
});
