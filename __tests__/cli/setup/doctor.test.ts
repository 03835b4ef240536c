import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { runDoctor } from '../../../src/cli/commands/doctor.js';
import type { AskHook } from '../../../src/cli/examine.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { environment, temporaryDirectory, type TestRepository } from '../../support/repository.js';
import { ACTION, aRepository, init, read, run, SHA, snapshot } from './scenes.js';

interface Check {
  readonly check: string;
  readonly state: string;
  readonly code: string;
  readonly values: readonly string[];
  readonly message: string;
}

const PINNED = `acme/agent-ownership@${SHA}#v1.2.3`;
const WORKFLOW = '.github/workflows/agent-ownership.yml';
const SETTINGS = '.claude/settings.json';

async function doctor(repository: Pick<TestRepository, 'directory'>, overrides: Partial<Terminal> = {}) {
  const { exitCode, stdout, stderr } = await run(repository, ['doctor', '--format', 'json'], overrides);
  expect(stderr).toBe('');
  const { checks, healthy } = JSON.parse(stdout) as { checks: readonly Check[]; healthy: boolean };
  expect(healthy).toBe(exitCode === 0);
  const of = (name: string) => checks.filter(({ check }) => check === name).map(({ code }) => code);
  return { exitCode, checks, of };
}

async function healthy(): Promise<TestRepository> {
  const repository = aRepository();
  await init(repository, '--uses', PINNED);
  return repository;
}

const edit = (repository: TestRepository, path: string, from: string | RegExp, to: string) => {
  const before = read(repository, path);
  expect(before.replace(from, to)).not.toBe(before);
  return repository.write(path, before.replace(from, to));
};

describe('doctor', () => {
  it('finds all missing where nothing is set up, and changes nothing', async () => {
    const repository = aRepository();
    const before = snapshot(repository.directory);
    const { exitCode, of } = await doctor(repository);
    expect(exitCode).toBe(1);
    expect([of('workflow'), of('plugin'), of('worktrees'), of('git-hooks')]).toEqual([
      ['no-workflow'],
      ['plugin-absent'],
      ['worktrees-seen'],
      ['git-hooks-absent'],
    ]);
    expect(snapshot(repository.directory)).toEqual(before);
  });

  it('is content with what init writes', async () => {
    const { exitCode, checks } = await doctor(await healthy());
    expect(checks.filter(({ state }) => state !== 'ok' && state !== 'unknown')).toEqual([]);
    expect(exitCode).toBe(0);
  });

  const FAULTS: readonly (readonly [code: string, state: string, spoil: (r: TestRepository) => unknown])[] = [
    ['types-missing', 'warning', (r) => edit(r, WORKFLOW, ', edited', '')],
    ['event-missing', 'wrong', (r) => edit(r, WORKFLOW, ', synchronize', '')],
    ['event-missing', 'wrong', (r) => edit(r, WORKFLOW, 'pull_request:', 'push:')],
    ['merge-group-missing', 'warning', (r) => edit(r, WORKFLOW, '  merge_group:\n', '')],
    ['paths-filter', 'wrong', (r) => edit(r, WORKFLOW, '    types', '    paths: [src/**]\n    types')],
    [
      'paths-filter',
      'wrong',
      (r) => edit(r, WORKFLOW, '    types', '    paths-ignore: [docs/**]\n    types'),
    ],
    [
      'job-conditional',
      'wrong',
      (r) => edit(r, WORKFLOW, '    runs-on', '    if: github.actor\n    runs-on'),
    ],
    ['job-conditional', 'wrong', (r) => edit(r, WORKFLOW, '      - uses', '      - if: false\n        uses')],
    ['permissions-unset', 'warning', (r) => edit(r, WORKFLOW, /permissions:\n.*\n.*\n/, '')],
    ['permission-missing', 'wrong', (r) => edit(r, WORKFLOW, /permissions:\n.*\n.*\n/, 'permissions: {}\n')],
    ['permission-missing', 'wrong', (r) => edit(r, WORKFLOW, / {2}pull-requests.*\n/, '')],
    ['permissions-wide', 'warning', (r) => edit(r, WORKFLOW, 'contents: read', 'contents: write')],
    [
      'permissions-wide',
      'warning',
      (r) => edit(r, WORKFLOW, /permissions:\n.*\n.*\n/, 'permissions: write-all\n'),
    ],
    ['not-pinned', 'warning', (r) => edit(r, WORKFLOW, SHA, 'v1')],
    ['workflow-unreadable', 'wrong', (r) => edit(r, WORKFLOW, 'name: Agent', 'name: "Agent')],
    ['plugin-off', 'wrong', (r) => edit(r, SETTINGS, 'true', 'false')],
    [
      'plugin-off',
      'wrong',
      (r) =>
        r.write(
          '.claude/settings.local.json',
          '{"enabledPlugins":{"agent-ownership@agent-ownership":false}}',
        ),
    ],
    ['settings-unreadable', 'wrong', (r) => r.write('.claude/settings.local.json', '{')],
    ['hooks-disabled', 'wrong', (r) => r.write('.claude/settings.local.json', '{"disableAllHooks":true}')],
    [
      'marketplace-unknown',
      'warning',
      (r) => r.write(SETTINGS, '{"enabledPlugins":{"agent-ownership@agent-ownership":true}}'),
    ],
    ['worktrees-seen', 'missing', (r) => r.remove('.gitignore')],
    ['no-definitions', 'missing', (r) => r.remove('.claude/agents')],
    ['lint-errors', 'wrong', (r) => r.write('.claude/agents/x.md', '---\nname: x\n## CANNOT TOUCH\n- a\n')],
    ['lint-errors', 'wrong', (r) => r.write('.github/agent-ownership.yml', 'modes: enforce\n')],
  ];

  it.each(FAULTS)('says %s (%s)', async (code, state, spoil) => {
    const repository = await healthy();
    spoil(repository);
    const { exitCode, checks } = await doctor(repository);
    expect(checks.filter((check) => check.code === code).map((check) => check.state)).toEqual([state]);
    expect(exitCode).toBe(state === 'warning' ? 0 : 1);
  });

  it('reads the permissions of the job before those of the workflow', async () => {
    const repository = await healthy();
    edit(repository, WORKFLOW, '    runs-on', '    permissions: { contents: read }\n    runs-on');
    expect((await doctor(repository)).of('permissions')).toEqual(['permission-missing']);
  });

  it('finds the plugin in the settings of the user', async () => {
    const repository = aRepository();
    const home = temporaryDirectory();
    mkdirSync(join(home, '.claude'));
    await init(repository, '--uses', ACTION);
    writeFileSync(join(home, '.claude/settings.json'), read(repository, SETTINGS));
    repository.remove(SETTINGS);
    const { of } = await doctor(repository, { environment: { ...environment, HOME: home } });
    expect(of('plugin')).toEqual(['plugin-enabled']);
  });

  it('refuses a Node.js that is too old', async () => {
    const { exitCode, of } = await doctor(await healthy(), { nodeVersion: 'v18.20.0' });
    expect([exitCode, of('node')]).toEqual([1, ['node-too-old']]);
  });

  it('cannot look where there is no repository', async () => {
    const { exitCode, stderr } = await run({ directory: temporaryDirectory() }, ['doctor']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[not-a-repository]');
  });

  it('shows nothing hostile raw', async () => {
    const repository = await healthy();
    edit(repository, WORKFLOW, '- uses', '- if: x\n        uses');
    edit(repository, WORKFLOW, '  agent-ownership:', '  "::error::\\e[31m":');
    const { stdout } = await run(repository, ['doctor']);
    expect(stdout).toContain(String.raw`\u{1B}[31m`);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/^\s*::/m);
  });
});

/** A program in the place of ours that does to the message what the code says. */
async function withHooks(repository: TestRepository, code: string): Promise<void> {
  const file = join(temporaryDirectory(), 'program.mjs');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';\nconst [, , , , file] = process.argv;\n${code}\n`,
  );
  const programUrl = pathToFileURL(file).href;
  expect((await run(repository, ['init', '--yes', '--git-hooks'], { programUrl })).exitCode).toBe(0);
}

const STAMP = "appendFileSync(file, '\\nAgent: ' + process.env.AGENT_NAME + '\\n');";

describe('doctor tries the git hook', () => {
  it.each([
    ['git-hook-stamps', STAMP],
    ['git-hook-silent', ''],
    ['git-hook-silent', "appendFileSync(file, '\\nAgent: somebody\\n');"],
    ['git-hook-fails', 'process.exit(3);'],
  ])('%s', async (code, program) => {
    const repository = await healthy();
    await withHooks(repository, program);
    const before = snapshot(repository.directory);
    const { exitCode, of } = await doctor(repository);
    expect([of('git-hooks'), of('git-hook')]).toEqual([['git-hooks-installed'], [code]]);
    expect(exitCode).toBe(code === 'git-hook-stamps' ? 0 : 1);
    expect(snapshot(repository.directory)).toEqual(before);
  });

  it('in the place where git looks: another than where it was installed', async () => {
    const repository = await healthy();
    await withHooks(repository, STAMP);
    repository.git('config', 'core.hooksPath', '.githooks');
    expect((await doctor(repository)).of('git-hooks')).toEqual(['git-hooks-absent']);
  });

  it.each([
    ['git-hook-missing', (r: TestRepository) => r.remove('.git/hooks/pre-push')],
    [
      'git-hook-not-executable',
      (r: TestRepository) => {
        chmodSync(join(r.directory, '.git/hooks/pre-push'), 0o644);
      },
    ],
  ])('%s', async (code, spoil) => {
    const repository = await healthy();
    await withHooks(repository, STAMP);
    spoil(repository);
    const { exitCode, of } = await doctor(repository);
    expect([exitCode, of('git-hooks'), of('git-hook')]).toEqual([1, [code], []]);
  });

  it.each([
    ['husky', (r: TestRepository) => r.write('.husky/pre-commit', 'true\n')],
    ['lefthook', (r: TestRepository) => r.write('lefthook.yml', '# ours\n')],
  ])('says that git does not look into %s yet', async (_, arrange) => {
    const repository = await healthy();
    arrange(repository);
    await init(repository, '--git-hooks');
    expect((await doctor(repository)).of('git-hooks')).toEqual(['git-hook-missing']);
  });

  it('in the name of an agent that is committed or staged, which is nobody before that', async () => {
    const repository = await healthy();
    await withHooks(repository, STAMP);
    repository.git('update-ref', '-d', 'HEAD');
    repository.git('rm', '-rq', '--cached', '.');
    const { exitCode, of } = await doctor(repository);
    expect([exitCode, of('git-hook')]).toEqual([0, ['nobody-to-stamp']]);
    repository.git('add', '.claude/agents');
    expect((await doctor(repository)).of('git-hook')).toEqual(['git-hook-stamps']);
  });

  it('starts no hook in which we have no part', async () => {
    const repository = await healthy();
    repository.write('.git/hooks/prepare-commit-msg', `#!/bin/sh\ntouch '${repository.directory}/ran'\n`);
    repository.setExecutable('.git/hooks/prepare-commit-msg', true);
    await doctor(repository);
    expect(snapshot(repository.directory).some((line) => line.startsWith('ran '))).toBe(false);
  });
});

describe('doctor asks the plugin’s hook', () => {
  const deny = (permissionDecision: string) =>
    JSON.stringify({ hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision } });

  it.each([
    ['plugin-denies', 0, deny('deny')],
    ['plugin-lets-through', 0, deny('ask')],
    ['plugin-lets-through', 0, ''],
    ['plugin-fails', 2, ''],
    ['plugin-fails', 1, deny('deny')],
  ])('about a forbidden write: %s', async (code, exitCode, stdout) => {
    const repository = await healthy();
    const payloads: unknown[] = [];
    const askHook: AskHook = (payload) => {
      payloads.push(JSON.parse(payload));
      return Promise.resolve({ exitCode, stdout });
    };
    let output = '';
    await runDoctor(
      { format: 'json' },
      { ...terminal(repository), write: (text) => (output += text) },
      askHook,
    );
    expect(output).toContain(`"code": "${code}"`);
    expect(payloads).toEqual([
      expect.objectContaining({
        hook_event_name: 'PreToolUse',
        agent_type: 'backend-django',
        tool_name: 'Write',
        tool_input: { file_path: join(repository.directory, 'apps/blog/models.py'), content: '' },
      }),
    ]);
  });

  it.each([
    ['mode: report-only'],
    ['severity: { forbidden-path: warning }'],
    ['agents: { backend-django: { severity: { forbidden-path: "off" } } }'],
    ['shared: [apps/**]'],
    ['waivers: [{ agent: backend-django, path: apps/**, reason: agreed, until: 2027-01-31 }]'],
  ])('nothing where the check would not fail: %s', async (config) => {
    const repository = await healthy();
    repository.write('.github/agent-ownership.yml', `${config}\n`);
    const { of } = await doctor(repository);
    expect([of('definitions'), of('plugin-hook')]).toEqual([['definitions-found'], ['nothing-to-ask']]);
    repository.remove('.github/agent-ownership.yml');
    expect((await doctor(repository)).of('plugin-hook')).toEqual(['plugin-denies']);
  });

  it('about another file where the policy opens the first', async () => {
    const repository = await healthy();
    repository.write('.github/agent-ownership.yml', 'shared: [apps/blog/**]\n').write('apps/shop/models.py');
    expect((await doctor(repository)).of('plugin-hook')).toEqual(['plugin-denies']);
  });

  it('nothing where nothing is forbidden', async () => {
    const repository = await healthy();
    repository.remove('apps');
    expect((await doctor(repository)).of('plugin-hook')).toEqual(['nothing-to-ask']);
  });
});

const terminal = ({ directory }: TestRepository): Terminal => ({
  workingDirectory: directory,
  temporaryDirectory: temporaryDirectory(),
  environment: { ...environment, HOME: directory },
  nodePath: process.execPath,
  nodeVersion: process.version,
  programUrl: import.meta.url,
  colour: false,
  columns: null,
  isInteractive: false,
  now: () => new Date('2026-11-22T12:00:00Z'),
  write: () => undefined,
  writeError: () => undefined,
  ask: () => Promise.resolve(''),
  readInput: () => Promise.resolve(''),
});
