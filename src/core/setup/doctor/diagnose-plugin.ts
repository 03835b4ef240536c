import { isJsonObject } from '../json-text.js';
import { readPluginState, type PluginState } from '../plugin-settings.js';
import { diagnose, type Diagnosis } from './diagnosis.js';

/** Settings of Claude Code, those that win first: local, project, user. */
export interface SettingsFile {
  readonly path: string;
  /** `null` where there is no such file. */
  readonly text: string | null;
}

/** Whether Claude Code starts the plugin here. `isKnown`: whether it has fetched the marketplace already. */
export function diagnosePlugin(files: readonly SettingsFile[], isKnown: boolean): readonly Diagnosis[] {
  const states: (PluginState & { readonly path: string })[] = [];
  for (const { path, text } of files) {
    if (text === null) continue;
    const reading = readPluginState(text, path);
    if (!reading.ok) return [diagnose('plugin', 'settings-unreadable', path)];
    states.push({ ...reading.state, path });
  }
  const said = states.find(({ enabled }) => enabled !== null);
  const blocked = states.find(({ hooksDisabled }) => hooksDisabled);
  const hooks =
    blocked === undefined
      ? diagnose('claude-hooks', 'hooks-on')
      : diagnose('claude-hooks', 'hooks-disabled', blocked.path);
  if (said === undefined) return [diagnose('plugin', 'plugin-absent'), hooks];
  if (said.enabled === false) return [diagnose('plugin', 'plugin-off', said.path), hooks];
  const hasSource = isKnown || states.some(({ marketplace }) => marketplace !== undefined);
  const code = hasSource ? 'plugin-enabled' : 'marketplace-unknown';
  return [diagnose('plugin', code, said.path), hooks];
}

/** What a hook of the plugin said. */
export interface HookAnswer {
  readonly exitCode: number | null;
  readonly stdout: string;
}

/** Whether a made-up forbidden write was denied (code.claude.com/docs, "Hooks reference"). */
export function diagnoseHookAnswer({ exitCode, stdout }: HookAnswer): Diagnosis {
  if (exitCode !== 0) return diagnose('plugin-hook', 'plugin-fails', String(exitCode));
  return diagnose('plugin-hook', isDenial(stdout) ? 'plugin-denies' : 'plugin-lets-through');
}

function isDenial(stdout: string): boolean {
  try {
    const answer: unknown = JSON.parse(stdout);
    const output = isJsonObject(answer) ? answer['hookSpecificOutput'] : undefined;
    return isJsonObject(output) && output['permissionDecision'] === 'deny';
  } catch {
    return false;
  }
}
