import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { anAgentProject } from '../support/agent-project.js';
import { aHome, describeWithClaudeCode, runClaudeCode, runClient } from '../support/claude-code.js';
import { delegate, write } from '../support/model-turns.js';
import { AGENTS, placeOf, PLUGIN, playScene } from '../support/plugin-scene.js';
import { temporaryDirectory } from '../support/repository.js';

const MARKETPLACE = join(import.meta.dirname, '../..');

const SCRIPT = {
  main: [delegate('backend-django')],
  'backend-django': [write('migrations/1.sql'), write('apps/a.py')],
};

describeWithClaudeCode('takes the plugin from the marketplace of this repository', (client) => {
  it.each([
    ['the plugin', PLUGIN],
    ['the marketplace', MARKETPLACE],
  ])('finds nothing to complain of in %s', async (_, folder) => {
    const args = ['plugin', 'validate', '--strict', folder];
    const { exitCode, stdout } = await runClient({ client, directory: temporaryDirectory(), args });
    expect(stdout).toContain('Validation passed');
    expect(exitCode).toBe(0);
  });

  it('installs it, and what it copied works alone', async () => {
    const repository = anAgentProject({ agents: AGENTS });
    const home = aHome(repository.directory);
    const claude = async (...args: string[]): Promise<number | null> =>
      (await runClient({ client, directory: repository.directory, home, args })).exitCode;
    expect(await claude('plugin', 'marketplace', 'add', MARKETPLACE)).toBe(0);
    expect(await claude('plugin', 'install', 'agent-ownership@agent-ownership')).toBe(0);

    const installed = await playScene({ client, repository, home, plugins: [], script: SCRIPT });
    expect(installed.told('backend-django')[0]).toContain(placeOf('backend-django'));

    const versions = join(home, '.claude/plugins/cache/agent-ownership/agent-ownership');
    const copy = join(versions, readdirSync(versions)[0] ?? '');
    const alone = await playScene({ client, plugins: [copy], script: SCRIPT });
    expect(alone.told('backend-django')[0]).toContain(placeOf('backend-django'));
    expect([alone.has('migrations/1.sql'), alone.has('apps/a.py')]).toEqual([false, true]);
  });

  it('loads it where the project’s settings enable it', async () => {
    const repository = anAgentProject({ agents: AGENTS });
    const settings = {
      permissions: { allow: ['Bash', 'Write'] },
      extraKnownMarketplaces: {
        'agent-ownership': { source: { source: 'directory', path: MARKETPLACE } },
      },
      enabledPlugins: { 'agent-ownership@agent-ownership': true },
    };
    repository.write('.claude/settings.json', JSON.stringify(settings)).commit();
    const home = aHome(repository.directory);
    // Claude Code 2.1.197 knows the plugin in its first session, but runs its hooks only from the second on.
    await runClaudeCode({ client, directory: repository.directory, home, script: {} });
    const scene = await playScene({ client, repository, home, plugins: [], script: SCRIPT });
    expect(scene.told('backend-django')[0]).toContain(placeOf('backend-django'));
  });
});
