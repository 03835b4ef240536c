import type { CommitSha } from '../../src/core/vocabulary.js';
import type { MergeGroup } from '../../src/check/account-for-group.js';
import type { QueueEntry } from '../../src/sources/github/merge-queue.js';
import { aPullRequest, commitAs, type PullRequest } from './pull-request.js';

export type Method = 'merge' | 'squash' | 'rebase';

export interface Queued {
  readonly number: number;
  readonly branch: string;
}

/** A repository with a merge queue: pull requests are branches that start at `main`. */
export interface Queue extends PullRequest {
  /** Begins a pull request on the branch `pr-<number>`, at `start`. */
  begin(number: number, start?: string): Queued;
  commit(
    agents: readonly string[],
    files: Readonly<Record<string, string | null>>,
    subject?: string,
  ): CommitSha;
  /** Puts the pull request on the group's tip as GitHub does, and gives the entry. */
  enqueue(queued: Queued, method: Method, changes?: Partial<QueueEntry>): QueueEntry;
  /** The group of these entries, ending at the tip. */
  group(...entries: readonly QueueEntry[]): MergeGroup;
}

export function aQueue(): Queue {
  const scene = aPullRequest();
  const { repository, base } = scene;
  repository.git('branch', '-q', 'group', base);
  let position = 0;

  const put = (branch: string, method: Method): void => {
    repository.checkout('group');
    switch (method) {
      case 'merge':
        repository.merge(branch, { message: `Merge pull request from octo/${branch}` });
        return;
      case 'squash':
        repository.git('merge', '-q', '--squash', branch);
        repository.commit(`Squash ${branch}`);
        return;
      case 'rebase':
        repository.git('checkout', '-q', '--detach', branch);
        repository.git('rebase', '-q', '--force-rebase', 'group');
        repository.git('checkout', '-q', '-B', 'group');
        return;
    }
  };

  return {
    ...scene,
    begin(number, start = 'main') {
      const branch = `pr-${number}`;
      repository.checkout(branch, start);
      return { number, branch };
    },
    commit: (agents, files, subject) => commitAs(scene, agents, files, subject),
    enqueue({ number, branch }, method, changes = {}) {
      put(branch, method);
      position += 1;
      return {
        number,
        position,
        branch: 'main',
        headSha: repository.sha(branch),
        headRef: `refs/pull/${number}/head`,
        groupCommit: repository.sha('group'),
        ...changes,
      };
    },
    group: (...entries) => ({ base, head: repository.sha('group'), branch: 'main', entries }),
  };
}
