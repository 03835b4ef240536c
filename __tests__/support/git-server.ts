import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll } from '@jest/globals';

/** What the server does in place of an honest answer. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'hang' | 'cut-off' | 'garbage' | 'reset' | 'drip' };

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

/** git's own smart-HTTP server (git-http-backend(1)) behind Node's, on this machine only. */
export interface GitServer {
  readonly url: string;
  readonly requests: readonly Request[];
  /** Bytes of all bodies that were sent. */
  sentBytes(): number;
  /** From now on: the fault for a request, or `null` for an honest answer. */
  misbehave(choose: (request: Request, index: number) => Fault | null): void;
  forget(): void;
  /** Ends it before the test file does. */
  close(): Promise<void>;
}

interface Options {
  /** The directory that `/owner/name` is looked for in. */
  readonly root: string;
  /** Without it anybody may read. */
  readonly token?: string;
}

interface Open {
  readonly server: Server;
  readonly sockets: Set<Socket>;
}

const servers: Open[] = [];

afterAll(async () => {
  for (const open of servers.splice(0)) await close(open);
});

async function close({ server, sockets }: Open): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}

export async function startGitServer({ root, token }: Options): Promise<GitServer> {
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  let sent = 0;
  let choose: (request: Request, index: number) => Fault | null = () => null;
  const server = createServer((incoming, response) => {
    const request: Request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      authorization: incoming.headers.authorization,
    };
    requests.push(request);
    const fault = choose(request, requests.length - 1);
    const basic = token === undefined ? undefined : toBasic(token);
    if (fault !== null && misbehaves(fault, response)) incoming.resume();
    else if (basic !== undefined && request.authorization !== basic) refuse(incoming, response);
    else answer(root, incoming, response, fault, (bytes) => (sent += bytes));
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sentBytes: () => sent,
    misbehave(chosen) {
      choose = chosen;
    },
    forget() {
      requests.splice(0);
      sent = 0;
    },
    close: () => close({ server, sockets }),
  };
}

export const toBasic = (token: string): string =>
  `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;

function refuse(incoming: IncomingMessage, response: ServerResponse): void {
  incoming.resume();
  response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
}

/** True where the fault takes the place of the whole answer. */
function misbehaves(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, fault.headers).end('no');
      return true;
    case 'hang':
      return true;
    case 'reset':
      response.destroy();
      return true;
    case 'garbage':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Log in to the guest network</html>');
      return true;
    case 'drip':
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' });
      dripInto(response);
      return true;
    case 'cut-off':
      return false;
  }
}

function dripInto(response: ServerResponse): void {
  const timer = setInterval(() => response.write('0'), 50);
  response.on('close', () => {
    clearInterval(timer);
  });
}

/** RFC 3875, as git-http-backend(1) wants it. */
function answer(
  root: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  fault: Fault | null,
  count: (bytes: number) => void,
): void {
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'uploadpack.allowAnySHA1InWant',
      GIT_CONFIG_VALUE_1: 'true',
      GIT_CONFIG_KEY_2: 'safe.directory',
      GIT_CONFIG_VALUE_2: '*',
      GIT_PROTOCOL: String(incoming.headers['git-protocol'] ?? ''),
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: incoming.method ?? '',
      CONTENT_TYPE: incoming.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: incoming.headers['content-encoding'] ?? '',
      ...(incoming.headers['content-length'] === undefined
        ? {}
        : { CONTENT_LENGTH: incoming.headers['content-length'] }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  backend.stdin.on('error', () => undefined);
  incoming.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const whole = Buffer.concat(chunks);
    const end = whole.indexOf('\r\n\r\n');
    const headers = whole
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(': '));
    const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
    const body = whole.subarray(end + 4);
    for (const [name = '', value = ''] of headers) if (name !== 'Status') response.setHeader(name, value);
    response.statusCode = status;
    if (fault?.kind === 'cut-off') {
      response.setHeader('content-length', body.length);
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    } else {
      count(body.length);
      response.end(body);
    }
  });
}
