import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';
import { startModelServer, type ModelServer } from './model-server.js';
import type { Script } from './model-turns.js';
import { environment as outer, temporaryDirectory } from './repository.js';

const CLIENTS = [
  ['the newest Claude Code', 'AGENT_OWNERSHIP_CLAUDE'],
  ['an older Claude Code', 'AGENT_OWNERSHIP_CLAUDE_OLDER'],
] as const;

/**
 * Describes scenes for each version of the real client. Their executables’ paths are in two variables of the environment,
 * for no package.json should ask for 400 MB; where one is not set, its scenes are skipped.
 */
export function describeWithClaudeCode(title: string, scenes: (client: string) => void): void {
  describe.each(CLIENTS)(`%s (%s): ${title}`, (_, variable) => {
    const client = process.env[variable];
    if (client === undefined || client === '')
      describe.skip(`${variable} is not set`, () => {
        scenes('');
      });
    else scenes(client);
  });
}

export interface ClientRun {
  readonly client: string;
  readonly directory: string;
  readonly script: Script;
  readonly plugins?: readonly string[];
  readonly args?: readonly string[];
  /** Programs of the usual ones that the client’s PATH lacks. */
  readonly without?: readonly string[];
  /** Variables for the client and what it starts. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The client’s home, where an earlier run’s is to be used again. */
  readonly home?: string;
}

export interface ClientSession extends Pick<ModelServer, 'told' | 'outside'> {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** The messages of `--output-format stream-json`. */
  readonly messages: readonly Readonly<Record<string, unknown>>[];
}

/** Runs the client in print mode, offline, with a script in place of the model. */
export async function runClaudeCode(run: ClientRun): Promise<ClientSession> {
  const server = await startModelServer(run.script);
  const plugins = (run.plugins ?? []).flatMap((folder) => ['--plugin-dir', folder]);
  const { exitCode, stdout, stderr } = await runClient({
    ...run,
    args: [
      ...['-p', 'Do it.', '--output-format', 'stream-json', '--verbose', '--permission-mode', 'default'],
      ...plugins,
      ...(run.args ?? []),
    ],
    url: server.url,
  });
  if (server.faults.length > 0) throw server.faults[0];
  const messages = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { told: (agent) => server.told(agent), outside: server.outside, exitCode, stderr, messages };
}

interface Command extends Omit<ClientRun, 'script' | 'plugins'> {
  /** The only host that there is; without it the client must do without any. */
  readonly url?: string;
}

/** Runs the client with any arguments: nothing of this process’s environment, a home of its own, no way out of this machine. */
export function runClient({
  client,
  directory,
  args = [],
  without = [],
  environment = {},
  home = aHome(directory),
  url = 'http://127.0.0.1:9',
}: Command): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(client, args, {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: aPath(without),
      HOME: home,
      TMPDIR: home,
      ANTHROPIC_BASE_URL: url,
      ANTHROPIC_API_KEY: 'nobody',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
      DISABLE_ERROR_REPORTING: '1',
      DISABLE_TELEMETRY: '1',
      HTTP_PROXY: url,
      HTTPS_PROXY: url,
      NO_PROXY: '127.0.0.1',
      ...environment,
    },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 50_000);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** A home whose owner has told the client to trust the folder, and git who they are. */
export function aHome(directory: string): string {
  const home = temporaryDirectory();
  const projects = { [directory]: { hasTrustDialogAccepted: true } };
  writeFileSync(join(home, '.claude.json'), JSON.stringify({ projects }));
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = Developer\n\temail = developer@example.com\n');
  return home;
}

const PROGRAMS = [
  ...['bash', 'cat', 'chmod', 'cp', 'cut', 'date', 'dirname', 'env', 'false', 'find', 'git', 'grep', 'head'],
  ...['ls', 'mkdir', 'mktemp', 'mv', 'pwd', 'readlink', 'rm', 'sed', 'sh', 'sleep', 'sort', 'tail', 'touch'],
  ...['tr', 'true', 'uname', 'wc'],
];

/** A folder with links to the few programs that a developer surely has. */
function aPath(without: readonly string[]): string {
  const folder = join(temporaryDirectory(), 'bin');
  mkdirSync(folder);
  const wanted = ['node', ...PROGRAMS].filter((program) => !without.includes(program));
  for (const program of wanted)
    symlinkSync(program === 'node' ? process.execPath : locate(program), join(folder, program));
  return folder;
}

function locate(program: string): string {
  const folders = (outer.PATH ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${program} is not on the PATH.`);
  return found;
}
