import { readFile } from 'node:fs/promises';
import { OperationalError } from '../operational-error.js';
import type { Environment } from '../sources/git/environment.js';
import type { EventContext } from './toolkit.js';

/**
 * The event of this run, as the toolkit gives it. The toolkit takes a missing event file for an empty event and throws while
 * it loads where the file is broken, so the file is looked at first. Throws `unreadable-event` with the file's name.
 */
export async function loadEvent(
  environment: Environment,
  loadContext: () => Promise<EventContext>,
): Promise<EventContext> {
  const file = environment['GITHUB_EVENT_PATH'];
  if (!file) throw new OperationalError('unreadable-event', 'GITHUB_EVENT_PATH');
  try {
    JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new OperationalError('unreadable-event', file, { cause });
  }
  return loadContext();
}
