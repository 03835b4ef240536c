import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from './repository.js';

/** What a hook is given on its standard input, as far as this product relies on it. */
export interface Payload {
  readonly hook_event_name: string;
  readonly session_id: string;
  readonly transcript_path: string;
  readonly cwd: string;
  readonly agent_id?: string;
  readonly agent_type?: string;
  readonly tool_name?: string;
  readonly tool_input?: Readonly<Record<string, unknown>>;
  readonly tool_use_id?: string;
  readonly tool_response?: Readonly<Record<string, unknown>>;
  readonly stop_hook_active?: boolean;
}

export interface ProbePlugin {
  readonly folder: string;
  /** What its hooks were given so far. */
  payloads(): readonly Payload[];
}

const KEEP = `
import { appendFileSync, readFileSync } from 'node:fs';
appendFileSync(process.env.CLAUDE_PLUGIN_ROOT + '/payloads', readFileSync(0, 'utf8').trim() + '\\n');
`;

const EVENTS = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'SubagentStart',
  'SubagentStop',
  'Stop',
] as const;

/** A plugin whose hooks keep what they are given, and answer nothing. */
export function aProbePlugin(): ProbePlugin {
  const folder = aPlugin(
    Object.fromEntries(EVENTS.map((event) => [event, [{ command: 'node "$CLAUDE_PLUGIN_ROOT/keep.mjs"' }]])),
  );
  writeFileSync(join(folder, 'keep.mjs'), KEEP);
  return {
    folder,
    payloads: () =>
      readFileSync(join(folder, 'payloads'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Payload),
  };
}

interface Hook {
  readonly command: string;
  readonly timeout?: number;
  readonly onFailure?: 'block';
}

/** A plugin with these hooks and nothing else. Blanks in its path are part of the test. */
export function aPlugin(hooks: Readonly<Record<string, readonly Hook[]>>): string {
  const folder = join(temporaryDirectory(), 'a plugin');
  mkdirSync(join(folder, '.claude-plugin'), { recursive: true });
  mkdirSync(join(folder, 'hooks'));
  writeFileSync(
    join(folder, '.claude-plugin/plugin.json'),
    JSON.stringify({ name: 'probe', version: '1.0.0', description: 'Looks at hooks' }),
  );
  const entries = Object.entries(hooks).map(([event, list]) => [
    event,
    [{ hooks: list.map((hook) => ({ type: 'command', ...hook })) }],
  ]);
  writeFileSync(
    join(folder, 'hooks/hooks.json'),
    JSON.stringify({ hooks: Object.fromEntries(entries) as unknown }),
  );
  return folder;
}
