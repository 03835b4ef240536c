import type { Verdict as Judged } from '../check/check-merge-group.js';
import { checkTarget } from '../check/check-target.js';
import { createOpen } from '../check/open-wanted.js';
import { dayOf } from '../check/day.js';
import { toEntryError } from '../entry-error.js';
import type { Environment } from '../sources/git/environment.js';
import { createApi, type Api, type Octokit } from '../sources/github/api.js';
import { parseEvent } from '../sources/github/event.js';
import type { Target } from '../sources/github/target.js';
import { emitFailure, emitReport } from './emit.js';
import { createGroupedLog } from './grouped-log.js';
import { loadEvent } from './load-event.js';
import { publish, type Outcome, type Verdict } from './publish.js';
import { readRunner, type Runner } from './runner.js';
import type { Toolkit } from './toolkit.js';

export interface ActionWorld {
  readonly toolkit: Toolkit;
  readonly environment: Environment;
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal;
  /** The time of the run. */
  now(): Date;
  /** A client of GitHub's API that sends the token. */
  createOctokit(token: string): Octokit;
}

/**
 * Judges what the event of this run asks to judge and emits the verdict. Whatever prevents that fails the step with a
 * sentence. What the server is to show besides comes after the verdict, and changes nothing in it.
 */
export async function main(world: ActionWorld): Promise<void> {
  const { toolkit, environment } = world;
  let known: Pick<Verdict, 'runner' | 'target'> | null = null;
  let outcome: Outcome;
  try {
    const event = await loadEvent(environment);
    const runner = readRunner(environment);
    const target = parseEvent(event.name, event.payload, runner, runner.inputs);
    known = { runner, target };
    const { report, pullRequests } = await readVerdict(world, runner, target);
    const group = target.kind === 'merge-group' ? pullRequests.map(({ number }) => number) : [];
    await emitReport(report, { toolkit, runner, group });
    outcome = { kind: 'report', report };
  } catch (thrown) {
    const error = toEntryError(thrown);
    await emitFailure(error, toolkit);
    outcome = { kind: 'error', error };
  }
  if (known !== null) await publish({ ...known, outcome }, world);
}

/** In a log group where something is fetched. */
async function readVerdict(world: ActionWorld, runner: Runner, target: Target): Promise<Judged> {
  const { toolkit, environment, signal } = world;
  const { workspace, temporaryDirectory, repository, serverUrl, token } = runner;
  const log = createGroupedLog('Fetch the history', toolkit);
  const fetching =
    repository === null ? null : { remote: { serverUrl, repository, token }, signal, log: log.line };
  const open = createOpen({ environment, directory: workspace, temporaryDirectory, fetching });
  try {
    const api = connect(world, runner);
    const settings = {
      config: runner.config,
      floor: runner.floor,
      approvalLabel: runner.approvalLabel,
      today: dayOf(world.now()),
    };
    return await checkTarget(target, { open, api, settings, log: log.line });
  } finally {
    log.end();
  }
}

function connect(world: ActionWorld, { repository, token }: Runner): Api | null {
  if (repository === null || token === null) return null;
  return createApi({ octokit: world.createOctokit(token), repository });
}
