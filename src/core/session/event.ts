/** Who acts: `agentType` is absent in the main thread unless it runs as an agent, `agentId` wherever no subagent acts. */
export interface Actor {
  readonly agentType: string | null;
  readonly agentId: string | null;
  readonly sessionId: string;
}

/** A tool that is called, with its arguments as the client sends them. */
export interface ToolCall {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The client's own name for this call; the same before and after it. */
  readonly id: string | null;
}

/** What every event tells. */
export interface Scene {
  readonly actor: Actor;
  /** The working directory of the session, absolute. */
  readonly cwd: string;
  /** Where the client keeps the conversation; `null` where it does not say. */
  readonly transcript: string | null;
}

export type BeforeTool = Scene & { readonly kind: 'before-tool'; readonly call: ToolCall };

export type AfterTool = Scene & {
  readonly kind: 'after-tool';
  readonly call: ToolCall;
  readonly failed: boolean;
  /** What the tool answered; its form is the tool's own. */
  readonly response: unknown;
};

export type AgentStarted = Scene & { readonly kind: 'agent-started' };

/** A subagent, or the session, is about to end; `repeated` where a hook has already kept it from that. */
export type Stopping = Scene & {
  readonly kind: 'agent-stopped' | 'session-stopped';
  readonly repeated: boolean;
};

/** An event of a session, as parsed from the client's hook payload. */
export type SessionEvent = BeforeTool | AfterTool | AgentStarted | Stopping;
