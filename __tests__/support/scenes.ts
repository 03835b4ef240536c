import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type Block } from './documents.js';
import { aPullRequest, commitAs, DEFINITIONS } from './pull-request.js';
import { createRepository, temporaryDirectory, type TestRepository } from './repository.js';

/** Where the blocks of a page are run one after the other, as in one terminal: folder and PATH stay what a block made of them. */
export interface Scene {
  run(block: Block): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
}

/** What the address of this repository on GitHub leads to: the files of a release, with its tag. */
let published: TestRepository | undefined;

function publishedCopy(): TestRepository {
  if (published !== undefined) return published;
  const repository = createRepository({ name: 'agent-ownership' });
  for (const name of ['dist', 'plugin', 'schema', '.claude-plugin', 'action.yml', 'package.json'])
    cpSync(join(ROOT, name), join(repository.directory, name), { recursive: true });
  repository.commit('Release');
  repository.git('tag', 'v1');
  published = repository;
  return repository;
}

const STAND_IN = 'https://github.com/your-org/agent-ownership';

/** A shell of somebody with Node and git, in a home that is empty but for what `prepare` puts there. */
function openScene(directory: string, home: string, path: readonly string[] = []): Scene {
  let here = directory;
  let programs = [...path, process.env['PATH']].join(':');
  const note = join(temporaryDirectory(), 'here');
  return {
    run: ({ content }) => {
      const script = `${content}\nprintf '%s\\n' "$PWD" "$PATH" >'${note}'\n`;
      const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', script], {
        cwd: here,
        input: '',
        encoding: 'utf8',
        env: {
          PATH: programs,
          HOME: home,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: `url.file://${publishedCopy().directory}.insteadOf`,
          GIT_CONFIG_VALUE_0: STAND_IN,
        },
      });
      if (status === 0) [here = here, programs = programs] = readFileSync(note, 'utf8').split('\n');
      return { status, stdout, stderr };
    },
  };
}

/** A home of a person whom git knows, with the command on the path. */
function equipped(): { readonly home: string; readonly path: readonly string[] } {
  const home = temporaryDirectory();
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = Somebody\n\temail = somebody@example.com\n');
  const bin = join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(join(ROOT, 'dist/cli/index.js'), join(bin, 'agent-ownership'));
  return { home, path: [bin] };
}

const SCENES: Readonly<Record<string, () => Scene>> = {
  /** Nothing but Node and git. */
  'an empty home': () => {
    const home = realpathSync(temporaryDirectory());
    return openScene(home, home);
  },
  'a clone of this repository': () => openScene(publishedCopy().directory, temporaryDirectory()),
  /** On a branch on which `backend-django` changed what it cannot touch; a further change is staged. */
  'a blog': () => {
    const pullRequest = aPullRequest({
      ...DEFINITIONS,
      'apps/blog/models.py': 'before\n',
      'apps/blog/views.py': 'before\n',
      'docs/index.md': 'Blog\n',
    });
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'after\n' });
    pullRequest.repository.write('apps/blog/views.py', 'after\n').git('add', '-A');
    const { home, path } = equipped();
    return openScene(pullRequest.repository.directory, home, path);
  },
};

export function takeScene(name: string): Scene {
  const open = SCENES[name];
  if (open === undefined)
    throw new Error(`There is no scene “${name}”, only ${Object.keys(SCENES).join(', ')}.`);
  return open();
}
