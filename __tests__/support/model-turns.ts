/** A call of one of the client’s tools, as the model makes it. */
export interface ToolCall {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One answer of the model: a text, which ends its work, or the tools that it calls. */
export type Answer = string | ToolCall | readonly ToolCall[];

/** An answer, or one that depends on what the model was just told. */
export type Turn = Answer | ((told: string) => Answer | Promise<Answer>);

/** What each agent answers, turn by turn; `main` is the main thread of a client that runs as no agent. */
export type Script = Readonly<Record<string, readonly Turn[]>>;

export const MAIN = 'main';

/** The line by which the server knows who asks. It stands in the body of a definition, or in the task of an agent without one. */
export const introduce = (name: string): string => `You are the agent <${name}>.`;

const INTRODUCTION = /You are the agent <([^>]+)>\./;

/** The agent that a system prompt or a task introduces. */
export const introduced = (text: string): string | null => INTRODUCTION.exec(text)?.[1] ?? null;

/** Starts an agent and waits for it. */
export function delegate(agent: string, input: Readonly<Record<string, unknown>> = {}): ToolCall {
  return {
    tool: 'Agent',
    input: {
      subagent_type: agent,
      description: 'a task',
      prompt: 'Do your part.',
      run_in_background: false,
      ...input,
    },
  };
}

export const write = (path: string, content = `${path}\n`): ToolCall => ({
  tool: 'Write',
  input: { file_path: path, content },
});

export const bash = (command: string, input: Readonly<Record<string, unknown>> = {}): ToolCall => ({
  tool: 'Bash',
  input: { command, ...input },
});

export const read = (path: string): ToolCall => ({ tool: 'Read', input: { file_path: path } });
