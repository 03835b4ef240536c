import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anAgentProject, type Project } from './agent-project.js';
import { runClaudeCode, type ClientRun, type ClientSession } from './claude-code.js';
import { temporaryDirectory, type TestRepository } from './repository.js';

/** The plugin as it is committed. */
export const PLUGIN = join(import.meta.dirname, '../../plugin');

/** The file in it that Node runs. */
const HOOK = 'hook/index.js';

/** Two agents who may not touch each other’s files, and what they may not touch is on line 12. */
export const AGENTS: Project['agents'] = {
  'backend-django': rules('apps/**', 'migrations/**'),
  database: rules('migrations/**', 'apps/**'),
};

/** Where `AGENTS` forbids what it forbids. */
export const placeOf = (agent: string): string => `.claude/agents/${agent}.md:12`;

function rules(own: string, foreign: string): string {
  return `\n## OWNS\n- \`${own}\`\n\n## CANNOT TOUCH\n- \`${foreign}\`\n`;
}

/** The first command in a text that begins so, up to the end of its line. */
export function commandIn(text: string, beginning: string): string {
  const start = text.indexOf(beginning);
  if (start < 0) throw new Error(`No ${beginning} in: ${text}`);
  return text.slice(start).split('\n', 1)[0]?.replace(/`.*$/, '') ?? '';
}

/** A copy of the plugin in a place of its own, with its built hook replaced. */
export function aDamagedPlugin(hook: string): string {
  const folder = join(temporaryDirectory(), 'plugin');
  cpSync(PLUGIN, folder, { recursive: true });
  writeFileSync(join(folder, HOOK), hook);
  return folder;
}

export interface Scene extends ClientSession {
  readonly repository: TestRepository;
  /** Whether a file is there after all. */
  readonly has: (path: string) => boolean;
  /** The agents that each commit of the branch names, oldest first; `''` where it names none. */
  readonly agentsOfCommits: (...revisions: readonly string[]) => readonly string[];
}

type Played = Omit<ClientRun, 'directory' | 'plugins'> & {
  readonly repository?: TestRepository;
  readonly plugins?: readonly string[];
};

/** Plays a script on a branch `topic` of a project with `AGENTS`, with the plugin. */
export async function playScene({
  repository = anAgentProject({ agents: AGENTS }),
  plugins = [PLUGIN],
  ...run
}: Played): Promise<Scene> {
  repository.checkout('topic', 'main');
  const session = await runClaudeCode({ ...run, directory: repository.directory, plugins });
  return {
    ...session,
    repository,
    has: (path) => existsSync(join(repository.directory, path)),
    agentsOfCommits: (...revisions) => {
      const range = revisions.length === 0 ? ['main..topic'] : revisions;
      const format = '--format=%(trailers:key=Agent,valueonly,separator=%x2C)';
      const text = repository.git('log', '--reverse', format, ...range);
      return text === '' && repository.git('rev-list', ...range) === '' ? [] : text.split('\n');
    },
  };
}
