import { setTimeout } from 'node:timers/promises';
import type { Publication } from '../core/publishing/publication.js';
import type { Report } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { toOperationalError, type OperationalError } from '../operational-error.js';
import type { Server } from '../publish/server.js';
import { writeCheckRun } from '../publish/write-check-run.js';
import { writeComment } from '../publish/write-comment.js';
import { toCheckRun, toErrorCheckRun } from '../reporters/check-run.js';
import { toComment, toErrorComment } from '../reporters/comment.js';
import { safeForLog } from '../reporters/log.js';
import { describePublication, type Published } from '../reporters/publication-words.js';
import { createApi, type Octokit } from '../sources/github/api.js';
import type { Target } from '../sources/github/target.js';
import { createWriter } from '../sources/github/writer.js';
import { siteOf, type Runner } from './runner.js';
import type { Toolkit } from './toolkit.js';

/** How the check ended. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'error'; readonly error: OperationalError };

/** What was to be judged, and how that ended. */
export interface Verdict {
  readonly runner: Runner;
  readonly target: Target;
  readonly outcome: Outcome;
}

interface World {
  readonly toolkit: Toolkit;
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal;
  createOctokit(token: string): Octokit;
}

/** Milliseconds that one request may take. */
const TEN_SECONDS = 10_000;
/** Milliseconds after which no further annotations are sent. */
const THREE_MINUTES = 180_000;

/**
 * Writes the comment and the check run, where the workflow asks for them. Whatever comes of it, the step's result stays as it
 * is: a token that may not write, as on a fork's pull request, costs a notice.
 */
export async function publish(verdict: Verdict, world: World): Promise<void> {
  const { comment, checkRun } = verdict.runner;
  if (comment) await tell('comment', () => publishComment(verdict, world), world);
  if (checkRun) await tell('check-run', () => publishCheckRun(verdict, world), world);
}

async function tell(
  what: Published,
  write: () => Promise<Publication>,
  { toolkit, signal }: World,
): Promise<void> {
  const { isNotice, text } = describePublication(what, await outcomeOf(write, signal));
  if (isNotice) toolkit.notice(safeForLog(text));
  else toolkit.info(safeForLog(text));
}

/** A run that was cancelled found nothing out; the one that took its place speaks. */
async function outcomeOf(write: () => Promise<Publication>, signal?: AbortSignal): Promise<Publication> {
  if (signal?.aborted === true) return { kind: 'cancelled' };
  try {
    return await write();
  } catch (thrown) {
    return { kind: 'failed', reason: 'no-answer', detail: toOperationalError(thrown).message };
  }
}

async function publishComment({ runner, target, outcome }: Verdict, world: World): Promise<Publication> {
  if (target.kind !== 'pull-request') return { kind: 'no-pull-request' };
  if (outcome.kind === 'error' && outcome.error.code === 'superseded') return { kind: 'left-to-later-run' };
  const server = connect(runner, world);
  if (server === null) return { kind: 'no-token' };
  const { publisher } = runner;
  const site = siteOf(runner);
  const words =
    outcome.kind === 'report'
      ? toComment(outcome.report, site, publisher)
      : toErrorComment(outcome.error, site, publisher);
  return writeComment(words, target, server);
}

async function publishCheckRun({ runner, target, outcome }: Verdict, world: World): Promise<Publication> {
  const head = headOf(target, outcome);
  if (head === null) return { kind: 'no-commit' };
  const server = connect(runner, world);
  if (server === null) return { kind: 'no-token' };
  const site = siteOf(runner);
  const words =
    outcome.kind === 'report'
      ? toCheckRun(outcome.report, site, runner.publisher)
      : toErrorCheckRun(outcome.error, site, runner.publisher);
  const patience = AbortSignal.timeout(THREE_MINUTES);
  const signal = world.signal === undefined ? patience : AbortSignal.any([world.signal, patience]);
  return writeCheckRun(words, head, server, signal);
}

/** Of a pull request its own head: GitHub looks there, and not at the merge commit that the job runs on. */
function headOf(target: Target, outcome: Outcome): CommitSha | null {
  if (target.kind !== 'range') return target.headSha;
  if (outcome.kind === 'report') return outcome.report.range.head;
  return target.head.kind === 'commit' ? target.head.sha : null;
}

function connect({ repository, token }: Runner, world: World): Server | null {
  if (repository === null || token === null) return null;
  const octokit = world.createOctokit(token);
  const options = { octokit, repository, timeout: TEN_SECONDS };
  return { api: createApi(options), writer: createWriter(options), sleep: (time) => setTimeout(time) };
}
