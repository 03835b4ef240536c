import { request } from '@octokit/request';
import { OperationalError } from '../../operational-error.js';
import { requireSafe } from '../fetch/remote.js';
import type { Environment } from '../git/environment.js';
import type { Octokit } from './api.js';

export interface TokenOptions {
  /** `GITHUB_API_URL`: `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
}

/**
 * A client for the command line, which does without the toolkit and its HTTP stack; it knows no proxy. Throws `unsafe-server`
 * where the token would travel unprotected.
 */
export function createTokenClient({ apiUrl, token }: TokenOptions, environment: Environment): Octokit {
  requireSafe(apiUrl, environment);
  const authorized = request.defaults({
    baseUrl: apiUrl.replace(/\/+$/, ''),
    headers: { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' },
  });
  return {
    request: async (route, parameters) => {
      const response = await authorized<string>(route, { ...parameters });
      return { headers: { ...response.headers }, data: response.data as unknown };
    },
    graphql: () => Promise.reject(new OperationalError('internal', 'graphql')),
  };
}
