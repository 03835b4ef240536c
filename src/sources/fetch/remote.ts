import { OperationalError } from '../../operational-error.js';
import type { Environment } from '../git/environment.js';

/** A repository on a server of GitHub's kind. */
export interface Remote {
  /** `GITHUB_SERVER_URL`: `https://github.com`, or that of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `null` where nobody gave one: public repositories need none. */
  readonly token: string | null;
}

/** Where the requests go. */
export interface Address {
  /** The repository's own URL. */
  readonly url: string;
  /** The server's URL with a slash at the end: the place that the token is for. */
  readonly server: string;
  /** For `GIT_ALLOW_PROTOCOL`. */
  readonly protocol: 'https' | 'http';
}

/**
 * For tests only: with `loopback`, a server on this very machine may be asked over plain http. It changes nothing unless
 * `GITHUB_SERVER_URL` names such a server, and that variable is the runner's: neither a workflow nor a step can set it.
 */
const TEST_SWITCH = 'AGENT_OWNERSHIP_TEST_HTTP';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Throws `unsafe-server` where the token would travel unprotected, or to who knows where. */
export function toAddress({ serverUrl, repository }: Remote, environment: Environment): Address {
  const url = parseUrl(serverUrl);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isName = /^[\w.-]+\/[\w.-]+$/.test(repository) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(repository);
  if (!isPlain || !isName) throw new OperationalError('unsafe-server', `${url.origin}/${repository}`);
  const server = `${url.origin}${url.pathname.replace(/\/*$/, '')}/`;
  const address = { url: `${server}${repository}`, server };
  if (url.protocol === 'https:') return { ...address, protocol: 'https' };
  requireSafe(server, environment);
  return { ...address, protocol: 'http' };
}

/** Throws `unsafe-server` for whatever is no https address. */
export function requireSafe(address: string, environment: Environment): void {
  const { protocol, hostname } = parseUrl(address);
  const isTest = environment[TEST_SWITCH] === 'loopback' && LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isTest))
    throw new OperationalError('unsafe-server', address);
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new OperationalError('unsafe-server', text, { cause });
  }
}
