import type { Actor, ToolCall } from '../core/session/event.js';
import { nameOf } from '../sources/journal/calls.js';

/** The name under which the journal knows a session, or one of its subagents. */
export const callerOf = ({ sessionId, agentId }: Actor): string => nameOf(sessionId, agentId ?? '');

/** The name of one call: the client gives it before and after, where it gives one at all. */
export const callNameOf = (actor: Actor, { id, tool }: ToolCall): string =>
  nameOf(actor.sessionId, actor.agentId ?? '', id ?? tool);
