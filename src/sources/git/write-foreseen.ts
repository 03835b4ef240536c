import { resolve } from 'node:path';
import type { StagingPlan, Taking } from '../../core/journal/staging-plan.js';
import type { Git } from './run.js';

export interface ForeseeOptions {
  /** Has a copy of the index, and writes objects into a directory of our own (`copyIndex`). */
  readonly git: Git;
  readonly plan: StagingPlan;
  /** Where the command starts. */
  readonly workingDirectory: string;
  /** Where the commit is made. */
  readonly directory: string;
}

/** Makes the copy of the index what the real one will be when the commit is made. Rejects with `git-failed` where a step does. */
export async function stageForeseen({
  git,
  plan,
  workingDirectory,
  directory,
}: ForeseeOptions): Promise<void> {
  for (const step of plan.steps) {
    await git.run(['-C', resolve(workingDirectory, ...step.directory), ...step.args]);
  }
  await take(git, directory, plan.taking);
}

async function take(git: Git, directory: string, taking: Taking): Promise<void> {
  const at = ['-C', directory];
  switch (taking.kind) {
    case 'staged':
      return;
    case 'all':
      await git.run([...at, 'add', '--update', '--', ':/']);
      return;
    case 'paths':
      await git.run([...at, 'add', '--update', '--', ...taking.pathspecs]);
      if (taking.only) await keepOnly(git, directory, taking.pathspecs);
  }
}

const RAW = [
  'diff-index',
  '--cached',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--ignore-submodules=none',
];

/** HEAD with the named paths as the index has them. */
async function keepOnly(git: Git, directory: string, pathspecs: readonly string[]): Promise<void> {
  const { stdout } = await git.run(['-C', directory, ...RAW, 'HEAD', '--', ...pathspecs]);
  await git.run(['read-tree', 'HEAD']);
  await git.run(['update-index', '-z', '--index-info'], { input: toIndexInfo(stdout) });
}

/** `:<mode> <mode> <object> <object> <status> NUL <path> NUL` → `<mode> SP <object> TAB <path> NUL` (git-update-index(1)). */
function toIndexInfo(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let position = 0; position < raw.length;) {
    const headerEnd = raw.indexOf(0, position);
    const pathEnd = raw.indexOf(0, headerEnd + 1);
    const [, mode = '', , oid = ''] = raw.toString('latin1', position + 1, headerEnd).split(' ');
    parts.push(Buffer.from(`${mode} ${oid}\t`), raw.subarray(headerEnd + 1, pathEnd + 1));
    position = pathEnd + 1;
  }
  return Buffer.concat(parts);
}
