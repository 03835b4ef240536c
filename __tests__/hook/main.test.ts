import { describe, expect, it } from '@jest/globals';
import { main } from '../../src/hook/main.js';
import { environment } from '../support/repository.js';

const surroundings = { environment, now: new Date('2026-11-30T12:00:00Z'), program: null };

describe('main', () => {
  it.each(['{}', 'null', '7', '{"hook_event_name":"Notification","cwd":"/"}'])(
    'has nothing to say to %s',
    async (payload) => {
      expect(JSON.parse(await main(payload, surroundings))).toEqual({});
    },
  );

  it.each(['', 'no JSON', '{"hook_event_name":"PreToolUse","agent_type":"backend-django","tool_inp'])(
    'does not take %j for an event that nobody asked about',
    async (payload) => {
      await expect(main(payload, surroundings)).rejects.toThrow(SyntaxError);
    },
  );
});
