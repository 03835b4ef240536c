import { checkRange } from '../check/check-range.js';
import { withPullRequestRange } from '../check/pull-request-range.js';
import { DEFAULT_POLICY } from '../core/policy.js';
import type { Report } from '../core/report.js';
import { toOperationalError } from '../operational-error.js';
import type { Environment } from '../sources/git/environment.js';
import { parsePullRequestEvent, type PullRequestEvent } from '../sources/github/event.js';
import { emitFailure, emitReport } from './emit.js';
import { createGroupedLog } from './grouped-log.js';
import { loadEvent } from './load-event.js';
import { readRunner, type Runner } from './runner.js';
import type { EventContext, Toolkit } from './toolkit.js';

export interface ActionWorld {
  readonly toolkit: Toolkit;
  readonly environment: Environment;
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal;
  loadContext(): Promise<EventContext>;
}

/** Judges the pull request of this run and emits the verdict. Whatever prevents that fails the step with a sentence. */
export async function main(world: ActionWorld): Promise<void> {
  const { toolkit, environment } = world;
  try {
    const { eventName, payload, serverUrl } = await loadEvent(environment, () => world.loadContext());
    const event = parsePullRequestEvent(eventName, payload);
    const runner = readRunner(environment);
    const report = await readReport(world, runner, event);
    await emitReport(report, { toolkit, runner, serverUrl });
  } catch (error) {
    await emitFailure(toOperationalError(error), toolkit);
  }
}

/** In a log group where something is fetched. */
async function readReport(
  { toolkit, environment, signal }: ActionWorld,
  { workspace, temporaryDirectory, repository, serverUrl, token }: Runner,
  event: PullRequestEvent,
): Promise<Report> {
  const log = createGroupedLog('Fetch the history', toolkit);
  const fetching =
    repository === null ? null : { remote: { serverUrl, repository, token }, signal, log: log.line };
  const source = { environment, directory: workspace, temporaryDirectory, fetching };
  try {
    return await withPullRequestRange(source, event, (opened, range) =>
      checkRange(opened, range, DEFAULT_POLICY),
    );
  } finally {
    log.end();
  }
}
