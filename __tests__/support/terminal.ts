import { tmpdir } from 'node:os';
import { main } from '../../src/cli/main.js';
import type { Terminal } from '../../src/cli/terminal.js';

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from its sources in a folder, on a terminal of values: no colour, no width, unless given. */
export async function runMain(
  directory: string,
  args: readonly string[],
  overrides: Partial<Terminal> = {},
): Promise<Output> {
  let stdout = '';
  let stderr = '';
  const exitCode = await main(args, {
    workingDirectory: directory,
    temporaryDirectory: tmpdir(),
    environment: { PATH: process.env['PATH'] },
    nodePath: process.execPath,
    nodeVersion: process.version,
    programUrl: import.meta.url,
    colour: false,
    columns: null,
    now: () => new Date('2026-11-22T12:00:00Z'),
    write: (text) => {
      stdout += text;
    },
    writeError: (text) => {
      stderr += text;
    },
    isInteractive: false,
    ask: () => Promise.reject(new Error('Nobody is there to ask.')),
    readInput: () => Promise.resolve(''),
    ...overrides,
  });
  return { exitCode, stdout, stderr };
}
