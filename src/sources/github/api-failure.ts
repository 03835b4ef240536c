import { OperationalError } from '../../operational-error.js';
import { isRecord, lookUp } from './payload.js';

/** Why one attempt at a request gave no answer. */
export type ApiFailure =
  /** Another attempt may succeed. `wait` is in milliseconds where GitHub asks for it. */
  | { readonly kind: 'passing'; readonly reason: string; readonly wait: number | null }
  /** The token may not see this, or it is not there: GitHub answers both alike. */
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'lasting'; readonly reason: string };

const A_MINUTE = 60_000;
const LONGEST_WAIT = A_MINUTE;
/** Such a limit need not have the header; then it is to be "at least one minute". */
const SECONDARY_LIMIT = /secondary rate limit/i;
const DENIED_TYPES: readonly unknown[] = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES'];
const PASSING_TYPES: readonly unknown[] = [
  undefined,
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL',
];

/**
 * Pure: what a client of `@octokit/core` threw → what it means (docs.github.com, "Troubleshooting the REST API", "Rate limits
 * for the REST API", "Rate limits and query limits for the GraphQL API"). A network fault and a time-out have the status 500
 * there. Answers of GraphQL come with the status 200 and an array `errors`.
 */
export function toApiFailure(thrown: unknown): ApiFailure {
  const errors = lookUp(thrown, 'errors');
  if (Array.isArray(errors)) return toGraphqlFailure(errors);
  const status = lookUp(thrown, 'status');
  const headers = lookUp(thrown, 'response.headers');
  if (typeof status !== 'number' || !isRecord(headers)) {
    return { kind: 'passing', reason: messageOf(thrown), wait: null };
  }
  const reason = `HTTP ${status}`;
  const isSecondary = SECONDARY_LIMIT.test(String(lookUp(thrown, 'response.data.message')));
  const isLimited =
    isSecondary || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  if (status >= 500 || status === 429 || (status === 403 && isLimited)) {
    return {
      kind: 'passing',
      reason,
      wait: waitOf(headers['retry-after']) ?? (isSecondary ? A_MINUTE : null),
    };
  }
  return { kind: [401, 403, 404].includes(status) ? 'denied' : 'lasting', reason };
}

function toGraphqlFailure(errors: readonly unknown[]): ApiFailure {
  const types = errors.map((error) => lookUp(error, 'type') ?? lookUp(error, 'extensions.code'));
  const reason = messageOf(errors[0]);
  if (types.some((type) => DENIED_TYPES.includes(type))) return { kind: 'denied', reason };
  if (types.every((type) => PASSING_TYPES.includes(type))) return { kind: 'passing', reason, wait: null };
  return { kind: 'lasting', reason };
}

function messageOf(thrown: unknown): string {
  const message = isRecord(thrown) ? thrown['message'] : undefined;
  return typeof message === 'string' ? message.slice(0, 200) : 'no answer';
}

/** Only the form in seconds; a date, which GitHub does not send, is not waited for. */
const waitOf = (retryAfter: unknown): number | null =>
  typeof retryAfter === 'string' && /^\d{1,6}$/.test(retryAfter)
    ? Math.min(Number(retryAfter) * 1000, LONGEST_WAIT)
    : null;

/** `api-denied` with the permission that is missing, else `api-failed` with what was asked and what came of it. */
export const toApiError = (
  failure: ApiFailure,
  { route, permission }: { readonly route: string; readonly permission: string },
  cause: unknown,
): OperationalError =>
  failure.kind === 'denied'
    ? new OperationalError('api-denied', permission, { cause })
    : new OperationalError('api-failed', `${route}: ${failure.reason}`, { cause });
