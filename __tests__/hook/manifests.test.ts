import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { VERSION } from '../../src/version.js';

const ROOT = join(import.meta.dirname, '../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

it('the plugin has the version of the package', () => {
  expect(readJson('package.json')).toMatchObject({ version: VERSION });
  expect(readJson('plugin/.claude-plugin/plugin.json')).toMatchObject({
    name: 'agent-ownership',
    version: VERSION,
  });
});

it('the marketplace offers the plugin where it lies', () => {
  const { plugins } = readJson('.claude-plugin/marketplace.json') as {
    plugins: readonly { source: string }[];
  };
  expect(plugins.map(({ source }) => existsSync(join(ROOT, source, '.claude-plugin/plugin.json')))).toEqual([
    true,
  ]);
});

it('every hook is the wrapper, in a role that it has, with time to spare for its own deadline', () => {
  const { hooks } = readJson('plugin/hooks/hooks.json') as {
    hooks: Readonly<Record<string, readonly { hooks: readonly { command: string; timeout: number }[] }[]>>;
  };
  const all = Object.values(hooks).flatMap((entries) => entries.flatMap((entry) => entry.hooks));
  expect(all.length).toBeGreaterThan(5);
  for (const { command, timeout } of all) {
    expect(command).toMatch(/^sh "\$\{CLAUDE_PLUGIN_ROOT\}\/hooks\/run\.sh" (?:guard|stamp|watch)$/);
    expect(timeout).toBeGreaterThanOrEqual(30);
  }
});
