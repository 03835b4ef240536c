import { readFile, stat } from 'node:fs/promises';
import { OperationalError } from '../operational-error.js';
import type { Environment } from '../sources/git/environment.js';

/** The event that started the run. */
export interface RunEvent {
  readonly name: string;
  /** Unchecked JSON. */
  readonly payload: unknown;
}

/** The event of this run, from the file that the runner names. Throws `unreadable-event` with the file's name. */
export async function loadEvent(environment: Environment): Promise<RunEvent> {
  const file = environment['GITHUB_EVENT_PATH'];
  if (!file) throw new OperationalError('unreadable-event', 'GITHUB_EVENT_PATH');
  try {
    // A pipe need not end, nor a device.
    if (!(await stat(file)).isFile()) throw new Error('no regular file');
    const payload: unknown = JSON.parse(await readFile(file, 'utf8'));
    return { name: environment['GITHUB_EVENT_NAME'] ?? '', payload };
  } catch (cause) {
    throw new OperationalError('unreadable-event', file, { cause });
  }
}
