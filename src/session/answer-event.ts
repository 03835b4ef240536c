import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { SessionEvent } from '../core/session/event.js';
import { isWriter } from '../core/session/written-paths.js';
import type { Bearings, Surroundings } from './bearings.js';

/**
 * Answers one event of a session. Each kind of work is loaded when it is called for: a person's write loads nothing, and an
 * agent's does not wait for what only a shell command needs.
 */
export async function answerEvent(event: SessionEvent, surroundings: Surroundings): Promise<Answer> {
  switch (event.kind) {
    case 'before-tool':
      if (isWriter(event.call.tool)) {
        if (event.actor.agentType === null) return ABSTAIN;
        return (await import('./guard.js')).beforeWrite(event, surroundings);
      }
      break;
    case 'after-tool':
    case 'agent-stopped':
    case 'session-stopped':
      break;
    case 'agent-started':
      return ABSTAIN;
  }
  const { takeBearingsAt } = await import('./take-bearings.js');
  const bearings = takeBearingsAt(event.cwd, event, surroundings);
  return bearings === null ? ABSTAIN : answerIn(bearings, event);
}

async function answerIn(bearings: Bearings, event: SessionEvent): Promise<Answer> {
  switch (event.kind) {
    case 'before-tool': {
      if (event.call.tool === 'Bash') return (await import('./shell-calls.js')).beforeShell(event, bearings);
      const { beforeDelegation, startsAgent } = await import('./delegation.js');
      return startsAgent(event.call.tool) ? beforeDelegation(event, bearings) : ABSTAIN;
    }
    case 'after-tool': {
      if (event.call.tool === 'Bash') return (await import('./shell-calls.js')).afterShell(event, bearings);
      if (isWriter(event.call.tool)) return (await import('./file-writes.js')).afterWrite(event, bearings);
      const { afterDelegation, startsAgent } = await import('./delegation.js');
      return startsAgent(event.call.tool) ? afterDelegation(event, bearings) : ABSTAIN;
    }
    case 'agent-started':
      return ABSTAIN;
    case 'agent-stopped':
    case 'session-stopped':
      return (await import('./stops.js')).onStop(event, bearings);
  }
}
