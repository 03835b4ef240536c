import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll } from '@jest/globals';
import { introduced, MAIN, type Answer, type Script } from './model-turns.js';

/** A server that speaks the Messages API on this machine only and plays a script in place of a model. */
export interface ModelServer {
  readonly url: string;
  /** What the model was told after each of the agent’s turns: results of tools, and what hooks had to say. */
  told(agent: string): readonly string[];
  /** The hosts that the client asked the server to connect it to, as its proxy. Nobody is. */
  readonly outside: readonly string[];
  /** What went wrong with the script itself: a turn that did not find what it looked for. */
  readonly faults: readonly unknown[];
}

type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object };

interface Message {
  readonly role: string;
  readonly content: string | readonly { readonly text?: string; readonly content?: unknown }[];
}

interface ModelRequest {
  readonly model: string;
  readonly system?: string | readonly { readonly text: string }[];
  readonly messages: readonly Message[];
  readonly tools?: readonly unknown[];
}

const servers: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];

afterAll(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

export async function startModelServer(script: Script): Promise<ModelServer> {
  const told = new Map<string, string[]>();
  const turns = new Map<string, number>();
  const outside: string[] = [];
  const faults: unknown[] = [];
  let answers = 0;

  const play = async (thread: string, request: ModelRequest): Promise<Answer> => {
    const agent = whoAsks(request);
    const turn = turns.get(thread) ?? 0;
    turns.set(thread, turn + 1);
    const news = newsIn(request.messages);
    if (turn > 0) told.set(agent, [...(told.get(agent) ?? []), news]);
    const answer = script[agent]?.[turn] ?? 'Done.';
    try {
      return typeof answer === 'function' ? await answer(news) : answer;
    } catch (fault) {
      faults.push(fault);
      return 'I am lost.';
    }
  };

  const server = createServer((incoming, response) => {
    void readBody(incoming).then(async (body) => {
      const [path = ''] = (incoming.url ?? '').split('?');
      if (path === '/v1/messages/count_tokens') sendJson(response, 200, { input_tokens: 1 });
      else if (path === '/v1/messages') {
        const request = JSON.parse(body) as ModelRequest;
        const thread = incoming.headers['x-claude-code-agent-id'] ?? MAIN;
        // A request without tools is the client’s own: a title, a summary.
        const answer = request.tools === undefined ? 'Nothing.' : await play(String(thread), request);
        answers += 1;
        stream(response, request.model, answers, toBlocks(answer, answers));
      } else sendJson(response, 404, { type: 'error', error: { type: 'not_found_error', message: path } });
    });
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    outside.push(request.url ?? '');
    socket.destroy();
  });

  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({ server, sockets });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: (agent) => told.get(agent) ?? [],
    outside,
    faults,
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The definition’s body is in the system prompt of its agent, the task of an agent without definition is its first message. */
function whoAsks({ system = '', messages }: ModelRequest): string {
  const prompt = typeof system === 'string' ? system : system.map(({ text }) => text).join('\n');
  return introduced(prompt) ?? introduced(textOf(messages.slice(0, 1))) ?? MAIN;
}

/** All that came since the model last spoke. */
const newsIn = (messages: readonly Message[]): string =>
  textOf(messages.slice(messages.findLastIndex(({ role }) => role === 'assistant') + 1));

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return 'text' in value ? textOf(value.text) : 'content' in value ? textOf(value.content) : '';
};

function toBlocks(answer: Answer, number: number): readonly Block[] {
  if (typeof answer === 'string') return [{ type: 'text', text: answer }];
  return [answer].flat().map(({ tool, input }, index) => ({
    type: 'tool_use',
    id: `toolu_${number}_${index}`,
    name: tool,
    input,
  }));
}

/** The events of a streamed answer, as the Messages API documents them. */
function stream(response: ServerResponse, model: string, number: number, blocks: readonly Block[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type: string, data: object): void => {
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  };
  const usage = { input_tokens: 1, output_tokens: 1 };
  send('message_start', {
    message: {
      id: `msg_${number}`,
      type: 'message',
      role: 'assistant',
      model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    },
  });
  blocks.forEach((block, index) => {
    send('content_block_start', { index, content_block: emptied(block) });
    send('content_block_delta', { index, delta: toDelta(block) });
    send('content_block_stop', { index });
  });
  const stop_reason = blocks.some(({ type }) => type === 'tool_use') ? 'tool_use' : 'end_turn';
  send('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 1 } });
  send('message_stop', {});
  response.end();
}

const emptied = (block: Block): Block =>
  block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };

const toDelta = (block: Block): object =>
  block.type === 'text'
    ? { type: 'text_delta', text: block.text }
    : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) };

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
