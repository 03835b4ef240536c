import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { SessionEvent } from '../core/session/event.js';
import type { Environment } from '../sources/git/environment.js';
import type { Bearings } from './bearings.js';

/** The world as a session's events meet it. */
export interface Surroundings {
  readonly environment: Environment;
  readonly now: Date;
}

/**
 * Answers one event of a session. Each kind of work is loaded when it is called for: a write does not wait for what only a
 * shell command needs.
 */
export async function answerEvent(event: SessionEvent, surroundings: Surroundings): Promise<Answer> {
  const bearings = await takeBearings(event, surroundings);
  if (bearings === null) return ABSTAIN;
  switch (event.kind) {
    case 'before-tool':
      if (event.call.tool !== 'Bash') return ABSTAIN;
      return (await import('./shell-calls.js')).beforeShell(event, bearings, (directory) => takeBearings({ ...event, cwd: directory }, surroundings));
    case 'after-tool':
      if (event.call.tool === 'Bash') return (await import('./shell-calls.js')).afterShell(event, bearings);
      return (await import('./file-writes.js')).afterWrite(event, bearings);
    case 'agent-started':
      return ABSTAIN;
    case 'agent-stopped':
    case 'session-stopped':
      return (await import('./stops.js')).onStop(event, bearings);
  }
}

/** `null` outside of a working tree. */
const takeBearings = (_event: SessionEvent, _surroundings: Surroundings): Promise<Bearings | null> =>
  Promise.resolve(null);
