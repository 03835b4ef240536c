import { withRepository } from '../../check/open-repository.js';
import { readRosterAt, readWorkingTreeRoster } from '../../check/read-roster.js';
import type { Roster } from '../../core/definitions/roster.js';
import { DEFAULT_POLICY } from '../../core/policy.js';
import { OperationalError } from '../../operational-error.js';
import { resolveRevisions } from '../../sources/git/revisions.js';
import type { Terminal } from '../terminal.js';

/** The definitions that `--at` names, else those of the working tree, and where the working tree's root is. */
export function readRosterFor(
  at: string | undefined,
  terminal: Terminal,
): Promise<{ readonly roster: Roster; readonly topLevel: string | null }> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  return withRepository(
    { environment, directory, temporaryDirectory },
    async ({ workspace: { topLevel }, workspaceGit, borrowed }) => {
      if (at !== undefined) {
        const [commit] = await resolveRevisions(workspaceGit, directory, [at]);
        if (commit === undefined) throw new OperationalError('unknown-revision', at);
        return { roster: await readRosterAt(borrowed, commit, DEFAULT_POLICY), topLevel };
      }
      if (topLevel === null) throw new OperationalError('no-working-tree');
      return { roster: await readWorkingTreeRoster(workspaceGit, topLevel, DEFAULT_POLICY), topLevel };
    },
  );
}
