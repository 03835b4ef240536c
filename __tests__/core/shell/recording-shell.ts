import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryDirectory } from '../../support/repository.js';

export interface Recording {
  /** The arguments of each call of git, in order. */
  readonly calls: readonly (readonly string[])[];
  readonly status: number | null;
  readonly stdout: string;
}

/** Gives a text to a real shell, in which `git` notes its arguments and does nothing, and few other programs are there. */
export function createRecordingShell(): (shell: string, text: string) => Recording {
  const programs = temporaryDirectory();
  const log = join(programs, 'log');
  for (const name of ['cat', 'env', 'nice', 'nohup', 'tail', 'timeout'])
    symlinkSync(`/usr/bin/${name}`, join(programs, name));
  const note = `{ printf '%s\\0' "$@"; printf '\\1'; } >> '${log}'`;
  writeFileSync(join(programs, 'git'), `#!/bin/sh\n${note}\n`, { mode: 0o755 });
  const directory = join(temporaryDirectory(), 'work');
  return (shell, text) => {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(join(directory, 'src'), { recursive: true });
    for (const name of ['a.txt', 'src/a.ts', 'src/b.ts']) writeFileSync(join(directory, name), '');
    writeFileSync(log, '');
    const { status, stdout } = spawnSync(`/bin/${shell}`, ['-c', text, shell, '--amend', '--', '-x y'], {
      cwd: directory,
      encoding: 'utf8',
      env: { PATH: programs, message: 'from a variable', ARGS: '--amend -- x', empty: '' },
      input: 'from the input\n',
      timeout: 10_000,
    });
    const calls = readFileSync(log, 'utf8').split('\u0001').slice(0, -1);
    return { calls: calls.map((call) => call.split('\0').slice(0, -1)), status, stdout };
  };
}
