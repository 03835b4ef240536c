import { withRepository } from '../../check/open-repository.js';
import { readPolicyAt, readPolicyOnDisk, type OwnPolicy } from '../../check/read-policy.js';
import type { CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { Repository } from '../../sources/git/borrowed-repository.js';
import { resolveRevisions } from '../../sources/git/revisions.js';
import type { Git } from '../../sources/git/run.js';
import { toSettings } from '../cli-settings.js';
import type { ConfigOptions } from '../options.js';
import type { Terminal } from '../terminal.js';

export interface Readers<Result> {
  atCommit(repository: Repository, commit: CommitSha, policy: OwnPolicy): Promise<Result>;
  onDisk(git: Git, topLevel: string, policy: OwnPolicy): Promise<Result>;
}

/**
 * Reads the commit that `--at` names, else the working tree, by the config that stands there, and says where the working
 * tree's root is. Rejects with `no-working-tree` in a bare repository, where only a commit can be read, and with
 * `missing-config`.
 */
export function readAt<Result>(
  { at, ...options }: ConfigOptions & { readonly at?: string },
  terminal: Terminal,
  readers: Readers<Result>,
): Promise<{ readonly result: Result; readonly topLevel: string | null }> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  return withRepository(
    { environment, directory, temporaryDirectory },
    async ({ workspace: { topLevel }, workspaceGit, borrowed }) => {
      const settings = toSettings(options, topLevel, terminal);
      if (at !== undefined) {
        const [commit] = await resolveRevisions(workspaceGit, directory, [at]);
        if (commit === undefined) throw new OperationalError('unknown-revision', at);
        const policy = await readPolicyAt(borrowed, commit, settings);
        return { result: await readers.atCommit(borrowed, commit, policy), topLevel };
      }
      if (topLevel === null) throw new OperationalError('no-working-tree');
      const policy = await readPolicyOnDisk(topLevel, settings);
      return { result: await readers.onDisk(workspaceGit, topLevel, policy), topLevel };
    },
  );
}
