import { spawn, type ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { Socket } from 'node:net';
import { kill } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { OperationalError } from '../../operational-error.js';
import { cleanEnvironment, locateGit, type Environment } from './environment.js';

export interface GitOptions {
  readonly environment: Environment;
  readonly cwd: string;
  /** The repository itself; without it git looks for one from `cwd` upwards. */
  readonly gitDir?: string;
  /** `key=value` pairs that outrank the repository's config. */
  readonly config?: readonly string[];
  /** Added to the clean environment; `undefined` takes one away. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that one command may take. */
  readonly timeout?: number;
  /** True where git starts helpers that may outlive it (a fetch): they are then ended with it. */
  readonly hasHelpers?: boolean;
  /** Ends the command that runs. */
  readonly signal?: AbortSignal | undefined;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  /** Exit codes that are answers and no failures; 0 unless told. */
  readonly okExitCodes?: readonly number[];
  /** A better name for a failure, from what git wrote to its standard error. */
  readonly toError?: (stderr: string) => OperationalError | null;
  /** Receives the output while git still writes it; the result then holds none. What it throws ends the command. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Milliseconds that this command may take, where that is less than usual. */
  readonly timeout?: number;
}

export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A git process to talk with. `ended` never rejects before both streams are closed. */
export interface GitProcess {
  readonly input: Writable;
  readonly output: Readable;
  readonly ended: Promise<Omit<GitResult, 'stdout'>>;
  readonly kill: () => void;
  /** From now on it does not keep our own process alive. */
  unref(): void;
}

export interface Git {
  /**
   * Runs one command to its end, never through a shell. Rejects with `git-missing`, `git-timeout`, `not-a-repository` where
   * the directory does not exist, what `toError` says, or `git-failed`.
   */
  run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
  /** Starts a command that answers while it is asked. Throws `git-missing`. */
  start(args: readonly string[]): GitProcess;
  /** Milliseconds that one command may take. */
  readonly timeout: number;
}

const FIVE_MINUTES = 300_000;
const KEPT_STDERR = 65_536;

/** A git that reads one repository in an environment of ours, whatever the caller's looks like. */
export function createGit(options: GitOptions): Git {
  const { environment, cwd, gitDir, config = [], timeout = FIVE_MINUTES, signal } = options;
  const hasHelpers = options.hasHelpers ?? false;
  const variables = { ...cleanEnvironment(environment), ...options.variables };
  const prefix = [
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...config.flatMap((pair) => ['-c', pair]),
  ];
  const program = locateGit(environment);

  function launch(file: string, args: readonly string[]) {
    try {
      return spawn(file, args, { cwd, env: variables, windowsHide: true, detached: hasHelpers });
    } catch (cause) {
      throw toStartError(cause);
    }
  }

  function toStartError(cause: unknown): OperationalError {
    if (!isDirectory(cwd)) {
      return new OperationalError('not-a-repository', cwd, { cause });
    }
    const isMissing = cause instanceof Error && /\b(?:ENOENT|EACCES)\b/.test(cause.message);
    return new OperationalError(isMissing ? 'git-missing' : 'git-failed', program ?? '', { cause });
  }

  function start(args: readonly string[]): GitProcess {
    if (program === null) throw new OperationalError('git-missing');
    const child = launch(program, [...prefix, ...args]);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-KEPT_STDERR);
    });
    // A process that ends without reading all of its input is told by its exit code.
    child.stdin.on('error', () => undefined);
    const ended = new Promise<Omit<GitResult, 'stdout'>>((resolve, reject) => {
      child.on('error', (cause) => {
        reject(toStartError(cause));
      });
      child.on('close', (code, signal) => {
        resolve({
          exitCode: code ?? -1,
          stderr: signal === null ? stderr : `${stderr}\nkilled by ${signal}`,
        });
      });
    });
    return {
      input: child.stdin,
      output: child.stdout,
      ended,
      kill: () => {
        if (hasHelpers) killGroup(child);
        else child.kill('SIGKILL');
      },
      unref() {
        child.unref();
        for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref();
      },
    };
  }

  async function run(
    args: readonly string[],
    { input, okExitCodes = [0], toError, onOutput, timeout: most = timeout }: RunOptions = {},
  ) {
    const child = start(args);
    const clock = { late: false };
    const timer = setTimeout(() => {
      clock.late = true;
      child.kill();
    }, most);
    const chunks: Buffer[] = [];
    const refusals: unknown[] = [];
    const receive = onOutput ?? ((chunk: Buffer) => chunks.push(chunk));
    child.output.on('data', (chunk: Buffer) => {
      if (refusals.length > 0) return;
      try {
        receive(chunk);
      } catch (error) {
        refusals.push(error);
        child.kill();
      }
    });
    child.input.end(input);
    signal?.addEventListener('abort', child.kill);
    if (signal?.aborted === true) child.kill();
    try {
      const { exitCode, stderr } = await child.ended;
      if (clock.late) throw timedOut(args);
      if (refusals.length > 0) throw refusals[0];
      if (okExitCodes.includes(exitCode)) return { exitCode, stdout: Buffer.concat(chunks), stderr };
      throw toError?.(stderr) ?? failed(args, stderr);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', child.kill);
    }
  }

  return { run, start, timeout };
}

/** A detached process leads a group of its own (Node.js, `options.detached`); Windows has no groups. */
function killGroup(leader: ChildProcess): void {
  try {
    if (leader.pid !== undefined) kill(-leader.pid, 'SIGKILL');
  } catch {
    leader.kill('SIGKILL');
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

export const timedOut = (args: readonly string[]): OperationalError =>
  new OperationalError('git-timeout', subcommandOf(args));

/** `git-failed` with the subcommand and git's last word; all of it in the cause. */
export function failed(args: readonly string[], stderr: string): OperationalError {
  const lastLine = stderr.trimEnd().split('\n').at(-1) ?? '';
  return new OperationalError('git-failed', `${subcommandOf(args)}: ${lastLine}`.slice(0, 300), {
    cause: new Error(stderr),
  });
}

const subcommandOf = (args: readonly string[]): string => args.find((arg) => /^[a-z]/.test(arg)) ?? 'git';
