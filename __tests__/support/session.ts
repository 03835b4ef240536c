import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Answer } from '../../src/core/session/answer.js';
import type { Actor, AfterTool, BeforeTool, Scene, ToolCall } from '../../src/core/session/event.js';
import type { Bearings } from '../../src/session/bearings.js';
import { afterWrite } from '../../src/session/file-writes.js';
import { afterShell, beforeShell } from '../../src/session/shell-calls.js';
import { onStop } from '../../src/session/stops.js';
import { takeBearingsAt } from '../../src/session/take-bearings.js';
import { createRepository, environment, type TestRepository } from './repository.js';

/** Who acts: the name of an agent, or `null` for a person's thread. */
export type Who = string | null;

export interface ShellOutcome {
  readonly before: Answer;
  readonly after: Answer;
  /** The command as it was run; `null` where it was denied. */
  readonly ran: string | null;
  readonly exitCode: number;
}

export interface ShellOptions {
  readonly cwd?: string;
  /** The client tells of the end at once. */
  readonly background?: boolean;
  /** What happens while the command runs, after it. */
  readonly meanwhile?: () => Promise<void> | void;
}

/** Agents and a person at work in one repository, with the hooks around their calls as the client calls them. */
export interface TestSession {
  readonly repository: TestRepository;
  /** Writes a file by the tool. */
  write(who: Who, path: string, content: string, tool?: 'Write' | 'Edit'): Promise<Answer>;
  /** Runs a command by the tool. */
  shell(who: Who, command: string, options?: ShellOptions): Promise<ShellOutcome>;
  /** The first half of a call that goes on while others act. */
  begin(who: Who, command: string, options?: ShellOptions): Promise<() => Promise<ShellOutcome>>;
  stop(who: Who, repeated?: boolean): Promise<Answer>;
  /** What a person does in a terminal or an editor, where no hook sees it. */
  person(command: string): void;
  /** The agents in the trailers of a commit. */
  agents(revision?: string): readonly string[];
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
};

const definition = (name: string, [owns, cannot]: readonly [string, string]): string =>
  `---\nname: ${name}\ndescription: Does its part\n---\n\n## OWNS\n\n- \`${owns}\`\n\n## CANNOT TOUCH\n\n- \`${cannot}\`\n`;

/** Each agent owns its folder and cannot touch those of the others. */
export const USUAL: Readonly<Record<string, readonly [owns: string, cannot: string]>> = {
  'backend-django': ['api/**', 'web/**'],
  frontend: ['web/**', 'api/**'],
  testing: ['tests/**', 'api/secret/**'],
};

let calls = 0;

export function createSession(agents = USUAL, sessionId = 'session'): TestSession {
  const repository = createRepository();
  defineAgents(repository, agents);
  repository.write('api/a.py', 'a\n').write('web/w.ts', 'w\n').write('tests/t.py', 't\n').commit('Begin');
  return joinSession(repository, sessionId);
}

/** Writes their definitions, and commits nothing. */
export function defineAgents(repository: TestRepository, agents = USUAL): void {
  for (const [name, rules] of Object.entries(agents)) {
    repository.write(`.claude/agents/${name}.md`, definition(name, rules));
  }
}

export function joinSession(repository: TestRepository, sessionId = 'session'): TestSession {
  const { directory } = repository;
  const actorOf = (who: Who): Actor => ({
    agentType: who,
    agentId: who === null ? null : `id-${who}`,
    sessionId,
  });
  const callOf = (tool: string, input: ToolCall['input']): ToolCall => ({
    tool,
    input,
    id: `call-${(calls += 1)}`,
  });
  const scene = (who: Who, cwd: string) => ({ actor: actorOf(who), cwd, transcript: null });

  async function begin(who: Who, command: string, options: ShellOptions = {}) {
    const cwd = resolve(directory, options.cwd ?? '.');
    const input = { command, ...(options.background === true ? { run_in_background: true } : {}) };
    const call = callOf('Bash', input);
    const event: BeforeTool = { kind: 'before-tool', ...scene(who, cwd), call };
    const before = await beforeShell(event, bearingsOf(event), (place) => bearingsAt(event, place));
    if (before.kind === 'deny') {
      return () =>
        Promise.resolve<ShellOutcome>({ before, after: { kind: 'abstain' }, ran: null, exitCode: -1 });
    }
    const ran = before.kind === 'rewrite' ? String(before.input['command']) : command;
    return async (): Promise<ShellOutcome> => {
      const run = () => runShell(ran, cwd);
      const exitCode = options.background === true ? 0 : run();
      await options.meanwhile?.();
      const done: AfterTool = {
        kind: 'after-tool',
        ...scene(who, cwd),
        call: { ...call, input: before.kind === 'rewrite' ? before.input : input },
        failed: exitCode !== 0,
        response: null,
      };
      const after = await afterShell(done, bearingsOf(done));
      if (options.background === true) run();
      return { before, after, ran, exitCode };
    };
  }

  return {
    repository,
    begin,
    async write(who, path, content, tool = 'Write') {
      const file = resolve(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      const call = callOf(tool, { file_path: file });
      return afterWrite(
        { kind: 'after-tool', ...scene(who, directory), call, failed: false, response: null },
        bearingsOf(scene(who, directory)),
        (place) => bearingsAt(scene(who, directory), place),
      );
    },
    shell: async (who, command, options) => (await begin(who, command, options))(),
    stop: (who, repeated = false) =>
      onStop(
        { kind: who === null ? 'session-stopped' : 'agent-stopped', ...scene(who, directory), repeated },
        bearingsOf(scene(who, directory)),
      ),
    person: (command) => {
      if (runShell(command, directory) !== 0) throw new Error(`failed: ${command}`);
    },
    agents: (revision = 'HEAD') =>
      repository
        .git('log', '-1', '--format=%(trailers:key=Agent,valueonly)', revision)
        .split('\n')
        .filter((line) => line !== ''),
  };
}

function runShell(command: string, cwd: string): number {
  try {
    execFileSync('bash', ['-c', command], {
      cwd,
      stdio: 'pipe',
      env: { ...environment, ...IDENTITY, HOME: cwd },
    });
    return 0;
  } catch (error) {
    return (error as { status?: number }).status ?? -1;
  }
}

/** As the entry takes them. */
function bearingsAt(scene: Scene, directory: string): Bearings | null {
  return takeBearingsAt(directory, scene, {
    environment: { ...environment, HOME: directory },
    now: new Date(),
    program: null,
  });
}

function bearingsOf(scene: Scene): Bearings {
  const bearings = bearingsAt(scene, scene.cwd);
  if (bearings === null) throw new Error(`no working tree: ${scene.cwd}`);
  return bearings;
}

/** Removes a file of the journal's folder, or all of it. */
export const dropJournal = ({ directory }: TestRepository, part = ''): void => {
  rmSync(join(directory, '.git/agent-ownership', part), { recursive: true, force: true });
};
