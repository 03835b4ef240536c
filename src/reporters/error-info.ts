import type { OperationalErrorCode } from '../operational-error.js';
import { say, text, type Phrase } from './phrase.js';

export interface ErrorInfo {
  readonly sentence: Phrase;
  readonly remedy: Phrase;
}

/** `sentence`, with the subject where there is one. */
const about = (sentence: Phrase, subject: string): Phrase =>
  subject.trim() === '' ? say`${sentence}.` : say`${sentence}: ${text(subject)}.`;

const INSTALL_GIT = say`Install git 2.38 or newer and put it on the PATH.`;
const CHECK_PERMISSIONS = say`Check the path and its permissions, then run the command again.`;

/** Why the check could not be made, and the way out: a code without them does not compile. */
export const ERROR_INFO: Readonly<Record<OperationalErrorCode, (subject: string) => ErrorInfo>> = {
  'git-missing': (subject) => ({
    sentence: about(say`There is no git to run`, subject),
    remedy: INSTALL_GIT,
  }),
  'git-too-old': (subject) => ({
    sentence: about(say`This git is too old to merge two commits without a working tree`, subject),
    remedy: INSTALL_GIT,
  }),
  'git-failed': (subject) => ({
    sentence: about(say`git failed`, subject),
    remedy: say`Run the git command by hand to see why; a damaged repository has to be cloned anew.`,
  }),
  'git-timeout': (subject) => ({
    sentence: about(say`git did not finish in time`, subject),
    remedy: say`Run the check again; if it stays slow, look for a network file system or a prompt that git waits for.`,
  }),
  'not-a-repository': (subject) => ({
    sentence: about(say`This directory is in no git repository`, subject),
    remedy: say`Run the command inside a clone; in a workflow, the runner says by ${text('GITHUB_REPOSITORY')} what to fetch.`,
  }),
  'unknown-revision': (subject) =>
    subject === 'HEAD'
      ? {
          sentence: say`Nothing is committed here yet.`,
          remedy: say`Commit first, then run the command again.`,
        }
      : {
          sentence: about(say`There is no such commit here`, subject),
          remedy: say`Fetch it with ${text('git fetch')}, or name a branch, tag or commit that ${text('git rev-parse')} knows.`,
        },
  'no-default-base': () => ({
    sentence: say`There is no origin/HEAD, no origin/main or origin/master, and no main or master to compare with.`,
    remedy: say`Name the branch to compare with: ${text('--base REV')}.`,
  }),
  'no-merge-base': (subject) => ({
    sentence: about(say`The base and the head have no commit in common`, subject),
    remedy: say`Name the branch that the work started from: ${text('--base REV')}.`,
  }),
  'incomplete-history': (subject) => ({
    sentence: about(say`The history between the base and the head is not all there`, subject),
    remedy: say`In a clone, run ${text('git fetch --unshallow')}; in a workflow, run the job again, or use ${text('actions/checkout')} with ${text('fetch-depth: 0')}.`,
  }),
  'fetch-failed': (subject) => ({
    sentence: about(say`The history could not be fetched from the server`, subject),
    remedy: say`Run the job again; if it stays so, look at the proxy and at the certificates of the runner.`,
  }),
  'not-allowed': (subject) => ({
    sentence: about(say`The server does not let this token read the repository`, subject),
    remedy: say`Give the job ${text('permissions: contents: read')}, or the input ${text('token')} one that may read the repository.`,
  }),
  'unsafe-server': (subject) => ({
    sentence: about(say`The token is sent to https addresses only, and this is none`, subject),
    remedy: say`Check ${text('GITHUB_SERVER_URL')} and ${text('GITHUB_REPOSITORY')}, which the runner sets.`,
  }),
  'unsupported-event': (subject) => ({
    sentence: about(say`This event gives nothing that can be judged`, subject),
    remedy: say`Run the workflow on ${text('pull_request')}, ${text('merge_group')} or another event of docs/events.md.`,
  }),
  'unreadable-event': (subject) => ({
    sentence: about(say`The event of this workflow run cannot be read`, subject),
    remedy: say`Run the action inside GitHub Actions, which writes the event to ${text('GITHUB_EVENT_PATH')}.`,
  }),
  'missing-input': (subject) => ({
    sentence: about(say`This event does not say what to judge, and neither does the workflow`, subject),
    remedy: say`Give the action this input under ${text('with:')}.`,
  }),
  'invalid-input': (subject) => ({
    sentence: about(say`An input of the action cannot be used`, subject),
    remedy: say`Correct it under ${text('with:')} in the workflow; the inputs are listed in action.yml.`,
  }),
  superseded: (subject) => ({
    sentence: about(say`Something newer was pushed since this run was started`, subject),
    remedy: say`Look at the run of the newest commit: it judges all of them.`,
  }),
  'empty-range': (subject) => ({
    sentence: about(say`There is no commit between the base and the head`, subject),
    remedy: say`Give other values for the inputs ${text('base')} and ${text('head')}; a pull request whose commits the base already holds is merged, and needs no verdict.`,
  }),
  'foreign-base': (subject) => ({
    sentence: about(
      say`The base lies on no branch of the repository, so anybody may have written its rules`,
      subject,
    ),
    remedy: say`Give the input ${text('base')} the name of a branch, or a commit that a branch contains.`,
  }),
  'unaccounted-commit': (subject) => ({
    sentence: about(say`No pull request of the merge queue accounts for what this commit brings`, subject),
    remedy: say`Take the pull requests out of the queue and add them again; the token needs ${text('pull-requests: read')}.`,
  }),
  'api-denied': (subject) => ({
    sentence: about(say`GitHub does not let this token read what the check needs`, subject),
    remedy: say`Add it to ${text('permissions:')} in the workflow.`,
  }),
  'api-failed': (subject) => ({
    sentence: about(say`GitHub’s API gave no usable answer`, subject),
    remedy: say`Run the workflow again; if it happens again, look at GitHub’s status page.`,
  }),
  'unreadable-file': (subject) => ({
    sentence: about(say`A file cannot be read`, subject),
    remedy: CHECK_PERMISSIONS,
  }),
  'unwritable-file': (subject) => ({
    sentence: about(say`A file cannot be written`, subject),
    remedy: CHECK_PERMISSIONS,
  }),
  'changed-meanwhile': (subject) => ({
    sentence: about(say`A file was changed while the question was open, so nothing was written`, subject),
    remedy: say`Run the command again and look at the new changes.`,
  }),
  'invalid-uses': (subject) => ({
    sentence: about(say`${text('--uses')} does not name a copy of the action`, subject),
    remedy: say`Write ${text('OWNER/REPO@REF')} with a tag or branch, or a full commit SHA with its tag: ${text('OWNER/REPO@SHA#v1.2.3')}. Claude Code takes plugins at a tag or branch only.`,
  }),
  'path-outside': (subject) => ({
    sentence: about(say`The path is not inside the repository`, subject),
    remedy: say`Name a path inside it, relative to the working directory.`,
  }),
  'no-such-agent': (subject) => ({
    sentence: about(say`No definition names this agent`, subject),
    remedy: say`${text('agent-ownership lint')} lists the agents.`,
  }),
  'no-such-path': (subject) => ({
    sentence: about(say`No file of the map lies at this path or below it`, subject),
    remedy: say`Check the spelling; ${text('agent-ownership explain')} answers for paths that do not exist.`,
  }),
  'no-working-tree': () => ({
    sentence: say`The repository has no working tree here.`,
    remedy: say`Name the commit whose definitions count: ${text('--at REV')}.`,
  }),
  'no-commit-yet': () => ({
    sentence: say`There is no commit here yet, so no rules are in force that the work could be held to.`,
    remedy: say`Commit the definitions first; a check of commits then judges what follows.`,
  }),
  'unmerged-paths': (subject) => ({
    sentence: about(say`The index holds conflicts, so there is no staged state to judge`, subject),
    remedy: say`Resolve them and ${text('git add')} the files; ${text('--working-tree')} judges the files as they are.`,
  }),
  'unusable-config': (subject) => ({
    sentence: about(say`The config cannot be used, so it is not known which rules hold`, subject),
    remedy: say`Mend it: docs/policy.md has every key with an example. A pull request that mends it is judged by the built-in defaults.`,
  }),
  'missing-config': (subject) => ({
    sentence: about(say`The config that was asked for is not there`, subject),
    remedy: say`Add the file to the base branch first, or leave the input ${text('config')} out.`,
  }),
  'invalid-floor': () => ({
    sentence: say`The input ${text('floor')} is no valid policy.`,
    remedy: say`Mend it in the workflow: it has the form of the config, see docs/policy.md.`,
  }),
  usage: (subject) => ({
    sentence: about(say`The command cannot be understood`, subject),
    remedy: say`See ${text('agent-ownership --help')}.`,
  }),
  internal: (subject) => ({
    sentence: about(say`Agent Ownership made a mistake of its own`, subject),
    remedy: say`Please report it, with this message and what you ran.`,
  }),
};
