import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitSha, type CommitSha } from '../../src/core/vocabulary.js';
import { startGitServer, type GitServer } from './git-server.js';
import { temporaryDirectory, type TestRepository } from './repository.js';

export const SERVED_NAME = 'octo-org/octo-repo';

export interface Served {
  readonly server: GitServer;
  /** The served repository itself. */
  readonly directory: string;
}

interface ServedRefs {
  readonly main: string;
  readonly head: string;
  /** Further refs, by their full names. */
  readonly refs?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** Serves a repository's branches; `head` stands only under `refs/pull/1/head`, as that of a fork does. */
export async function serve(
  repository: Pick<TestRepository, 'directory'>,
  { main, head, refs = {}, token }: ServedRefs,
): Promise<Served> {
  const root = temporaryDirectory();
  const directory = join(root, SERVED_NAME);
  mkdirSync(dirname(directory), { recursive: true });
  const format = git('-C', repository.directory, 'rev-parse', '--show-object-format');
  git('init', '-q', '--bare', '-b', 'main', '--template=', `--object-format=${format}`, directory);
  git(
    '-C',
    directory,
    '-c',
    'protocol.file.allow=always',
    'fetch',
    '-q',
    '--no-tags',
    repository.directory,
    `${main}:refs/heads/main`,
    `${head}:refs/pull/1/head`,
    ...Object.entries(refs).map(([ref, revision]) => `${revision}:${ref}`),
  );
  return { directory, server: await startGitServer({ root, ...(token === undefined ? {} : { token }) }) };
}

/** Serves a bare repository that exists. */
export async function serveBare(directory: string, token?: string): Promise<Served> {
  const root = temporaryDirectory();
  const place = join(root, SERVED_NAME);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(directory, place);
  return {
    directory: place,
    server: await startGitServer({ root, ...(token === undefined ? {} : { token }) }),
  };
}

/** Clones all of a served repository; not at once, for the server answers in this process. */
export async function cloneWhole({ server }: Served): Promise<void> {
  const target = join(temporaryDirectory(), 'full');
  await promisify(execFile)('git', ['clone', '-q', '--mirror', `${server.url}/${SERVED_NAME}`, target], {
    timeout: 60_000,
    env: { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}

export function git(...args: readonly string[]): string {
  return gitWithInput('', ...args);
}

export function gitWithInput(input: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    input,
    encoding: 'utf8',
    maxBuffer: Infinity,
    timeout: 60_000,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trimEnd();
}

export const shaIn = (directory: string, revision: string): CommitSha =>
  commitSha(git('--git-dir', directory, 'rev-parse', '--verify', `${revision}^{commit}`));
