import type { Answer } from '../core/session/answer.js';
import type { SessionEvent } from '../core/session/event.js';

/**
 * What a hook prints for the client (Claude Code, "Hooks reference", JSON output). Silence is an empty object, so that a
 * program which printed nothing cannot be taken for one that had nothing to say.
 */
export async function toHookOutput(answer: Answer, event: SessionEvent | null): Promise<string> {
  return `${JSON.stringify(await toOutput(answer, event))}\n`;
}

async function toOutput(answer: Answer, event: SessionEvent | null): Promise<object> {
  switch (answer.kind) {
    case 'abstain':
      return {};
    case 'rewrite':
      return { hookSpecificOutput: { hookEventName: 'PreToolUse', updatedInput: answer.input } };
    case 'deny': {
      const commits = answer.refusals.flatMap((refusal) =>
        refusal.kind === 'commit' ? [refusal.finding] : [],
      );
      if (commits.length > 0) return denial((await import('./verify-words.js')).describeWork(commits));
      const { describeRefusals } = await import('./session-words.js');
      return denial(describeRefusals(answer.refusals));
    }
    case 'tell': {
      const { describeWork } = await import('./verify-words.js');
      return telling(describeWork(answer.findings), event);
    }
  }
}

const denial = (reason: string): object => ({
  hookSpecificOutput: {
    hookEventName: 'PreToolUse',
    permissionDecision: 'deny',
    permissionDecisionReason: reason,
  },
});

/** After a tool the agent reads it beside the result; at a stop it goes on because of it. */
function telling(words: string, event: SessionEvent | null): object {
  if (event?.kind !== 'after-tool') return { decision: 'block', reason: words };
  const hookEventName = event.failed ? 'PostToolUseFailure' : 'PostToolUse';
  return { hookSpecificOutput: { hookEventName, additionalContext: words } };
}
