import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getOctokit } from '@actions/github';
import { afterAll } from '@jest/globals';
import type { Octokit } from '../../src/sources/github/api.js';
import { prepareOpenapi, schemaErrorsOfRest } from './openapi.js';

/** One answer: a status with JSON (`null` for none), or what goes wrong on the way. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'refused'
  | 'hung'
  | 'cut off'
  | 'garbage';

export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly answer: Answer;
}

export interface GitHubServer {
  /** As `GITHUB_API_URL` has it. */
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  /** The real client, as the action's entry makes it. */
  readonly octokit: Octokit;
}

type Respond = (request: {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}) => Answer | Promise<Answer>;

const servers: { close(): void }[] = [];

afterAll(() => {
  for (const server of servers.splice(0)) server.close();
});

/**
 * GitHub's API on loopback. Where GitHub's OpenAPI description is at hand, a request or a sound answer that is not in it makes
 * the server answer with status 599 and the reason, so that no test can pass on it. `prefix` is `/api/v3` on GitHub Enterprise
 * Server.
 */
export async function startGitHub(respond: Respond, prefix = ''): Promise<GitHubServer> {
  prepareOpenapi();
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { method = '', url: path = '', headers } = request;
      const asked = { method, path: path.startsWith(prefix) ? path.slice(prefix.length) : path, body };
      const answer = await respond(asked);
      exchanges.push({ ...asked, headers, answer });
      send(response, answer, schemaErrorsOfRest(asked, answer));
    })();
  });
  servers.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${prefix}`;
  // The toolkit's own `fetch` would take a proxy of this machine for loopback too.
  const octokit: Octokit = getOctokit('a-token', { baseUrl: url, request: { fetch: globalThis.fetch } });
  return { url, exchanges, octokit };
}

function send(response: ServerResponse, answer: Answer, errors: readonly string[]): void {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  if (errors.length > 0) {
    response.writeHead(599, json).end(JSON.stringify({ message: errors.join('\n') }));
    return;
  }
  switch (answer) {
    case 'refused':
      response.socket?.destroy();
      return;
    case 'hung':
      return;
    case 'cut off':
      response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"number": 7,');
      setTimeout(() => response.socket?.destroy(), 20);
      return;
    case 'garbage':
      response.writeHead(200, json).end('<html>Unicorn!</html>');
      return;
  }
  const body = answer.body === null ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, { ...json, ...answer.headers }).end(body);
}
