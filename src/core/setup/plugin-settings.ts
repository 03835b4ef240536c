import type { Refusal } from './plan.js';
import { SETTINGS_PATH } from './setup-facts.js';
import { editJson, isAmbiguous, isJsonObject, readJson, type JsonPath } from './json-text.js';
import type { Uses } from './uses.js';

/** The names in `.claude-plugin/marketplace.json` of this repository. */
const MARKETPLACE = 'agent-ownership';
export const PLUGIN = `agent-ownership@${MARKETPLACE}`;

const MARKETPLACES: JsonPath = ['extraKnownMarketplaces'];
const PLUGINS: JsonPath = ['enabledPlugins'];

/** What a settings file of Claude Code says about the plugin. */
export interface PluginState {
  /** `null` where it says nothing. */
  readonly enabled: boolean | null;
  readonly marketplace: unknown;
  readonly hooksDisabled: boolean;
}

export type SettingsReading =
  { readonly ok: true; readonly state: PluginState } | { readonly ok: false; readonly refusal: Refusal };

/** Reads what settings say of the plugin (code.claude.com/docs, "Claude Code settings"). */
export function readPluginState(text: string, path = SETTINGS_PATH): SettingsReading {
  const reading = readJson(text);
  if (!reading.ok) return { ok: false, refusal: { code: 'invalid-settings', path, line: reading.line } };
  const plugins = reading.data['enabledPlugins'] ?? {};
  const marketplaces = reading.data['extraKnownMarketplaces'] ?? {};
  for (const [key, value, name] of [
    ['enabledPlugins', plugins, PLUGIN],
    ['extraKnownMarketplaces', marketplaces, MARKETPLACE],
  ] as const) {
    if (!isJsonObject(value) || isAmbiguous(text, [key, name]))
      return { ok: false, refusal: { code: 'settings-shape', path, key } };
  }
  const enabled = isJsonObject(plugins) ? plugins[PLUGIN] : undefined;
  return {
    ok: true,
    state: {
      // A list is that of the versions which are enabled.
      enabled: enabled === undefined ? null : enabled !== false,
      marketplace: isJsonObject(marketplaces) ? marketplaces[MARKETPLACE] : undefined,
      hooksDisabled: reading.data['disableAllHooks'] === true,
    },
  };
}

/** A marketplace is taken at a branch or tag, never at a SHA: see `parseUses`. */
const toMarketplace = ({ repository, ref, version }: Uses) => ({
  source: { source: 'github', repo: repository, ref: version ?? ref },
});

/**
 * The settings with the plugin enabled. What they say of it already stays, unless `renew`; then the source is the given one.
 * The text must be one that `readPluginState` reads.
 */
export function enablePlugin(text: string | null, uses: Uses, renew: boolean): string {
  if (text === null) return createSettings(uses);
  const reading = readPluginState(text);
  if (!reading.ok) return text;
  const { enabled, marketplace } = reading.state;
  const wanted = toMarketplace(uses);
  const keeps = marketplace !== undefined && (!renew || isSameSource(marketplace, wanted));
  const known = keeps ? text : editJson(text, [...MARKETPLACES, MARKETPLACE], wanted);
  return enabled === null ? editJson(known, [...PLUGINS, PLUGIN], true) : known;
}

function isSameSource(marketplace: unknown, { source }: ReturnType<typeof toMarketplace>): boolean {
  const given = isJsonObject(marketplace) ? marketplace['source'] : undefined;
  return isJsonObject(given) && given['repo'] === source.repo && given['ref'] === source.ref;
}

/** A file of its own has its keys in another order than `enablePlugin` adds them, so that it is told from an edited one. */
const createSettings = (uses: Uses): string =>
  `${JSON.stringify({ enabledPlugins: { [PLUGIN]: true }, extraKnownMarketplaces: { [MARKETPLACE]: toMarketplace(uses) } }, null, 2)}\n`;

/** The settings without the plugin; `null` where there is nothing left of a file that `enablePlugin` made. */
export function disablePlugin(text: string): string | null {
  const reading = readJson(text);
  if (!reading.ok) return text;
  const [first] = Object.keys(reading.data);
  const rest = withoutKey(withoutKey(text, PLUGINS, PLUGIN), MARKETPLACES, MARKETPLACE);
  const left = readJson(rest);
  const isEmpty = left.ok && Object.keys(left.data).length === 0;
  return isEmpty && first === PLUGINS[0] && rest !== text ? null : rest;
}

/** With its parent, where that holds nothing else. */
function withoutKey(text: string, parent: JsonPath, key: string): string {
  const reading = readJson(text);
  const owner = reading.ok ? reading.data[parent.join('.')] : undefined;
  if (!isJsonObject(owner) || owner[key] === undefined) return text;
  return editJson(text, Object.keys(owner).length === 1 ? parent : [...parent, key], undefined);
}
