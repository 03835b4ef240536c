import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool, BeforeTool } from '../core/session/event.js';
import { toFields } from '../core/session/parse-event.js';
import { noteDelegation, type Delegated } from '../sources/session/delegations.js';
import type { Bearings } from './bearings.js';

/** Whether a tool starts an agent; `Task` is its older name. */
export const startsAgent = (tool: string): boolean => tool === 'Agent' || tool === 'Task';

/** Before an agent is started: notes by whose rules it works where it has none of its own. */
export async function beforeDelegation(event: BeforeTool, bearings: Bearings): Promise<Answer> {
  const { id } = event.call;
  return id === null ? ABSTAIN : note(event, { call: id }, bearings);
}

/** After an agent was started: the same under the agent's own name, which the client tells only now. */
export async function afterDelegation(event: AfterTool, bearings: Bearings): Promise<Answer> {
  const agentId = toFields(event.response)?.['agentId'];
  return typeof agentId === 'string' ? note(event, { agentId }, bearings) : ABSTAIN;
}

async function note(
  { actor }: BeforeTool | AfterTool,
  delegated: Delegated,
  bearings: Bearings,
): Promise<Answer> {
  const bound = await bearings.agent();
  if (bound !== null) {
    const { agent } = bound;
    noteDelegation(bearings.place.commonDir, actor.sessionId, delegated, {
      agentType: agent.name,
      now: bearings.now,
    });
  }
  return ABSTAIN;
}
