import { setTimeout } from 'node:timers/promises';
import { OperationalError } from '../../operational-error.js';
import { toApiError, toApiFailure, type ApiFailure } from './api-failure.js';
import { isRecord } from './payload.js';
import { splitRepository } from './repository-name.js';

/**
 * What is needed of the client that `getOctokit` of `@actions/github` gives: it knows the server's address (also of GitHub
 * Enterprise Server), the proxy and the token. Handed in, so that nothing but the entry imports the toolkit.
 */
export interface Octokit {
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<OctokitResponse>;
  graphql(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

interface OctokitResponse {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export interface ApiOptions {
  readonly octokit: Octokit;
  /** `owner/name`, as `GITHUB_REPOSITORY` has it. */
  readonly repository: string;
  /** Waits for so many milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
}

/** What to ask; `permission` is the one that a workflow's token needs for it. */
export interface Question {
  /** `GET /repos/{owner}/{repo}/…` in GitHub's REST API, or a query of GraphQL. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly permission: string;
}

/**
 * GitHub's API, bound to one repository and read only. Answers are unchecked JSON. Each question is asked up to three times
 * where a fault may pass, and rejects with `api-denied` or `api-failed`: an answer is never partly there.
 */
export interface Api {
  get(question: Question): Promise<unknown>;
  /** All pages of a list. */
  getAll(question: Question): Promise<readonly unknown[]>;
  /** `route` is the query. Rejects too where GraphQL answers with data and errors. */
  graphql(question: Question): Promise<unknown>;
}

const THIRTY_SECONDS = 30_000;
/** Milliseconds before the second and the third attempt. */
const BACK_OFF = [1000, 4000] as const;
const PAGE_SIZE = 100;
/** More than any list that is asked for here can sensibly have. */
const MOST_PAGES = 100;

/** Throws `unreadable-event` where the repository has no proper name. */
export function createApi({
  octokit,
  repository,
  sleep = (milliseconds) => setTimeout(milliseconds),
  timeout = THIRTY_SECONDS,
}: ApiOptions): Api {
  const place = splitRepository(repository);

  async function ask<Answer>(question: Question, attempt: (common: object) => Promise<Answer | null>) {
    for (let attempts = 0; ; attempts += 1) {
      const { answer, failure, cause } = await outcomeOf(() =>
        attempt({ ...place, ...question.parameters, request: { signal: AbortSignal.timeout(timeout) } }),
      );
      if (answer !== null) return answer;
      const pause = BACK_OFF[attempts];
      if (failure.kind !== 'passing' || pause === undefined) throw toApiError(failure, question, cause);
      await sleep(failure.wait ?? pause);
    }
  }

  const getPage = (question: Question, page: object): Promise<OctokitResponse> =>
    ask(question, async (common) => {
      const response = await octokit.request(question.route, { ...common, ...page });
      return isRecord(response.data) ? response : null;
    });

  return {
    get: async (question) => (await getPage(question, {})).data,
    async getAll(question) {
      const items: unknown[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data, headers } = await getPage(question, { per_page: PAGE_SIZE, page });
        if (!Array.isArray(data)) throw new OperationalError('api-failed', question.route);
        items.push(...(data as readonly unknown[]));
        if (!hasNext(headers['link'])) return items;
      }
      throw new OperationalError('api-failed', `${question.route}: more than ${MOST_PAGES} pages`);
    },
    graphql: (question) =>
      ask(question, async (common) => {
        const data = await octokit.graphql(question.route, { ...common });
        return isRecord(data) ? data : null;
      }),
  };
}

/** GitHub's "Using pagination in the REST API": the last page has no link to a next one. */
const hasNext = (link: unknown): boolean => typeof link === 'string' && /;\s*rel="next"/.test(link);

const CUT_OFF: ApiFailure = { kind: 'passing', reason: 'no JSON', wait: null };

/** No answer is a cut-off or garbled body, for which the client gives text. */
async function outcomeOf<Answer>(attempt: () => Promise<Answer | null>) {
  try {
    return { answer: await attempt(), failure: CUT_OFF, cause: undefined };
  } catch (cause) {
    return { answer: null, failure: toApiFailure(cause), cause };
  }
}
