import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readNotes } from '../../src/sources/journal/notes.js';
import { environment } from '../support/repository.js';
import { createSession } from '../support/session.js';

/** The hook as it is built and committed. */
const HOOK = join(import.meta.dirname, '../../plugin/hook/index.js');
const WRITERS = 50;

/** What the client says after a write, to a process of its own. */
function runHook(directory: string, path: string): Promise<string> {
  return new Promise((settle, reject) => {
    const hook = spawn(process.execPath, [HOOK], {
      cwd: directory,
      env: { ...environment, HOME: directory },
    });
    const printed: string[] = [];
    hook.stdout.on('data', (data: Buffer) => printed.push(data.toString()));
    hook.on('error', reject);
    hook.on('close', () => {
      settle(printed.join(''));
    });
    hook.stdin.end(
      JSON.stringify({
        session_id: 'session',
        cwd: directory,
        agent_id: `id-${path}`,
        agent_type: 'backend-django',
        hook_event_name: 'PostToolUse',
        tool_name: 'Write',
        tool_use_id: `call-${path}`,
        tool_input: { file_path: join(directory, path), content: path },
        tool_response: {},
      }),
    );
  });
}

it('loses no note where many hooks write at the same time', async () => {
  const { repository } = createSession();
  const paths = Array.from({ length: WRITERS }, (_, index) => `api/${String(index)}.py`);
  for (const path of paths) repository.write(path, path);
  const answers = await Promise.all(paths.map((path) => runHook(repository.directory, path)));
  expect(new Set(answers)).toEqual(new Set(['{}\n']));
  const gitDir = join(repository.directory, '.git');
  const { notes, unreadable } = await readNotes(gitDir);
  expect(unreadable).toBe(0);
  expect(notes.flatMap(({ changes }) => changes.map(({ path }) => path)).sort()).toEqual([...paths].sort());
  const left = readdirSync(join(gitDir, 'agent-ownership/notes'));
  expect(left.filter((name) => !/^\d{14}-[\da-f]{16}\.json$/.test(name))).toEqual([]);
}, 120_000);
