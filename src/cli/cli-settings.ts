import { dayOf } from '../check/day.js';
import { usualSettings, type Settings } from '../check/settings.js';
import type { ConfigOptions } from './options.js';
import { toRepoPath } from './repo-path.js';
import type { Terminal } from './terminal.js';

/** What the command line says about how to judge. Throws `path-outside`. */
export function toSettings(
  { config }: ConfigOptions,
  topLevel: string | null,
  { workingDirectory, now }: Pick<Terminal, 'workingDirectory' | 'now'>,
): Settings {
  const settings = usualSettings(dayOf(now()));
  if (config === undefined) return settings;
  return { ...settings, config: toRepoPath(config, topLevel ?? workingDirectory, workingDirectory) };
}
