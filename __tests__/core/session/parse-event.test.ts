import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEvent } from '../../../src/core/session/parse-event.js';

const COMMON = { session_id: 's', transcript_path: '/t/s.jsonl', cwd: '/repo', permission_mode: 'default' };
const CALL = { tool_name: 'Write', tool_input: { file_path: '/repo/a' }, tool_use_id: 'toolu_1' };
const SCENE = {
  actor: { agentType: null, agentId: null, sessionId: 's' },
  cwd: '/repo',
  transcript: '/t/s.jsonl',
};
const PARSED_CALL = { tool: 'Write', input: { file_path: '/repo/a' }, id: 'toolu_1' };

describe('the payload of a hook', () => {
  it.each([
    ['PreToolUse', CALL, { kind: 'before-tool', call: PARSED_CALL }],
    [
      'PostToolUse',
      { ...CALL, tool_response: 'ok' },
      { kind: 'after-tool', call: PARSED_CALL, failed: false, response: 'ok' },
    ],
    [
      'PostToolUseFailure',
      { ...CALL, error: 'Exit code 1' },
      { kind: 'after-tool', call: PARSED_CALL, failed: true, response: null },
    ],
    ['SubagentStart', {}, { kind: 'agent-started' }],
    ['SubagentStop', { stop_hook_active: true }, { kind: 'agent-stopped', repeated: true }],
    ['Stop', { stop_hook_active: false }, { kind: 'session-stopped', repeated: false }],
  ])('is an event: %s', (hook_event_name, fields, expected) => {
    const payload = JSON.stringify({ ...COMMON, hook_event_name, ...fields });
    expect(parseEvent(payload)).toEqual({ ...SCENE, ...expected });
  });

  it('says who acts', () => {
    const payload = {
      ...COMMON,
      ...CALL,
      hook_event_name: 'PreToolUse',
      agent_id: 'a1',
      agent_type: 'database',
    };
    expect(parseEvent(JSON.stringify(payload))?.actor).toEqual({
      agentType: 'database',
      agentId: 'a1',
      sessionId: 's',
    });
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['blank', ' \t'],
    ['no text', 7],
  ])('says nothing of who acts where the fields are %s', (_, value) => {
    const fields = { agent_id: value, agent_type: value, session_id: value, transcript_path: value };
    const payload = { ...COMMON, ...fields, hook_event_name: 'Stop' };
    expect(parseEvent(JSON.stringify(payload))).toEqual({
      kind: 'session-stopped',
      actor: { agentType: null, agentId: null, sessionId: '' },
      cwd: '/repo',
      transcript: null,
      repeated: false,
    });
  });

  it('may begin with a byte order mark', () => {
    const payload = JSON.stringify({ ...COMMON, hook_event_name: 'Stop' });
    expect(parseEvent(`\uFEFF${payload}`)).toEqual(parseEvent(payload));
  });

  it.each([
    ['an unknown event', JSON.stringify({ ...COMMON, hook_event_name: 'Notification' })],
    ['no event', JSON.stringify(COMMON)],
    ['no working directory', JSON.stringify({ ...CALL, hook_event_name: 'PreToolUse' })],
    ['an empty working directory', JSON.stringify({ ...COMMON, cwd: '', hook_event_name: 'Stop' })],
    ['a tool without a name', JSON.stringify({ ...COMMON, hook_event_name: 'PreToolUse', tool_input: {} })],
    [
      'a tool without input',
      JSON.stringify({ ...COMMON, hook_event_name: 'PreToolUse', tool_name: 'Write' }),
    ],
    [
      'input that is a list',
      JSON.stringify({ ...COMMON, hook_event_name: 'PreToolUse', tool_name: 'Write', tool_input: [] }),
    ],
    [
      'input that is nothing',
      JSON.stringify({ ...COMMON, hook_event_name: 'PreToolUse', tool_name: 'Write', tool_input: null }),
    ],
    ['null', 'null'],
    ['a list', '[]'],
    ['nothing', ''],
    ['no JSON', '{"hook_event_name": "PreToolUse"'],
  ])('is left alone where it is %s', (_, payload) => {
    expect(parseEvent(payload)).toBeNull();
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (payload) => {
        expect(() => parseEvent(payload)).not.toThrow();
      }),
    );
  });
});
