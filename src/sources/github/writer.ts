import { toApiFailure, type ApiFailure } from './api-failure.js';
import type { Octokit } from './api.js';
import { isText, lookUp } from './payload.js';
import { splitRepository } from './repository-name.js';

/** Why one attempt at a write has no answer; `detail` is the reason with the server's own words: untrusted. */
export type NotSent = ApiFailure & { readonly detail: string };

/** What became of one attempt at a write. */
export type Sent = { readonly kind: 'done'; readonly answer: unknown } | NotSent;

/** Writes to one repository by GitHub's REST API. */
export interface Writer {
  /**
   * One attempt, never repeated: after a failure that may pass, such as a time-out, the server may have done it all the same.
   * Whoever tries again looks first.
   */
  send(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Sent>;
}

export interface WriterOptions {
  readonly octokit: Octokit;
  /** `owner/name`. */
  readonly repository: string;
  /** Milliseconds that an attempt may take. */
  readonly timeout: number;
}

/** Throws `unreadable-event` where the repository has no proper name. */
export function createWriter({ octokit, repository, timeout }: WriterOptions): Writer {
  const place = splitRepository(repository);
  return {
    async send(route, parameters) {
      try {
        const request = { signal: AbortSignal.timeout(timeout) };
        const { data } = await octokit.request(route, { ...place, ...parameters, request });
        return { kind: 'done', answer: data };
      } catch (cause) {
        const failure = toApiFailure(cause);
        return { ...failure, detail: detailOf(failure, cause) };
      }
    },
  };
}

/** "HTTP 403: Resource not accessible by integration". */
function detailOf({ reason }: ApiFailure, cause: unknown): string {
  const message = lookUp(cause, 'response.data.message');
  return isText(message) ? `${reason}: ${message}` : reason;
}
