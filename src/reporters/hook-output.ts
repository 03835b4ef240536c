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
      const others = answer.refusals.filter(({ kind }) => kind !== 'commit');
      const words: string[] = [];
      if (commits.length > 0) words.push((await import('./verify-words.js')).describeWork(commits));
      if (others.length > 0) words.push((await import('./session-words.js')).describeRefusals(others));
      return denial(words.join('\n\n'));
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

/** Beside a tool the agent reads it with the result; at a stop it goes on because of it. */
function telling(words: string, event: SessionEvent | null): object {
  if (event?.kind === 'before-tool') {
    return { hookSpecificOutput: { hookEventName: 'PreToolUse', additionalContext: words } };
  }
  if (event?.kind !== 'after-tool') return { decision: 'block', reason: words };
  const hookEventName = event.failed ? 'PostToolUseFailure' : 'PostToolUse';
  return { hookSpecificOutput: { hookEventName, additionalContext: words } };
}
