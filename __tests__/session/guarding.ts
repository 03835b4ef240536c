import { join } from 'node:path';
import type { Answer, Refusal } from '../../src/core/session/answer.js';
import { parseEvent } from '../../src/core/session/parse-event.js';
import { answerEvent } from '../../src/session/answer-event.js';
import { environment, type TestRepository } from '../support/repository.js';

export interface Call {
  readonly agent?: string | null;
  readonly agentId?: string;
  readonly cwd?: string;
  readonly tool?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly now?: Date;
}

/** The definition of an agent, as a file has it. */
export const aDefinition = (
  name: string,
  {
    owns = [],
    cannotTouch = [],
  }: { readonly owns?: readonly string[]; readonly cannotTouch?: readonly string[] },
): string =>
  [
    `---\nname: ${name}\ndescription: works\n---\n`,
    `## OWNS\n\n${owns.map((pattern) => `- \`${pattern}\``).join('\n')}\n`,
    `## CANNOT TOUCH\n\n${cannotTouch.map((pattern) => `- \`${pattern}\``).join('\n')}\n`,
  ].join('\n');

/** The answer to a call of a tool, as the client would send it. */
export async function answerCall(cwd: string, call: Call): Promise<Answer> {
  const { agent = 'backend-django', tool = 'Write', input = {}, fields = {} } = call;
  const event = parseEvent(
    JSON.stringify({
      hook_event_name: 'PreToolUse',
      session_id: 'session',
      cwd: call.cwd ?? cwd,
      tool_use_id: 'toolu_1',
      tool_name: tool,
      tool_input: input,
      ...(agent === null ? {} : { agent_type: agent, agent_id: call.agentId ?? 'a1' }),
      ...fields,
    }),
  );
  if (event === null) throw new Error('no event');
  return answerEvent(event, {
    environment: { ...environment, ...call.variables },
    now: call.now ?? new Date('2026-06-01T12:00:00Z'),
    program: null,
  });
}

/** What a write of a file is denied for: its code, or the kind of the refusal; nothing where it is not. */
export async function denialsOf(
  repository: Pick<TestRepository, 'directory'>,
  path: string,
  call: Call = {},
): Promise<readonly string[]> {
  const input = { file_path: path.startsWith('/') ? path : join(repository.directory, path), content: '' };
  const answer = await answerCall(repository.directory, { input, ...call });
  return refusalsOf(answer).map((refusal) => (refusal.kind === 'path' ? refusal.finding.code : refusal.kind));
}

export const refusalsOf = (answer: Answer): readonly Refusal[] =>
  answer.kind === 'deny' ? answer.refusals : [];
