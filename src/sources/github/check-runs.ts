import type { CommitSha } from '../../core/vocabulary.js';
import { isId, readerOf } from './answer.js';
import type { Api } from './api.js';
import { isCount } from './payload.js';
import type { Sent, Writer } from './writer.js';

/** "The Checks API limits the number of annotations to a maximum of 50 per API request." */
export const ANNOTATIONS_PER_REQUEST = 50;

/** What the token of a workflow needs to write a check run; only the token of a GitHub App can have it. */
export const CHECK_RUN_PERMISSION = 'checks: write';

/** An annotation in the form of the Checks API, with its limits. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** How a check run stands after a request; `null` is "still in progress". */
export interface CheckState {
  readonly conclusion: 'success' | 'failure' | null;
  readonly title: string;
  readonly summary: string;
  /** They are added to those that it has. */
  readonly annotations: readonly CheckAnnotation[];
}

export interface NewCheckRun extends CheckState {
  readonly name: string;
  readonly head: CommitSha;
  /** Tells this run of the workflow from all others. */
  readonly externalId: string;
  readonly detailsUrl: string | null;
}

/** docs.github.com, "REST API endpoints for check runs", "Create a check run". */
export const createCheckRun = (
  writer: Writer,
  { name, head, externalId, detailsUrl, ...state }: NewCheckRun,
): Promise<Sent> =>
  writer.send('POST /repos/{owner}/{repo}/check-runs', {
    name,
    head_sha: head,
    external_id: externalId,
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    ...toFields(state),
  });

export const updateCheckRun = (writer: Writer, id: number, state: CheckState): Promise<Sent> =>
  writer.send('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
    check_run_id: id,
    ...toFields(state),
  });

const toFields = ({ conclusion, title, summary, annotations }: CheckState) => ({
  ...(conclusion === null ? { status: 'in_progress' } : { status: 'completed', conclusion }),
  output: { title, summary, annotations },
});

export interface CheckRun {
  readonly id: number;
  readonly externalId: string;
  readonly conclusion: string | null;
  /** How many annotations have arrived. */
  readonly annotations: number;
}

/** A check run as the API answers with it. Throws `api-failed`. */
export function toCheckRun(answer: unknown): CheckRun {
  const read = readerOf(answer, 'check run');
  return {
    id: read('id', isId),
    externalId: read('external_id', isTextOrNone) ?? '',
    conclusion: read('conclusion', isTextOrNone),
    annotations: read('output.annotations_count', isCount),
  };
}

const isTextOrNone = (value: unknown): value is string | null => value === null || typeof value === 'string';

export async function readCheckRun(api: Api, id: number): Promise<CheckRun> {
  return toCheckRun(
    await api.get({
      route: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
      parameters: { check_run_id: id },
      permission: CHECK_RUN_PERMISSION,
    }),
  );
}

/** The check runs of this name that a commit has; in GitHub's order at most a hundred. */
export async function readCheckRuns(
  api: Api,
  { name, head }: Pick<NewCheckRun, 'name' | 'head'>,
): Promise<readonly CheckRun[]> {
  const answer = await api.get({
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    parameters: { ref: head, check_name: name, filter: 'all', per_page: 100 },
    permission: CHECK_RUN_PERMISSION,
  });
  return readerOf(answer, 'check runs')('check_runs', isList).map(toCheckRun);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
