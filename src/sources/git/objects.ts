import { OperationalError } from '../../operational-error.js';
import { failed, timedOut, type Git, type GitProcess } from './run.js';

export interface ObjectInfo {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
}

export interface GitObject extends ObjectInfo {
  readonly content: Buffer;
}

/** One long-lived `git cat-file --batch-command` that answers every question about single objects. */
export interface ObjectReader {
  /** Calls `visit` for each name in turn, `null` for what is not there; holds one object at a time. */
  readEach(names: readonly string[], visit: (object: GitObject | null, index: number) => void): Promise<void>;
  /** Type and size of each name, without the content; `null` for what is not there. */
  readInfo(names: readonly string[]): Promise<readonly (ObjectInfo | null)[]>;
  close(): void;
}

interface Request {
  readonly withContent: boolean;
  remaining: number;
  readonly receive: (info: ObjectInfo | null, content: Buffer) => void;
  readonly settle: (error: unknown) => void;
}

const ARGS = ['cat-file', '--batch-command', '--buffer'];
const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/** The process starts with the first question. Names are object names or `<object name>^{tree}`: never text from outside. */
export function openObjectReader(git: Git): ObjectReader {
  const requests: Request[] = [];
  let child: GitProcess | null = null;
  let chunks: Buffer[] = [];
  let received = 0;
  /** Bytes without which the next answer cannot be complete: spares joining the chunks of a large object again and again. */
  let needed = 1;

  function connect(): GitProcess {
    const connected = git.start(ARGS);
    // Idle, it must not keep our process alive; a question has a timer that does.
    connected.unref();
    chunks = [];
    received = 0;
    needed = 1;
    connected.output.on('data', (chunk: Buffer) => {
      if (child !== connected) return;
      chunks.push(chunk);
      received += chunk.length;
      if (received < needed) return;
      try {
        consume();
      } catch (error) {
        connected.kill();
        fail(error);
      }
    });
    const end = (error: unknown) => {
      if (child === connected) fail(error);
    };
    connected.ended.then(({ stderr }) => {
      end(failed(ARGS, stderr));
    }, end);
    return connected;
  }

  function fail(error: unknown): void {
    child = null;
    for (const request of requests.splice(0)) request.settle(error);
  }

  function consume(): void {
    const buffer = chunks.length === 1 ? (chunks[0] ?? NOTHING) : Buffer.concat(chunks);
    let position = 0;
    needed = 1;
    for (let [request] = requests; request !== undefined; [request] = requests) {
      const lineEnd = buffer.indexOf(NEWLINE, position);
      if (lineEnd === -1) break;
      const info = parseInfo(buffer.toString('latin1', position, lineEnd));
      const start = lineEnd + 1;
      const hasContent = request.withContent && info !== null;
      const end = hasContent ? start + info.size + 1 : start;
      if (end > buffer.length) {
        needed = end - position;
        break;
      }
      position = end;
      request.receive(info, hasContent ? buffer.subarray(start, end - 1) : NOTHING);
      request.remaining -= 1;
      if (request.remaining === 0) requests.shift()?.settle(null);
    }
    chunks = position < buffer.length ? [buffer.subarray(position)] : [];
    received = buffer.length - position;
  }

  async function ask(command: 'contents' | 'info', names: readonly string[], receive: Request['receive']) {
    if (names.length === 0) return;
    const answering = (child ??= connect());
    const timer = setTimeout(() => {
      fail(timedOut(ARGS));
      answering.kill();
    }, git.timeout);
    const answered = new Promise<void>((resolve, reject) => {
      const settle = (error: unknown) => {
        if (error === null) resolve();
        else reject(error instanceof Error ? error : new OperationalError('internal', 'cat-file'));
      };
      requests.push({ withContent: command === 'contents', remaining: names.length, receive, settle });
    });
    answering.input.write(`${names.map((name) => `${command} ${name}\n`).join('')}flush\n`);
    await answered.finally(() => {
      clearTimeout(timer);
    });
  }

  return {
    async readEach(names, visit) {
      let index = 0;
      await ask('contents', names, (info, content) => {
        visit(info === null ? null : { ...info, content }, index++);
      });
    },
    async readInfo(names) {
      const infos: (ObjectInfo | null)[] = [];
      await ask('info', names, (info) => infos.push(info));
      return infos;
    },
    close() {
      child?.kill();
    },
  };
}

/** `<object name> <type> <size>`; every other line (`… missing`, `… ambiguous`) says that there is no such object. */
function parseInfo(line: string): ObjectInfo | null {
  const [, oid, type, size] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line) ?? [];
  if (oid === undefined || type === undefined || size === undefined) return null;
  return { oid, type, size: Number(size) };
}
