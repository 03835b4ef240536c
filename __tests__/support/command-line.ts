import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const CLI_BUNDLE = join(import.meta.dirname, '../../dist/cli/index.js');

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs the built command line in a folder, with no more of this process’s environment than `PATH`. */
export function runCommandLine(
  directory: string,
  args: readonly string[],
  { input = '', environment = {} }: Options = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI_BUNDLE, ...args], {
    cwd: directory,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
  return { exitCode: status, stdout, stderr };
}
