import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryDirectory } from '../support/repository.js';

const PLUGIN = join(import.meta.dirname, '../../plugin');
const SHELLS = [
  ['sh'],
  ['dash'],
  ['bash'],
  ['bash', '--posix'],
  ['busybox', 'sh'],
  ['zsh', '--emulate', 'sh'],
];

const isThere = ([program = '']: readonly string[]): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A repository with one definition, and a wrapper beside a program of the test. */
interface Scene {
  readonly repository: string;
  readonly temporary: string;
  readonly run: (options?: Options) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

interface Options {
  readonly shell?: readonly string[];
  readonly role?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** `program` takes the place of the built hook. */
function createScene(program: string): Scene {
  const folder = temporaryDirectory();
  const repository = join(folder, 'my repository');
  const temporary = join(folder, 'temporary');
  const plugin = join(folder, 'the plugin');
  mkdirSync(join(repository, '.claude/agents/deep'), { recursive: true });
  mkdirSync(join(repository, 'apps/blog'), { recursive: true });
  mkdirSync(temporary);
  execFileSync('git', ['init', '-q'], { cwd: repository });
  writeFileSync(
    join(repository, '.claude/agents/deep/some.md'),
    '---\nname: Backend Django # ours\n---\n## CANNOT TOUCH\n- x/**\n',
  );
  writeFileSync(join(repository, '.claude/agents/testing.md'), '---\ndescription: x\n---\n');
  mkdirSync(join(plugin, 'hook'), { recursive: true });
  cpSync(join(PLUGIN, 'hooks'), join(plugin, 'hooks'), { recursive: true });
  writeFileSync(join(plugin, 'hook/package.json'), '{"type":"module"}');
  writeFileSync(join(plugin, 'hook/index.js'), program);
  return {
    repository,
    temporary,
    run({ shell = ['sh'], role = 'guard', fields = {}, variables = {} } = {}) {
      const [command = 'sh', ...args] = shell;
      const payload = {
        session_id: 's',
        transcript_path: join(folder, 's.jsonl'),
        cwd: join(repository, 'apps'),
        agent_id: 'a1',
        agent_type: 'backend-django',
        hook_event_name: 'PreToolUse',
        tool_name: 'Write',
        tool_input: { file_path: join(repository, 'apps/blog/a.py'), content: 'x' },
        ...fields,
      };
      return spawnSync(command, [...args, join(plugin, 'hooks/run.sh'), role], {
        input: JSON.stringify(payload),
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: temporary, ...variables },
        timeout: 50_000,
      });
    },
  };
}

const READS = "import { readFileSync } from 'node:fs'; const payload = JSON.parse(readFileSync(0, 'utf8'));";
const DENIAL = '{"hookSpecificOutput":{"permissionDecision":"deny"}}';
const ABSTAINS = `${READS} console.log('{}');`;
const DENIES = `${READS} console.log('${DENIAL}');`;
const HANGS = 'setInterval(() => {}, 1000);';

const FAILURES: readonly (readonly [string, string])[] = [
  ['a crash', 'throw new Error("x");'],
  ['a program that is no JavaScript', 'this is no program'],
  ['garbage', `${READS} console.log('garbage');`],
  ['garbage behind an answer', `${READS} console.log('{}\\ngarbage');`],
  ['silence', READS],
  ['an answer with another exit status', `${READS} console.log('{}'); process.exitCode = 3;`],
  ['a kill', "process.kill(process.pid, 'SIGKILL');"],
];

const nameOf = (shell: readonly string[]): string =>
  `${shell.join(' ')}${isThere(shell) ? '' : ' (skipped: it is not installed here)'}`;

describe.each(SHELLS.map((shell) => [nameOf(shell), shell] as const))('in %s', (_, shell) => {
  const test = isThere(shell) ? it : it.skip;

  test('a clean answer is handed on', () => {
    expect(createScene(DENIES).run({ shell })).toMatchObject({
      status: 0,
      stdout: `${DENIAL}\n`,
      stderr: '',
    });
  });

  test('nothing to say is silence', () => {
    const { run, temporary } = createScene(ABSTAINS);
    expect(run({ shell })).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each(FAILURES)('%s blocks an agent that is bound, and nobody else', (_name, program) => {
    const { run, temporary } = createScene(program);
    const bound = run({ shell });
    expect(bound.status).toBe(2);
    expect(bound.stderr).toMatch(/^agent-ownership could not judge this call: .*backend-django cannot touch/);
    expect(bound.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run({ shell, fields: { agent_type: 'general-purpose' } })).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(run({ shell, fields: { agent_type: undefined, agent_id: undefined } })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a program that hangs is ended in time, with all that was started for it', () => {
    const { run } = createScene(HANGS);
    const started = Date.now();
    const result = run({ shell, variables: { AGENT_OWNERSHIP_DEADLINE: '1' } });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  test('a program that hangs does not keep a person waiting', () => {
    const { run } = createScene(HANGS);
    const started = Date.now();
    const fields = {
      agent_type: undefined,
      tool_input: { file_path: '/a', content: '"agent_type":"backend-django"' },
    };
    expect(run({ shell, fields })).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  test('a missing Node blocks', () => {
    const { run } = createScene(ABSTAINS);
    const variables = { AGENT_OWNERSHIP_NODE: '/nowhere/node' };
    expect(run({ shell, variables }).stderr).toContain('node is not found');
    expect(run({ shell, variables }).status).toBe(2);
    expect(run({ shell, variables, fields: { agent_type: 'Explore' } }).status).toBe(0);
  });

  test('a payload of 10 MB arrives whole', () => {
    const { run } = createScene(
      `${READS} console.log(JSON.stringify({ n: payload.tool_input.content.length }));`,
    );
    const fields = { tool_input: { file_path: '/a', content: '"agent_type":"x" \\'.repeat(600_000) } };
    expect(run({ shell, fields }).stdout).toBe('{"n":10800000}\n');
  });
});

describe('who is bound when the program fails', () => {
  let scene: Scene;
  beforeAll(() => {
    scene = createScene('throw new Error("x");');
  });

  it.each([
    ['by another spelling', { agent_type: 'BACKEND_django' }, 2],
    ['behind the name of a plugin', { agent_type: 'team:backend-django' }, 2],
    ['by the name of the file', { agent_type: 'testing' }, 2],
    [
      'by a name that stands in a text only',
      { agent_type: 'Explore', tool_input: { content: '"agent_type":"testing"' } },
      0,
    ],
    [
      'by an argument of a tool only',
      {
        agent_type: undefined,
        tool_input: { agent_type: 'testing', x: [{ tool_use_id: 'y' }] },
        tool_use_id: 't',
      },
      0,
    ],
    ['outside of a repository', { cwd: '/', tool_input: { file_path: '/x' } }, 0],
  ])('%s', (_, fields, status) => {
    expect(scene.run({ fields }).status).toBe(status);
  });

  it('is so in a directory below, by a definition below', () => {
    const directory = join(scene.repository, 'packages/api/.claude/agents');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'api.md'), '---\nname: api\n---\n');
    const file_path = join(scene.repository, 'packages/api/src/x');
    expect(scene.run({ fields: { agent_type: 'api', tool_input: { file_path } } }).status).toBe(2);
    expect(scene.run({ fields: { agent_type: 'api' } }).status).toBe(0);
    execFileSync('git', ['add', '-A'], { cwd: scene.repository });
    expect(scene.run({ fields: { agent_type: 'api' } }).status).toBe(2);
  });

  it('is so by whom it was started', () => {
    const notes = join(scene.repository, '.git/agent-ownership/delegations/s');
    mkdirSync(notes, { recursive: true });
    writeFileSync(join(notes, 'agent-child'), 'backend-django');
    const fields = { agent_type: 'general-purpose', agent_id: 'child' };
    expect(scene.run({ fields }).status).toBe(2);
    expect(scene.run({ fields: { ...fields, agent_id: 'other' } }).status).toBe(0);
  });

  it.each([
    ['stamp', 'git commit -m x', 2],
    ['stamp', 'ls', 0],
    ['watch', 'git commit -m x', 0],
  ])('matters to %s of %s: %d', (role, command, status) => {
    expect(scene.run({ role, fields: { tool_name: 'Bash', tool_input: { command } } }).status).toBe(status);
  });

  it('never hands on what a name could do to a terminal or a shell', () => {
    const { stderr, status } = scene.run({
      fields: { agent_type: 'testing', cwd: `${scene.repository}/$(touch x)/\`y\`` },
    });
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/[$`]\(|touch x/);
    expect(readdirSync(scene.repository)).not.toContain('x');
  });
});

/** A folder of programs that stand in front of those of the system. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryDirectory();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return folder;
}

describe('what the environment lacks', () => {
  const person = { agent_type: undefined, agent_id: undefined, tool_input: { agent_type: 'testing' } };

  it('is another place for temporary files', () => {
    const { run } = createScene(DENIES);
    expect(run({ variables: { TMPDIR: '/nowhere' } }).stdout).toBe(`${DENIAL}\n`);
  });

  it('is any place for temporary files: blocks who is bound, and nobody else', () => {
    const { run } = createScene(DENIES);
    const variables = { PATH: `${programs({ mktemp: 'exit 1' })}:${process.env['PATH'] ?? ''}` };
    const bound = run({ variables });
    expect(bound.status).toBe(2);
    expect(bound.stderr).toContain('no temporary file can be written. What backend-django cannot touch');
    expect(run({ variables, fields: { agent_type: 'Explore' } })).toMatchObject({ status: 0, stderr: '' });
    expect(run({ variables, fields: { ...person, tool_use_id: 't' } })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('is a PATH', () => {
    const { run } = createScene(DENIES);
    const variables = { PATH: '', AGENT_OWNERSHIP_NODE: '/nowhere/node' };
    expect(run({ shell: ['/bin/sh'], variables }).status).toBe(2);
    expect(run({ shell: ['/bin/sh'], variables, fields: { ...person, tool_use_id: 't' } })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.each(['soon', '', '0', '-1'])('is a deadline that is a number, and not %j', (deadline) => {
    const { run } = createScene(DENIES);
    expect(run({ variables: { AGENT_OWNERSHIP_DEADLINE: deadline } }).stdout).toBe(`${DENIAL}\n`);
  });
});

it('does not wait for its deadline where the program ends before the watchdog is up', () => {
  const { run } = createScene(ABSTAINS);
  const slow = programs({ sleep: 'exec /bin/sleep 20', node: 'echo {}' });
  const variables = { PATH: `${slow}:${process.env['PATH'] ?? ''}` };
  const started = Date.now();
  for (let time = 0; time < 60; time += 1)
    expect(run({ variables })).toMatchObject({ status: 0, stderr: '' });
  expect(Date.now() - started).toBeLessThan(20_000);
});

it('ends its watchdog with it', () => {
  const { run } = createScene(ABSTAINS);
  run({ variables: { AGENT_OWNERSHIP_DEADLINE: '7654' } });
  const left = spawnSync('pgrep', ['-f', 'sleep 7654'], { encoding: 'utf8' }).stdout;
  expect(left).toBe('');
});
