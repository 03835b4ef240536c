import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HookRun, StartedHooks } from '../../../core/setup/doctor/diagnose-hooks.js';
import { HOOK_NAMES } from '../../../core/setup/setup-facts.js';
import type { Git } from '../../git/run.js';

/** What stands where git looks for hooks. `git` has to be the user's own, at the top of the working tree. */
export async function readStartedHooks(git: Git): Promise<StartedHooks> {
  const { stdout } = await git.run(['rev-parse', '--path-format=absolute', '--git-path', 'hooks']);
  const directory = stdout.toString('utf8').slice(0, -1);
  const files = await Promise.all(
    HOOK_NAMES.map(async (hook) => [hook, await stateOf(join(directory, hook))] as const),
  );
  return { directory, files: Object.fromEntries(files) as StartedHooks['files'] };
}

async function stateOf(file: string): Promise<StartedHooks['files']['pre-push']> {
  const can = (mode: number): Promise<boolean> =>
    access(file, mode).then(
      () => true,
      () => false,
    );
  if (!(await can(constants.F_OK))) return 'absent';
  return (await can(constants.X_OK)) ? 'executable' : 'not-executable';
}

const MESSAGE = 'A message of no commit\n';

/**
 * Has git start `prepare-commit-msg` on a message in a folder of its own, as for a commit, and looks for the trailer. `git`
 * has to be the user's own with the agent's name in `AGENT_NAME`. Never rejects.
 */
export async function runHook(git: Git, temporaryDirectory: string, trailer: string): Promise<HookRun> {
  const folder = await mkdtemp(join(temporaryDirectory, 'agent-ownership-doctor-'));
  const file = join(folder, 'COMMIT_EDITMSG');
  try {
    await writeFile(file, MESSAGE);
    await git.run(['hook', 'run', 'prepare-commit-msg', '--', file, 'message']);
    const lines = (await readFile(file, 'utf8')).split('\n');
    return { kind: lines.includes(trailer) ? 'stamped' : 'silent' };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
