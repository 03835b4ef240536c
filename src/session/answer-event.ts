import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool, BeforeTool, SessionEvent } from '../core/session/event.js';
import { commandOf } from '../core/session/shell-text.js';
import { isWriter } from '../core/session/written-paths.js';
import { mayCommit } from '../core/shell/may-commit.js';
import type { Bearings, BearingsAt, Surroundings } from './bearings.js';

/**
 * Answers one event of a session. Each kind of work is loaded when it is called for: a person's write loads nothing, and an
 * agent's does not wait for what only a shell command needs.
 */
export async function answerEvent(event: SessionEvent, surroundings: Surroundings): Promise<Answer> {
  switch (event.kind) {
    case 'before-tool':
      if (isNobodysShell(event)) return ABSTAIN;
      if (isWriter(event.call.tool)) {
        if (event.actor.agentType === null) return ABSTAIN;
        return (await import('./guard.js')).beforeWrite(event, surroundings);
      }
      break;
    case 'after-tool':
      if (isNobodysShell(event)) return ABSTAIN;
      break;
    case 'agent-stopped':
    case 'session-stopped':
      break;
    case 'agent-started':
      return ABSTAIN;
  }
  const { takeBearingsAt } = await import('./take-bearings.js');
  const bearings = takeBearingsAt(event.cwd, event, surroundings);
  if (bearings === null) return ABSTAIN;
  return answerIn(bearings, event, (directory) => takeBearingsAt(directory, event, surroundings));
}

/** A person's shell is no concern of ours as long as it does not commit: nothing is loaded for it. */
const isNobodysShell = ({ actor, call }: BeforeTool | AfterTool): boolean =>
  call.tool === 'Bash' && actor.agentType === null && !mayCommit(commandOf(call));

async function answerIn(bearings: Bearings, event: SessionEvent, bearingsAt: BearingsAt): Promise<Answer> {
  switch (event.kind) {
    case 'before-tool': {
      if (event.call.tool === 'Bash') {
        return (await import('./shell-calls.js')).beforeShell(event, bearings, bearingsAt);
      }
      const { beforeDelegation, startsAgent } = await import('./delegation.js');
      return startsAgent(event.call.tool) ? beforeDelegation(event, bearings) : ABSTAIN;
    }
    case 'after-tool': {
      if (event.call.tool === 'Bash') return (await import('./shell-calls.js')).afterShell(event, bearings);
      if (isWriter(event.call.tool))
        return (await import('./file-writes.js')).afterWrite(event, bearings, bearingsAt);
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
