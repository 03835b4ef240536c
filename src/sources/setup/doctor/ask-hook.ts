import { spawn } from 'node:child_process';
import type { HookAnswer } from '../../../core/setup/doctor/diagnose-plugin.js';
import type { Environment } from '../../git/environment.js';

const TEN_SECONDS = 10_000;

/**
 * Starts the plugin’s hook as Claude Code does before a write, with the payload on its standard input, and has it keep nothing
 * in the repository. Never rejects.
 */
export function askHook(script: string, payload: string, environment: Environment): Promise<HookAnswer> {
  return new Promise((resolve) => {
    const env = { ...environment, AGENT_OWNERSHIP_CACHE: 'off' };
    const child = spawn('sh', [script, 'guard'], { env, timeout: TEN_SECONDS });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.resume();
    child.stdin.on('error', () => undefined).end(payload);
    child.on('error', () => {
      resolve({ exitCode: null, stdout });
    });
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout });
    });
  });
}
