import type { Environment } from '../git/environment.js';
import type { ConfigPair } from './http-config.js';
import type { Address, Remote } from './remote.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** What git and libcurl read of the environment about proxies and authorities (git(1); curl(1), "ENVIRONMENT"). */
const NETWORK =
  /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_\w+|git_proxy_ssl_\w+|git_http_(?:proxy_authmethod|user_agent))$/i;

/** For the one command that looks at the system's and the user's config. */
export const configReadingVariables = (environment: Environment): Variables => ({
  HOME: environment['HOME'],
  XDG_CONFIG_HOME: environment['XDG_CONFIG_HOME'],
  GIT_CONFIG_SYSTEM: environment['GIT_CONFIG_SYSTEM'],
  GIT_CONFIG_GLOBAL: environment['GIT_CONFIG_GLOBAL'],
  GIT_CONFIG_NOSYSTEM: environment['GIT_CONFIG_NOSYSTEM'],
});

export interface FetchSetting {
  readonly environment: Environment;
  readonly address: Address;
  readonly token: Remote['token'];
  readonly httpConfig: readonly ConfigPair[];
  /** Seconds of silence after which the server is given up. */
  readonly stalledSeconds: number;
}

/**
 * The variables of a git that fetches, over those of every other git. The token stands in none but these: no argument, no
 * URL and no file holds it. What could send it elsewhere is switched off at the most specific place, the repository's URL,
 * so that no setting which is taken over outranks it (git-config(1), `http.<url>.*`).
 */
export function fetchVariables(setting: FetchSetting): Variables {
  const { environment, address } = setting;
  const network = Object.entries(environment).filter(([name]) => NETWORK.test(name));
  return {
    ...Object.fromEntries(network),
    GIT_ALLOW_PROTOCOL: address.protocol,
    GIT_NO_LAZY_FETCH: undefined,
    ...toConfigVariables([...setting.httpConfig, ...ownConfig(setting)]),
  };
}

const ownConfig = ({ address, token, stalledSeconds }: FetchSetting): readonly ConfigPair[] => [
  ['remote.origin.url', address.url],
  // The objects that are left out are known to be at the remote; told here and in no file, only a fetching git asks for them.
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
  ['protocol.version', '2'],
  ['credential.helper', ''],
  ['core.commitGraph', 'false'],
  ['fetch.negotiationAlgorithm', 'consecutive'],
  [`http.${address.url}.followRedirects`, 'false'],
  [`http.${address.url}.lowSpeedLimit`, '1'],
  [`http.${address.url}.lowSpeedTime`, String(stalledSeconds)],
  ...(token === null ? [] : [toHeader(address, token)]),
];

/** As actions/checkout does it, for this server and no other. */
const toHeader = ({ server }: Address, token: string): ConfigPair => [
  `http.${server}.extraheader`,
  `AUTHORIZATION: basic ${encodeToken(token)}`,
];

export const encodeToken = (token: string): string =>
  Buffer.from(`x-access-token:${token}`).toString('base64');

/** git(1), `GIT_CONFIG_COUNT`. */
const toConfigVariables = (pairs: readonly ConfigPair[]): Variables =>
  Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(pairs.length)],
    ...pairs.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]) as Variables;
