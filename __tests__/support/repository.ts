import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { commitSha, type CommitSha } from '../../src/core/vocabulary.js';

/** The environment that readers under test are given: enough to find git. */
export const environment = { PATH: process.env['PATH'] };

export interface Message {
  readonly subject: string;
  readonly body?: string;
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  readonly author?: { readonly name: string; readonly email: string };
}

export interface MergeOptions {
  readonly strategy?: string;
  readonly message?: string | Message;
  /** Changes the merged files before the commit: resolves a conflict, or smuggles something in. */
  readonly edit?: () => void;
}

export interface RawCommit {
  /** Lines between `committer` and the empty line. */
  readonly headers?: readonly string[];
  readonly message: string | Buffer;
  readonly parents?: readonly CommitSha[];
  readonly tree?: string;
}

/**
 * A real repository in a temporary folder. Identity and dates are fixed, so that object names are the same in every run.
 * What changes the working tree gives the repository back.
 */
export interface TestRepository {
  readonly directory: string;
  /** Runs git in the repository; gives what it prints, without the last newline. */
  git(...args: readonly string[]): string;
  gitWithInput(input: string | Buffer, ...args: readonly string[]): string;
  /** Runs git in the repository; gives the bytes that it prints. */
  gitBytes(input: string | Buffer, ...args: readonly string[]): Buffer;
  write(path: string | Buffer, content?: string | Buffer): TestRepository;
  remove(path: string): TestRepository;
  symlink(path: string, target: string): TestRepository;
  setExecutable(path: string, executable: boolean): TestRepository;
  /** Puts a submodule at the path, without a repository behind it. */
  submodule(path: string, commit?: string): TestRepository;
  /** Commits everything in the working tree, also when nothing changed; a text is the whole message as it stands. */
  commit(message?: string | Message): CommitSha;
  /** Switches to a branch; with `start` a new one, with `start` empty one without history. */
  checkout(branch: string, start?: string): TestRepository;
  /** Merges without fast-forward, whatever git thinks of conflicts or of unrelated histories. */
  merge(branches: string | readonly string[], options?: MergeOptions): CommitSha;
  /** Writes a commit object of any shape and moves the branch to it. */
  rawCommit(commit: RawCommit): CommitSha;
  sha(revision?: string): CommitSha;
  clone(...options: readonly string[]): TestRepository;
}

const directories: string[] = [];

afterAll(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A new folder that is removed after the tests of the file. */
export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'agent-ownership-test-')));
  directories.push(directory);
  return directory;
}

/** A file that does not open, since nobody writes to it. */
export function makePipe(file = join(temporaryDirectory(), 'pipe')): string {
  rmSync(file, { force: true });
  execFileSync('mkfifo', [file]);
  return file;
}

/** `name` is the folder's own name, for repositories in odd places. */
export function createRepository({ name = 'repository', format = 'sha1' } = {}): TestRepository {
  const directory = join(temporaryDirectory(), name);
  mkdirSync(directory);
  const repository = openRepository(directory);
  repository.git('init', '-q', '-b', 'main', '--template=', `--object-format=${format}`);
  return repository;
}

/** 1 January 2026; each commit is a minute younger than the one before. */
const FIRST_DATE = 1_767_225_600;

/** A repository that lies there already. */
export function openRepository(directory: string, commitsBefore = 0): TestRepository {
  let commits = commitsBefore;

  const runBytes = (
    args: readonly string[],
    input: string | Buffer = '',
    author?: Message['author'],
  ): Buffer => {
    const date = `${FIRST_DATE + commits * 60} +0000`;
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: directory,
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: Infinity,
      env: {
        ...environment,
        LC_ALL: 'C',
        HOME: directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: author?.name ?? 'Author',
        GIT_AUTHOR_EMAIL: author?.email ?? 'author@example.com',
        GIT_COMMITTER_NAME: 'Committer',
        GIT_COMMITTER_EMAIL: 'committer@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  };

  const run = (...args: Parameters<typeof runBytes>): string =>
    runBytes(...args)
      .toString('utf8')
      .replace(/\n$/, '');

  const place = (path: string | Buffer): Buffer => {
    const full = Buffer.concat([Buffer.from(`${directory}/`), toBytes(path)]);
    mkdirSync(full.subarray(0, full.lastIndexOf('/')), { recursive: true });
    return full;
  };

  const sha = (revision = 'HEAD'): CommitSha =>
    commitSha(run(['rev-parse', '--verify', `${revision}^{commit}`]));

  const commit = (message: string | Message = `Commit ${commits + 1}`): CommitSha => {
    run(['add', '-A']);
    commits += 1;
    const author = typeof message === 'string' ? undefined : message.author;
    run(
      ['commit', '-q', '--allow-empty', '--allow-empty-message', '--cleanup=verbatim', '-F', '-'],
      toText(message),
      author,
    );
    return sha();
  };

  const repository: TestRepository = {
    directory,
    git: (...args) => run(args),
    gitWithInput: (input, ...args) => run(args, input),
    gitBytes: (input, ...args) => runBytes(args, input),
    write: (path, content = `${String(path)}\n`) => {
      writeFileSync(place(path), content);
      return repository;
    },
    remove: (path) => {
      rmSync(join(directory, path), { recursive: true });
      return repository;
    },
    symlink: (path, target) => {
      symlinkSync(target, place(path));
      return repository;
    },
    setExecutable: (path, executable) => {
      chmodSync(join(directory, path), executable ? 0o755 : 0o644);
      return repository;
    },
    submodule: (path, target = '1'.repeat(40)) => {
      mkdirSync(join(directory, path), { recursive: true });
      run(['update-index', '--add', '--cacheinfo', `160000,${target},${path}`]);
      return repository;
    },
    commit,
    checkout: (branch, start) => {
      if (start === undefined) run(['checkout', '-q', branch]);
      else if (start === '') {
        run(['checkout', '-q', '--orphan', branch]);
        run(['rm', '-rfq', '--ignore-unmatch', '.']);
      } else run(['checkout', '-q', '-b', branch, start]);
      return repository;
    },
    merge: (branches, { strategy, message, edit } = {}) => {
      const how = strategy === undefined ? [] : ['-s', strategy];
      try {
        run([
          'merge',
          '-q',
          '--no-ff',
          '--no-commit',
          '--allow-unrelated-histories',
          ...how,
          ...[branches].flat(),
        ]);
      } catch (error) {
        if (edit === undefined) throw error;
      }
      edit?.();
      return commit(message ?? `Merge ${String(branches)}`);
    },
    rawCommit: ({ headers = [], message, parents = [sha()], tree = run(['write-tree']) }) => {
      commits += 1;
      const person = `<somebody@example.com> ${FIRST_DATE + commits * 60} +0000`;
      const lines = [
        `tree ${tree}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author Author ${person}`,
        `committer Committer ${person}`,
        ...headers,
      ];
      const object = Buffer.concat([Buffer.from(`${lines.join('\n')}\n\n`), toBytes(message)]);
      const written = run(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], object);
      run(['update-ref', 'HEAD', written]);
      return commitSha(written);
    },
    sha,
    clone: (...options) => {
      const target = join(temporaryDirectory(), 'clone');
      run(['clone', '-q', ...options, `file://${directory}`, target]);
      return openRepository(target, commits);
    },
  };
  return repository;
}

const toBytes = (text: string | Buffer): Buffer => (typeof text === 'string' ? Buffer.from(text) : text);

function toText(message: string | Message): string {
  if (typeof message === 'string') return message;
  const trailers = (message.trailers ?? []).map(([key, value]) => `${key}: ${value}\n`).join('');
  return [`${message.subject}\n`, ...(message.body === undefined ? [] : [`${message.body}\n`]), trailers]
    .filter((part) => part !== '')
    .join('\n');
}
