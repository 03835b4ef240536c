import type { Actor, Scene, SessionEvent, ToolCall } from './event.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what the client sends to a hook (Claude Code, "Hooks reference"). `null` for whatever is no event that is answered:
 * an unknown one, and anything that is not of the form that it has.
 */
export function parseEvent(payload: string): SessionEvent | null {
  const fields = toFields(parseJson(payload));
  if (fields === null) return null;
  const { cwd } = fields;
  if (typeof cwd !== 'string' || cwd === '') return null;
  const scene: Scene = { actor: toActor(fields), cwd, transcript: textOf(fields, 'transcript_path') };
  const repeated = fields['stop_hook_active'] === true;
  switch (fields['hook_event_name']) {
    case 'PreToolUse':
      return withCall(fields, (call) => ({ kind: 'before-tool', ...scene, call }));
    case 'PostToolUse':
    case 'PostToolUseFailure': {
      const failed = fields['hook_event_name'] === 'PostToolUseFailure';
      const response = fields['tool_response'] ?? null;
      return withCall(fields, (call) => ({ kind: 'after-tool', ...scene, call, failed, response }));
    }
    case 'SubagentStart':
      return { kind: 'agent-started', ...scene };
    case 'SubagentStop':
      return { kind: 'agent-stopped', ...scene, repeated };
    case 'Stop':
      return { kind: 'session-stopped', ...scene, repeated };
    default:
      return null;
  }
}

const toActor = (fields: Fields): Actor => ({
  agentType: textOf(fields, 'agent_type'),
  agentId: textOf(fields, 'agent_id'),
  sessionId: textOf(fields, 'session_id') ?? '',
});

function withCall(fields: Fields, build: (call: ToolCall) => SessionEvent): SessionEvent | null {
  const tool = textOf(fields, 'tool_name');
  const input = toFields(fields['tool_input']);
  return tool === null || input === null ? null : build({ tool, input, id: textOf(fields, 'tool_use_id') });
}

function textOf(fields: Fields, key: string): string | null {
  const value = fields[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Whether a value is a JSON object, as such. */
export const toFields = (value: unknown): Fields | null =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Fields | null) : null;

/** `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
