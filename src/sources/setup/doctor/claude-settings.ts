import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SettingsFile } from '../../../core/setup/doctor/diagnose-plugin.js';
import type { Environment } from '../../git/environment.js';

export interface ClaudeSettings {
  readonly files: readonly SettingsFile[];
  /** Whether the marketplace of that name has been fetched. */
  isKnown(marketplace: string): boolean;
}

/** The settings that hold for a repository, those that win first (code.claude.com/docs, "Claude Code settings"). */
export async function readClaudeSettings(
  environment: Environment,
  topLevel: string,
): Promise<ClaudeSettings> {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  const own = environment['CLAUDE_CONFIG_DIR'] ?? (home === undefined ? null : join(home, '.claude'));
  const files = await Promise.all(
    [
      ['.claude/settings.local.json', topLevel],
      ['.claude/settings.json', topLevel],
      ...(own === null ? [] : [['settings.json', own] as const]),
    ].map(async ([name = '', folder = '']) => ({
      path: folder === topLevel ? name : join(folder, name),
      text: await readText(join(folder, name)),
    })),
  );
  const known = own === null ? null : await readText(join(own, 'plugins/known_marketplaces.json'));
  return { files, isKnown: (marketplace) => known?.includes(`"${marketplace}"`) === true };
}

const readText = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
