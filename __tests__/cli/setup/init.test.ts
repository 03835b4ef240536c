import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ACTION, answering, aRepository, has, init, modeOf, read, run, SHA, snapshot } from './scenes.js';

const WORKFLOW = '.github/workflows/agent-ownership.yml';
const SETTINGS = '.claude/settings.json';

describe('init in a repository without any of it', () => {
  it('writes the workflow, the settings and the ignored directory', async () => {
    const repository = aRepository();
    const { exitCode, stdout } = await init(repository, '--uses', ACTION);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('+      - uses: acme/agent-ownership@v1');
    expect(parse(read(repository, WORKFLOW))).toEqual({
      name: 'Agent Ownership',
      on: {
        pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled'] },
        merge_group: null,
      },
      permissions: { contents: 'read', 'pull-requests': 'read' },
      jobs: { 'agent-ownership': { 'runs-on': 'ubuntu-latest', steps: [{ uses: ACTION }] } },
    });
    expect(JSON.parse(read(repository, SETTINGS))).toEqual({
      enabledPlugins: { 'agent-ownership@agent-ownership': true },
      extraKnownMarketplaces: {
        'agent-ownership': { source: { source: 'github', repo: 'acme/agent-ownership', ref: 'v1' } },
      },
    });
    expect(repository.git('check-ignore', '.claude/worktrees/x')).toBe('.claude/worktrees/x');
    expect(has(repository, '.git/hooks/pre-push')).toBe(false);
    expect(modeOf(repository, WORKFLOW)).toBe(0o644);
  });

  it('pins the action by SHA and the plugin by the version of it', async () => {
    const repository = aRepository();
    await init(repository, '--uses', `acme/agent-ownership@${SHA}#v1.2.3`);
    expect(read(repository, WORKFLOW)).toContain(`- uses: acme/agent-ownership@${SHA} # v1.2.3\n`);
    expect(read(repository, SETTINGS)).toContain('"ref": "v1.2.3"');
  });

  it('works from a directory below, and in a linked worktree', async () => {
    const repository = aRepository();
    const worktree = `${repository.directory}-linked`;
    repository.git('worktree', 'add', '-q', worktree);
    const linked = { directory: worktree };
    expect((await init({ directory: `${worktree}/apps` }, '--git-hooks')).exitCode).toBe(0);
    expect(has(linked, WORKFLOW)).toBe(true);
    expect(has(linked, `apps/${WORKFLOW}`)).toBe(false);
    expect(modeOf(repository, '.git/hooks/pre-push')).toBe(0o755);
    expect((await init(linked, '--remove')).exitCode).toBe(0);
    expect(has(repository, '.git/hooks/pre-push')).toBe(false);
  });

  it.each([
    ['no name', 'agent-ownership@v1'],
    ['no ref', 'acme/agent-ownership'],
    ['a SHA without its version', `acme/agent-ownership@${SHA}`],
    ['a shortened SHA', 'acme/agent-ownership@abcdef1'],
    ['YAML', 'acme/agent-ownership@v1\n  - run: x'],
    ['a comment', 'acme/agent-ownership@v1#v2'],
    ['a way out', '../x@v1'],
  ])('refuses %s after --uses', async (_, uses) => {
    const repository = aRepository();
    const before = snapshot(repository.directory);
    const { exitCode, stderr } = await init(repository, '--uses', uses);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[invalid-uses]');
    expect(snapshot(repository.directory)).toEqual(before);
  });
});

describe('init asks', () => {
  it('and changes nothing where nobody can answer', async () => {
    const repository = aRepository();
    const before = snapshot(repository.directory);
    expect((await run(repository, ['init'])).exitCode).toBe(2);
    expect((await run(repository, ['init', '--dry-run'])).exitCode).toBe(0);
    expect(snapshot(repository.directory)).toEqual(before);
  });

  it.each([
    [['n', ''], false, false],
    [['', 'y'], false, true],
    [['y', 'YES'], true, true],
    [['yes', 'nope'], false, false],
  ])('for hooks and changes: %j', async (answers, hooks, files) => {
    const repository = aRepository();
    const { overrides, questions } = answering(...answers);
    expect((await run(repository, ['init'], overrides)).exitCode).toBe(0);
    expect(questions).toHaveLength(2);
    expect(has(repository, WORKFLOW)).toBe(files);
    expect(has(repository, '.git/hooks/prepare-commit-msg')).toBe(hooks);
  });

  it('nothing where everything is in place', async () => {
    const repository = aRepository();
    await init(repository, '--git-hooks');
    const { overrides, questions } = answering();
    expect((await run(repository, ['init'], overrides)).exitCode).toBe(0);
    expect(questions).toEqual([]);
  });

  it('and writes nothing where a file was changed meanwhile', async () => {
    const repository = aRepository();
    const { exitCode, stderr } = await run(repository, ['init'], {
      isInteractive: true,
      ask: () => {
        repository.write('.gitignore', 'mine\n');
        return Promise.resolve('y');
      },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[changed-meanwhile]');
    expect(has(repository, WORKFLOW)).toBe(false);
    expect(has(repository, '.github')).toBe(false);
  });
});

describe('init finds', () => {
  it('a workflow that uses the action, and takes the plugin from the same copy', async () => {
    const repository = aRepository();
    const text = `on: pull_request\njobs: { check: { steps: [{ uses: other/agent-ownership@v7 }] } }\n`;
    repository.write('.github/workflows/checks.yaml', text);
    await init(repository);
    expect(has(repository, WORKFLOW)).toBe(false);
    expect(read(repository, '.github/workflows/checks.yaml')).toBe(text);
    expect(read(repository, SETTINGS)).toMatch(/"repo": "other\/agent-ownership",\s+"ref": "v7"/);
  });

  it('the version of a SHA in its comment, and refuses one without', async () => {
    const repository = aRepository();
    const workflow = (comment: string) =>
      `on: pull_request\njobs:\n  check:\n    steps:\n      - uses: acme/agent-ownership@${SHA}${comment}\n`;
    repository.write('.github/workflows/checks.yml', workflow(''));
    const { exitCode, stderr } = await init(repository);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[plugin-version-unknown]');
    repository.write('.github/workflows/checks.yml', workflow(' # v2.0.1'));
    expect((await init(repository)).exitCode).toBe(0);
    expect(read(repository, SETTINGS)).toContain('"ref": "v2.0.1"');
  });

  it('its own workflow and settings, and renews their version on request only', async () => {
    const repository = aRepository();
    await init(repository, '--uses', ACTION);
    const before = snapshot(repository.directory);
    await init(repository);
    expect(snapshot(repository.directory)).toEqual(before);
    await init(repository, '--uses', 'acme/agent-ownership@v2');
    expect(read(repository, WORKFLOW)).toContain('acme/agent-ownership@v2\n');
    expect(read(repository, SETTINGS)).toContain('"ref": "v2"');
  });

  it('a plugin that is switched off, and leaves it so', async () => {
    const repository = aRepository();
    repository.write(SETTINGS, '{ "enabledPlugins": { "agent-ownership@agent-ownership": false } }');
    const { stdout } = await init(repository, '--uses', ACTION);
    expect(stdout).toContain('switches the plugin off');
    expect(read(repository, SETTINGS)).toContain('"agent-ownership@agent-ownership": false');
  });

  it('what only this clone ignores, which is not enough', async () => {
    const repository = aRepository();
    repository.write('.git/info/exclude', '.claude/worktrees/\n');
    await init(repository);
    expect(read(repository, '.gitignore')).toContain('.claude/worktrees/\n');
  });
});
