import { OperationalError } from '../../operational-error.js';
import { encodeToken } from './fetch-environment.js';
import type { Remote } from './remote.js';

/** What a command over the network failed of. */
export interface FetchFailure {
  readonly error: OperationalError;
  /** True where the same request may succeed a little later. */
  readonly mayPass: boolean;
}

/** How git, in the C locale, tells each case; the first that fits counts. */
const REFUSED =
  /authentication failed|could not read (?:username|password)|terminal prompts disabled|requested url returned error: 40[134]|repository '[^']*' not found|remote: (?:write access|permission|not found)/i;
const UNKNOWN_REF = /couldn't find remote ref (\S+)/i;
const UNKNOWN_COMMIT =
  /(?:not our ref|unadvertised object|no such remote ref|did not send all necessary objects\D*)\s*([0-9a-f]{40,64})/i;
/** Nothing of these is cured by waiting: a redirect (which is never followed), a certificate, a protocol that is not allowed. */
const LASTING =
  /returned error: 3\d\d|redirect|certificate|\bSSL\b|transport '[^']*' not allowed|not supported/i;

/** Names what went wrong while git talked to the remote. What git wrote is kept as the cause, without the token. */
export function toFetchFailure(thrown: unknown, { token, repository }: Remote): FetchFailure {
  if (!(thrown instanceof OperationalError)) throw thrown;
  const { code, cause } = thrown;
  if (code === 'git-timeout') return passing(fail('fetch-failed', `${repository}: no answer in time`));
  if (code !== 'git-failed' && code !== 'incomplete-history') return lasting(thrown);
  const said = withoutToken(cause instanceof Error ? cause.message : thrown.message, token);
  const reason = new Error(said);
  const [, ref] = UNKNOWN_REF.exec(said) ?? [];
  const [, commit] = UNKNOWN_COMMIT.exec(said) ?? [];
  if (REFUSED.test(said)) return lasting(fail('not-allowed', repository, reason));
  if (ref !== undefined) return lasting(fail('unknown-revision', ref.replace('refs/heads/', ''), reason));
  if (commit !== undefined) return lasting(fail('incomplete-history', commit, reason));
  const failure = fail('fetch-failed', `${repository}: ${summaryOf(said)}`.slice(0, 300), reason);
  return LASTING.test(said) ? lasting(failure) : passing(failure);
}

const fail = (
  code: 'fetch-failed' | 'not-allowed' | 'unknown-revision' | 'incomplete-history',
  subject: string,
  cause?: Error,
) => new OperationalError(code, subject, { cause });

const lasting = (error: OperationalError): FetchFailure => ({ error, mayPass: false });
const passing = (error: OperationalError): FetchFailure => ({ error, mayPass: true });

const withoutToken = (text: string, token: Remote['token']): string =>
  token === null || token === '' ? text : text.replaceAll(token, '***').replaceAll(encodeToken(token), '***');

/** The first line that names a reason; the ones after it tell what followed from it. */
function summaryOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? 'git failed').trim();
}
