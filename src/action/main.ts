import { checkRange } from '../check/check-range.js';
import { withRepository } from '../check/open-repository.js';
import { DEFAULT_POLICY } from '../core/policy.js';
import type { Report } from '../core/report.js';
import { toOperationalError } from '../operational-error.js';
import type { Environment } from '../sources/git/environment.js';
import { resolvePullRequestBase } from '../sources/git/revisions.js';
import { parsePullRequestEvent } from '../sources/github/event.js';
import { emitFailure, emitReport } from './emit.js';
import { loadEvent } from './load-event.js';
import { readRunner } from './runner.js';
import type { EventContext, Toolkit } from './toolkit.js';

export interface ActionWorld {
  readonly toolkit: Toolkit;
  readonly environment: Environment;
  loadContext(): Promise<EventContext>;
}

/** Judges the pull request of this run and emits the verdict. Whatever prevents that fails the step with a sentence. */
export async function main(world: ActionWorld): Promise<void> {
  const { toolkit, environment } = world;
  try {
    const { eventName, payload, serverUrl } = await loadEvent(environment, () => world.loadContext());
    const event = parsePullRequestEvent(eventName, payload);
    const runner = readRunner(environment);
    const report: Report = await withRepository(
      { environment, directory: runner.workspace, temporaryDirectory: runner.temporaryDirectory },
      async ({ directory, workspace, workspaceGit, borrowed }) => {
        const base = await resolvePullRequestBase(workspaceGit, directory, borrowed.git, event);
        return checkRange(
          borrowed,
          { base, head: event.headSha, shallow: workspace.shallow },
          DEFAULT_POLICY,
        );
      },
    );
    await emitReport(report, { toolkit, runner, serverUrl });
  } catch (error) {
    await emitFailure(toOperationalError(error), toolkit);
  }
}
